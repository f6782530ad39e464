import { lockDraft, saveFields } from '#lib/db/behovsmelding-draft';
import { decideSave } from '#lib/domain/behovsmelding-write';
import { SaveNeed } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Saves what is changed in a draft, field by field. Nothing of what is written goes in the log: others read that. */
export const saveBehovsmelding = command({
  action: 'behovsmelding.save',
  schema: SaveNeed,
  load: (tx, { id, typed }, { actor, now }) => lockDraft(tx, id, Object.keys(typed), actor.userId, now),
  decide: (before, input) => decideSave(before, input),
  save: async (tx, before, saved, { now }) => {
    const { fields, wrong, clashes } = saved;
    await saveFields(tx, before, saved, now);
    const log =
      before.logged || fields.length === 0
        ? []
        : [{ subjectId: before.id, roundId: before.roundId, countyId: before.countyId }];
    return {
      value: {
        id: before.id,
        was: before.version,
        version: before.version + (fields.length > 0 ? 1 : 0),
        wrong,
        clashes,
      },
      log,
    };
  },
});
