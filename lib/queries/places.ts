import { findRoles } from '#lib/db/user';
import { Nothing } from '#lib/schema/fields';
import { query } from '#lib/queries/query';

/** What the reader is, and where: for the head of every page. */
export const readPlaces = query({
  action: 'start.read',
  schema: Nothing,
  load: () => Promise.resolve({}),
  show: (_self, { actor, now }, tx) => findRoles(tx, actor.userId, now),
});
