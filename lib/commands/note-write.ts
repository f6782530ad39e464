import { lockNeed } from '#lib/db/behovsmelding';
import { saveCountyComments } from '#lib/db/comment';
import { done } from '#lib/domain/outcome';
import { WriteNote } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Notes something about a need that stays with Statsforvalteren. The log tells that there was a note, not what it said. */
export const writeNote = command({
  action: 'note.write',
  schema: WriteNote,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (_before, { text }) => done(text),
  save: async (tx, need, text, { actor, now }) => {
    await saveCountyComments(tx, 'internal', [
      { behovsmeldingId: need.id, field: '', text, authorId: actor.userId, at: now },
    ]);
    return {
      value: { id: need.id },
      log: [
        { subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { title: need.titleAsSent } },
      ],
    };
  },
});
