import { findDraftSubject } from '#lib/db/behovsmelding-draft';
import { attend } from '#lib/db/presence';
import { done } from '#lib/domain/outcome';
import { Attend } from '#lib/schema/presence';
import { command } from './command';

/** Tells that one is in a draft, and in which field; answers who else is, and how new the draft is. Nothing happened: the log is silent. */
export const attendBehovsmelding = command({
  action: 'behovsmelding.attend',
  schema: Attend,
  load: (tx, { id }, { now }) => findDraftSubject(tx, id, now),
  decide: (_before, { field }) => done(field),
  save: async (tx, { id, version }, field, { actor, now }) => ({
    value: { record: id, version, others: await attend(tx, { type: 'behovsmelding', id }, actor.userId, field, now) },
    log: [],
  }),
});
