import { lockNeedInRound } from '#lib/db/behovsmelding';
import { moveNeed } from '#lib/db/behovsmelding-save';
import { done } from '#lib/domain/outcome';
import { ReturnNeed } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Gives a behovsmelding back to its owner, with what must be put right. */
export const returnBehovsmelding = command({
  action: 'behovsmelding.return',
  schema: ReturnNeed,
  load: (tx, { id }, { now }) => lockNeedInRound(tx, id, now),
  decide: (_before, { comment }) => done(comment),
  save: async (tx, need, comment, { now }) => {
    await moveNeed(tx, need.id, 'returned', now, comment);
    const log = [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { title: need.title, comment } }];
    return { value: { id: need.id }, log, tell: [{ kind: 'need-returned', subjectId: need.id, details: { title: need.title } }] };
  },
});
