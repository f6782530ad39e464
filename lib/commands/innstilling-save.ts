import { lockForumDraft, saveDraft } from '#lib/db/innstilling-draft';
import { decideSave } from '#lib/domain/innstilling-write';
import { SaveInnstilling } from '#lib/schema/innstilling';
import { command } from './command';

/** Saves what is changed in the forum's draft, field by field. Nothing of what is written goes in the log: it is not the forum's word yet. */
export const saveInnstilling = command({
  action: 'innstilling.save',
  schema: SaveInnstilling,
  load: (tx, { id }, { actor, now }) => lockForumDraft(tx, id, actor.userId, now),
  decide: (before, input) => decideSave(before, input),
  save: async (tx, before, saved) => {
    const { id, countyId, revision, logged } = before;
    const { fields, wrong, clashes } = saved;
    await saveDraft(tx, before, saved);
    const log = logged || fields.length === 0 ? [] : [{ subjectId: id, roundId: id, countyId }];
    return { value: { id, was: revision, version: revision + (fields.length > 0 ? 1 : 0), wrong, clashes }, log };
  },
});
