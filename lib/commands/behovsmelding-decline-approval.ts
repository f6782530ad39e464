import { markDeclined } from '#lib/db/approval';
import { lockNeed } from '#lib/db/behovsmelding';
import { decideDecline } from '#lib/domain/approval';
import { ReturnNeed } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Gives a need back to those who write it for the owner, with what the leader wants changed before it is sent. */
export const declineApproval = command({
  action: 'behovsmelding.decline-approval',
  schema: ReturnNeed,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before, input) => decideDecline(before, input),
  save: async (tx, need, comment) => {
    await markDeclined(tx, need.id, comment);
    const log = [
      { subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { title: need.title, comment } },
    ];
    const to = need.readyById === null ? [] : [{ userId: need.readyById }];
    return {
      value: { id: need.id },
      log,
      tell: [{ kind: 'approval-declined', subjectId: need.id, details: { title: need.title }, to }],
    };
  },
});
