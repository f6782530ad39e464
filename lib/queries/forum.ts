import { osloDay } from '#lib/domain/deadline';
import { may } from '#lib/domain/may';
import { lasts } from '#lib/domain/people';
import { findFora, findRepresented } from '#lib/db/fora';
import { historyOf } from '#lib/db/history';
import { findForum, findHeldIn } from '#lib/db/people';
import { ById, Nothing } from '#lib/schema/fields';
import { listQuery, query } from './query';

/** The samarbeidsfora the reader sits in or works with. */
export const foraPage = listQuery({
  action: 'forum.read',
  schema: Nothing,
  find: (tx, ways, _, { now }) => findFora(tx, ways, osloDay(now)),
});

/** Who sits in a forum, for whom and when, and what the reader may change. */
export const forumPage = query({
  action: 'forum.read',
  schema: ById,
  load: (tx, { id }) => findForum(tx, id),
  show: async (forum, { actor, now }, tx) => {
    const held = await findHeldIn(tx, { forumId: forum.id }, now);
    const seats = may(actor, 'role.give-seat', forum);
    return {
      forum,
      held,
      now,
      today: osloDay(now),
      seats,
      office: may(actor, 'role.give-office', forum),
      members: held.filter((one) => one.role === 'member' && lasts(one, osloDay(now))),
      represented: seats ? await findRepresented(tx, forum.countyId) : [],
      history: await historyOf(tx, 'forum', [forum.id]),
    };
  },
});
export type ForumPage = NonNullable<Awaited<ReturnType<typeof forumPage>>>;
