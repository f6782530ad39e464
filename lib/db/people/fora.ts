import type { Reach } from '#lib/domain/policy/may';
import type { Programme } from '#lib/domain/states';
import { join, sql, type Tx } from '#lib/db/client';

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
export function findFora(tx: Tx, ways: readonly Reach[], today: string): Promise<ListedForum[]> {
  const ids = (scope: string) => join(['', ...ways.filter((way) => way.scope === scope).map(({ id }) => id)]);
  const count = (role: string) =>
    sql`(SELECT count(*)::int FROM "RoleGrant" r WHERE r."forumId" = f.id AND r.role = ${role} AND r."from" <= ${today}::date AND (r."to" IS NULL OR r."to" > ${today}::date))`;
  return tx.$queryRaw<
    ListedForum[]
  >`SELECT f.id, f.name, f."countyId", c.name AS "countyName", f.programmes, ${count('member')} AS members, ${count('deputy')} AS deputies
    FROM "Samarbeidsforum" f JOIN "County" c ON c.id = f."countyId" WHERE f."countyId" IN (${ids('county')}) OR f.id IN (${ids('forum')}) ORDER BY c.name, f.name`;
}

/** The organisations a member of a county's forum may represent: the county's own, and those of none. */
export const findRepresented = (tx: Tx, countyId: string): Promise<{ id: string; name: string }[]> =>
  tx.$queryRaw`SELECT id, name FROM "Organisation" WHERE "countyId" = ${countyId} OR "countyId" IS NULL ORDER BY name, id`;
