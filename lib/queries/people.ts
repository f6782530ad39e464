import { osloDay } from '#lib/domain/deadline';
import { may, reach } from '#lib/domain/may';
import { lasts, rolesAt } from '#lib/domain/people';
import { historyOf } from '#lib/db/history';
import { findOrganisations } from '#lib/db/organisation';
import { findOrganisation, findHeldIn } from '#lib/db/people';
import { ById, Nothing } from '#lib/schema/fields';
import { listQuery, query } from './query';

/** The organisations whose people the reader may see, with how many and who administers them. */
export const peoplePlaces = listQuery({
  action: 'people.read',
  schema: Nothing,
  find: (tx, ways, _, { now }) => {
    const ids = (scope: string): string[] => ways.filter((way) => way.scope === scope).map(({ id }) => id);
    return findOrganisations(tx, { counties: ids('county'), own: ids('own') }, osloDay(now));
  },
});

/** Who holds which roles in an organisation, from when to when, and what the reader may change. */
export const organisationPeople = query({
  action: 'people.read',
  schema: ById,
  load: (tx, { id }) => findOrganisation(tx, id),
  show: async (organisation, { actor, now }, tx) => {
    const held = await findHeldIn(tx, { organisationId: organisation.id }, now);
    const today = osloDay(now);
    const administered = held.some((one) => one.role === 'administrator' && lasts(one, today));
    return {
      organisation,
      held,
      today,
      now,
      gives: may(actor, 'role.give', organisation) ? rolesAt(organisation.kind) : [],
      // Whoever sees one organisation alone has no list to go back to.
      alone:
        reach(actor, 'people.read').length === 1 && reach(actor, 'people.read').every(({ scope }) => scope === 'own'),
      names: may(actor, 'role.name-administrator', organisation) && !administered,
      administered,
      history: await historyOf(tx, 'organisation', [organisation.id]),
    };
  },
});
