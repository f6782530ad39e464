import { findNeed } from '#lib/db/behovsmelding';
import { findNotes } from '#lib/db/comment';
import { may } from '#lib/domain/may';
import { ById } from '#lib/schema/fields';
import { query } from './query';

/** What Statsforvalteren has noted for itself about a need. */
export const notesOn = query({
  action: 'note.read',
  schema: ById,
  load: (tx, { id }, { now }) => findNeed(tx, id, now),
  show: async (need, { actor }, tx) => ({
    notes: await findNotes(tx, need.id),
    mayWrite: may(actor, 'note.write', need),
  }),
});
