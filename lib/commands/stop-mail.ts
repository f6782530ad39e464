import { idIn } from '#lib/auth/signed-word';
import { lockStoppedMail, saveMailChoices } from '#lib/db/mail-settings';
import { changedChoices, stoppedBy } from '#lib/domain/message';
import { done } from '#lib/domain/outcome';
import { StopMail } from '#lib/schema/mail';
import { command } from './command';

/** Whoever has an e-mail says no to more of its kinds, by the signed address in it (RFC 8058). A word we have not made is of no mail. */
export const stopMail = command({
  action: 'user.stop-mail',
  schema: StopMail,
  load: async (tx, { token }) => {
    const mailId = idIn('mail', token);
    return mailId === null ? null : lockStoppedMail(tx, mailId);
  },
  decide: (mail) => done(changedChoices(mail.choices, stoppedBy(mail.kinds))),
  save: async (tx, { id, name }, stopped) => {
    if (Object.keys(stopped).length === 0) return { value: { stopped }, log: [] };
    await saveMailChoices(tx, id, stopped);
    return {
      value: { stopped },
      log: [{ subjectId: id, subjectType: 'user', roundId: null, countyId: null, details: { name, ...stopped } }],
    };
  },
});
