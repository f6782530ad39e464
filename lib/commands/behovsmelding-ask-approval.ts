import { markReady } from '#lib/db/approval';
import { lockNeed } from '#lib/db/behovsmelding';
import { done } from '#lib/domain/outcome';
import { AskApproval } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Asks the owner's leader to approve and send what is written. Asked again, it counts from now. */
export const askForApproval = command({
  action: 'behovsmelding.ask-approval',
  schema: AskApproval,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before) => done(before),
  save: async (tx, need, _value, { actor, now }) => {
    await markReady(tx, need.id, actor.userId, now);
    const log = [
      { subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { title: need.title } },
    ];
    const to = need.ownerIds.map((organisationId) => ({ role: 'leader' as const, organisationId }));
    return {
      value: { id: need.id },
      log,
      tell: [{ kind: 'need-for-approval', subjectId: need.id, details: { title: need.title }, to }],
    };
  },
});
