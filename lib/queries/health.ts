import { answers } from '#lib/db/health';
import { Nothing } from '#lib/schema/fields';
import { query } from '#lib/queries/query';

/** Whether the database answers: for whatever watches over the portal. */
export const readHealth = query({
  action: 'register.read',
  schema: Nothing,
  load: () => Promise.resolve({}),
  show: (_register, _viewer, tx) => answers(tx),
});
