import { lockNeed } from '#lib/db/behovsmelding';
import { findChoices, findPartners, saveNeed, savedLately } from '#lib/db/behovsmelding-save';
import { partnerKinds } from '#lib/domain/behovsmelding';
import { decideSave } from '#lib/domain/behovsmelding-decide';
import { SaveNeed } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Saves a draft as it is. Nothing of what is written goes in the log: others read that. */
export const saveBehovsmelding = command({
  action: 'behovsmelding.save',
  schema: SaveNeed,
  load: async (tx, { id }, { actor, now }) => {
    const need = await lockNeed(tx, id, now);
    if (need === null) return null;
    const partners = await findPartners(tx, partnerKinds(need.programme));
    const { owners, themes, tiltak } = await findChoices(tx, need);
    const ids = (all: readonly { id: string }[]) => all.map((one) => one.id);
    return { ...need, partners: ids(partners), owners: ids(owners), themeIds: ids(themes), tiltakIds: ids(tiltak), logged: await savedLately(tx, id, actor.userId, now) };
  },
  decide: decideSave,
  save: async (tx, before, saved, { now }) => {
    await saveNeed(tx, before, saved, now);
    const log = before.logged ? [] : [{ subjectId: before.id, roundId: before.roundId, countyId: before.countyId }];
    return { value: { id: before.id, version: before.version + 1 }, log };
  },
});
