import { lockNeedInRound } from '#lib/db/behovsmelding';
import { moveNeed } from '#lib/db/behovsmelding-save';
import { saveCountyComments } from '#lib/db/comment';
import { roundSubject } from '#lib/db/round';
import { dayOf, inTime } from '#lib/domain/deadline';
import { done, invalid } from '#lib/domain/outcome';
import { GiveBack } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Gives a behovsmelding back to its owner, with what must be put right, field by field where one wants, and until when. */
export const returnBehovsmelding = command({
  action: 'behovsmelding.return',
  schema: GiveBack,
  load: async (tx, { id }, { now }) => {
    const need = await lockNeedInRound(tx, id, now);
    return need === null
      ? null
      : { ...need, innstillingLastDay: (await roundSubject(tx, need.roundId))?.innstillingLastDay ?? null };
  },
  decide: ({ innstillingLastDay }, input, { now }) => {
    if (input.until !== null && !inTime(input.until, now)) return invalid({ until: 'in-the-past' });
    return input.until !== null && innstillingLastDay !== null && input.until > innstillingLastDay
      ? invalid({ until: 'after-innstilling' })
      : done(input);
  },
  save: async (tx, need, { comment, until, fields }, { actor, now }) => {
    await moveNeed(tx, need.id, 'returned', now, comment, until);
    await saveCountyComments(
      tx,
      'return',
      fields.map((one) => ({ ...one, behovsmeldingId: need.id, authorId: actor.userId, at: now })),
    );
    const details = { title: need.title, comment, fields: fields.length, until: until === null ? null : dayOf(until) };
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }],
      tell: [{ kind: 'need-returned', subjectId: need.id, details: { title: need.title } }],
    };
  },
});
