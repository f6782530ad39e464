import { historyOf } from '#lib/db/log';
import { findOrganisations } from '#lib/db/organisation';
import { findFora, findRepresented } from '#lib/db/people/fora';
import { findForum, findOrganisation } from '#lib/db/people/people';
import { findHeldIn } from '#lib/db/people/role';
import { dayAt } from '#lib/domain/day';
import { lasts, rolesHeldAt } from '#lib/domain/people/people';
import { may, reach } from '#lib/domain/policy/may';
import { ById, Nothing } from '#lib/schema/fields';
import { listQuery, query, together } from './query';

/** The organisations whose people the reader may see, with how many and who administers them. */
export const peoplePlaces = listQuery({
  action: 'people.read',
  schema: Nothing,
  find: (tx, ways, _, { now }) => {
    const ids = (scope: string): string[] => ways.filter((way) => way.scope === scope).map(({ id }) => id);
    return findOrganisations(tx, { counties: ids('county'), own: ids('own') }, dayAt(now));
  },
});

/** Who holds which roles in an organisation, from when to when, and what the reader may change. */
export const organisationPeople = query({
  action: 'people.read',
  schema: ById,
  load: (tx, { id }) => findOrganisation(tx, id),
  show: async (organisation, { actor, now }, tx) => {
    const { held, history } = await together({
      held: findHeldIn(tx, { organisationId: organisation.id }, now),
      history: historyOf(tx, 'organisation', [organisation.id]),
    });
    const today = dayAt(now);
    const administered = held.some((one) => one.role === 'administrator' && lasts(one, today));
    return {
      organisation,
      held,
      today,
      now,
      gives: may(actor, 'role.give', organisation) ? rolesHeldAt(organisation.kind) : [],
      // Whoever sees one organisation alone has no list to go back to.
      alone:
        reach(actor, 'people.read').length === 1 && reach(actor, 'people.read').every(({ scope }) => scope === 'own'),
      names: may(actor, 'role.name-administrator', organisation) && !administered,
      administered,
      history,
    };
  },
});

/** The samarbeidsfora the reader sits in or works with. */
export const foraPage = listQuery({
  action: 'forum.read',
  schema: Nothing,
  find: (tx, ways, _, { now }) => findFora(tx, ways, dayAt(now)),
});

/** Who sits in a forum, for whom and when, and what the reader may change. */
export const forumPage = query({
  action: 'forum.read',
  schema: ById,
  load: (tx, { id }) => findForum(tx, id),
  show: async (forum, { actor, now }, tx) => {
    const seats = may(actor, 'role.give-seat', forum);
    const found = await together({
      held: findHeldIn(tx, { forumId: forum.id }, now),
      represented: seats ? findRepresented(tx, forum.countyId) : [],
      history: historyOf(tx, 'forum', [forum.id]),
    });
    return {
      forum,
      ...found,
      now,
      today: dayAt(now),
      seats,
      office: may(actor, 'role.give-office', forum),
      members: found.held.filter((one) => one.role === 'member' && lasts(one, dayAt(now))),
    };
  },
});
export type ForumPage = NonNullable<Awaited<ReturnType<typeof forumPage>>>;
