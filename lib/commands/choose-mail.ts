import { lockMailChoice, saveMailChoice } from '#lib/db/mail-settings';
import { done } from '#lib/domain/outcome';
import { ChooseMail } from '#lib/schema/mail';
import { command } from './command';

/** How a person wants to hear by e-mail of what is no decision; choosing it again changes nothing. */
export const chooseMail = command({
  action: 'user.choose-mail',
  schema: ChooseMail,
  load: (tx, _input, { actor }) => lockMailChoice(tx, actor.userId),
  decide: (before, { choice }) => done({ choice, changed: before.mailChoice !== choice }),
  save: async (tx, { id }, { choice, changed }) => {
    if (!changed) return { value: { choice }, log: [] };
    await saveMailChoice(tx, id, choice);
    return { value: { choice }, log: [{ subjectId: id, subjectType: 'user', roundId: null, countyId: null, details: { choice } }] };
  },
});
