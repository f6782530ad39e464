import { findRevision } from '#lib/db/innstilling';
import { attend } from '#lib/db/presence';
import { findRound } from '#lib/db/round';
import { done } from '#lib/domain/outcome';
import { Attend } from '#lib/schema/presence';
import { command } from './command';

/** Tells that one is in a round's innstilling, and in which field; answers who else is, and how new the draft is. Nothing happened: the log is silent. */
export const attendInnstilling = command({
  action: 'innstilling.attend',
  schema: Attend,
  load: (tx, { id }) => findRound(tx, id),
  decide: (_before, { field }) => done(field),
  save: async (tx, { id }, field, { actor, now }) => ({
    value: {
      record: id,
      version: await findRevision(tx, id),
      others: await attend(tx, { type: 'innstilling', id }, actor.userId, field, now),
    },
    log: [],
  }),
});
