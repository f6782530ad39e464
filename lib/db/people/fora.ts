import type { Day } from '#lib/domain/day';
import type { Reach } from '#lib/domain/policy/may';
import type { Programme } from '#lib/domain/states';
import type { Tx } from '#lib/db/client';
import { holdsOn } from '#lib/db/facts/dates';
import { withinReach } from '#lib/db/facts/reach';
import { countOf } from '#lib/db/values';

export interface ListedForum {
  id: string;
  name: string;
  countyId: string;
  countyName: string;
  programmes: Programme[];
  members: number;
  deputies: number;
}

/** The fora these ways lead to, with how many sit in each today. */
export const findFora = (tx: Tx, ways: readonly Reach[], today: Day): Promise<ListedForum[]> =>
  tx
    .selectFrom('Samarbeidsforum as f')
    .innerJoin('County as c', 'c.id', 'f.countyId')
    .where((eb) =>
      withinReach(ways, { county: (id) => eb('f.countyId', '=', id), forum: (id) => eb('f.id', '=', id) }, null),
    )
    .select(['f.id', 'f.name', 'f.countyId', 'c.name as countyName', 'f.programmes'])
    .select((eb) => {
      const sitting = (role: 'member' | 'deputy') =>
        countOf(
          eb
            .selectFrom('RoleGrant as r')
            .whereRef('r.forumId', '=', 'f.id')
            .where('r.role', '=', role)
            .where((eb) => holdsOn({ from: eb.ref('r.from'), to: eb.ref('r.to') }, today)),
        );
      return [sitting('member').as('members'), sitting('deputy').as('deputies')];
    })
    .orderBy('c.name')
    .orderBy('f.name')
    .execute();

/** The organisations a member of a county's forum may represent: the county's own, and those of none. */
export const findRepresented = (tx: Tx, countyId: string): Promise<{ id: string; name: string }[]> =>
  tx
    .selectFrom('Organisation')
    .where((eb) => eb.or([eb('countyId', '=', countyId), eb('countyId', 'is', null)]))
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute();
