import { lockMailChoices, saveMailChoices } from '#lib/db/mail-settings';
import { changedChoices } from '#lib/domain/message';
import { done } from '#lib/domain/outcome';
import { ChooseMail } from '#lib/schema/mail';
import { command } from './command';

/** How a person wants to hear by e-mail of each kind of what is no decision; choosing the same again changes nothing. */
export const chooseMail = command({
  action: 'user.choose-mail',
  schema: ChooseMail,
  load: (tx, _input, { actor }) => lockMailChoices(tx, actor.userId),
  decide: (before, input) => done(changedChoices(before.choices, input)),
  save: async (tx, { id }, chosen) => {
    if (Object.keys(chosen).length === 0) return { value: { chosen }, log: [] };
    await saveMailChoices(tx, id, chosen);
    return {
      value: { chosen },
      log: [{ subjectId: id, subjectType: 'user', roundId: null, countyId: null, details: { ...chosen } }],
    };
  },
});
