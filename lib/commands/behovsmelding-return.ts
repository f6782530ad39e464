import { lockNeedInRound } from '#lib/db/behovsmelding';
import { moveNeed } from '#lib/db/behovsmelding-save';
import { saveCountyComments } from '#lib/db/comment';
import { dayOf, inTime } from '#lib/domain/deadline';
import { done, invalid } from '#lib/domain/outcome';
import { GiveBack } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Gives a behovsmelding back to its owner, with what must be put right, field by field where one wants, and until when. */
export const returnBehovsmelding = command({
  action: 'behovsmelding.return',
  schema: GiveBack,
  load: (tx, { id }, { now }) => lockNeedInRound(tx, id, now),
  decide: (_before, input, { now }) => (input.until !== null && !inTime(input.until, now) ? invalid({ until: 'in-the-past' }) : done(input)),
  save: async (tx, need, { comment, until, fields }, { actor, now }) => {
    await moveNeed(tx, need.id, 'returned', now, comment, until);
    await saveCountyComments(tx, 'return', fields.map((one) => ({ ...one, behovsmeldingId: need.id, authorId: actor.userId, at: now })));
    const details = { title: need.title, comment, fields: fields.length, until: until === null ? null : dayOf(until) };
    return { value: { id: need.id }, log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }], tell: [{ kind: 'need-returned', subjectId: need.id, details: { title: need.title } }] };
  },
});
