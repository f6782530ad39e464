import { findDraftSubject } from '#lib/db/behovsmelding-draft';
import { attend } from '#lib/db/presence';
import { partId } from '#lib/domain/need-part';
import { speaksForUh } from '#lib/domain/need-uh';
import { done, invalid } from '#lib/domain/outcome';
import { AttendPart } from '#lib/schema/need-partners';
import { command } from './command';

/** Tells that one is in a UH's part of a draft, and in which field; answers who else of that UH is, and how new the draft is. Nothing happened: the log is silent. */
export const attendUhPart = command({
  action: 'behovsmelding.attend-uh',
  schema: AttendPart,
  load: (tx, { id }, { now }) => findDraftSubject(tx, id, now),
  decide: (need, { organisationId, field }, { actor }) =>
    speaksForUh(need, actor, organisationId)
      ? done({ organisationId, field })
      : invalid({ organisationId: 'not-in-list' }),
  save: async (tx, { id, version }, { organisationId, field }, { actor, now }) => ({
    value: {
      record: id,
      version,
      others: await attend(tx, { type: 'uh-part', id: partId(id, organisationId) }, actor.userId, field, now),
    },
    log: [],
  }),
});
