import { signedWord } from '#lib/auth/signed-word';
import { claimMails } from '#lib/db/mail';
import { done } from '#lib/domain/outcome';
import { ClaimMails } from '#lib/schema/mail';
import { command } from './command';

/** Takes mails from the outbox to send them, so that no other sender has them too; each with the word it can be stopped by. */
export const claimOutbox = command({
  action: 'mail.claim',
  schema: ClaimMails,
  load: () => Promise.resolve({}),
  decide: (_self, input) => done(input),
  save: async (tx, _self, { limit }, { now }) => ({
    value: (await claimMails(tx, limit, now)).map((mail) => ({ ...mail, word: signedWord('mail', mail.id) })),
    log: [],
  }),
});
