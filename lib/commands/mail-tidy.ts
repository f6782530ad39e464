import { tidyMails } from '#lib/db/mail';
import { done } from '#lib/domain/outcome';
import { TidyMails } from '#lib/schema/mail';
import { command } from './command';

/** Calls off mails that shall not go, and forgets old ones; the messages stay. */
export const tidyOutbox = command({
  action: 'mail.tidy',
  schema: TidyMails,
  load: () => Promise.resolve({}),
  decide: (_self, input) => done(input),
  save: async (tx, _self, input, { now }) => ({ value: { tidied: await tidyMails(tx, input, now) }, log: [] }),
});
