import type { NewOrganisation } from '#lib/domain/organisation';
import type { OrganisationKind } from '#lib/domain/states';
import { join, sql, type Tx } from './client';

/** A county that an organisation is added to, and who has the number already. */
export async function lockForOrganisation(
  tx: Tx,
  { countyId, orgnr }: { countyId: string; orgnr: string | null },
): Promise<{ countyId: string; known: { name: string } | null } | null> {
  const [row] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "County" WHERE id = ${countyId} FOR NO KEY UPDATE`;
  if (row === undefined) return null;
  return {
    countyId,
    known: orgnr === null ? null : await tx.organisation.findUnique({ where: { orgnr }, select: { name: true } }),
  };
}

export const insertOrganisation = async (tx: Tx, countyId: string, data: NewOrganisation): Promise<string> =>
  (await tx.organisation.create({ data: { countyId, ...data }, select: { id: true } })).id;

export interface NamedSubject {
  id: string;
  name: string;
  countyId: string | null;
  ownerIds: string[];
  registered: string | null;
}

/** An organisation with the name Enhetsregisteret has, held while it takes it. */
export async function lockName(tx: Tx, id: string): Promise<NamedSubject | null> {
  const [row] = await tx.$queryRaw<
    NamedSubject[]
  >`SELECT o.id, o.name, o."countyId", ARRAY[o.id] AS "ownerIds", (SELECT u.name FROM "RegisterUnit" u WHERE u.orgnr = o.orgnr) AS registered
    FROM "Organisation" o WHERE o.id = ${id} FOR NO KEY UPDATE`;
  return row ?? null;
}

export const setName = async (tx: Tx, id: string, name: string): Promise<void> => {
  await tx.organisation.update({ where: { id }, data: { name } });
};

export interface ListedOrganisation {
  id: string;
  name: string;
  orgnr: string | null;
  kind: OrganisationKind;
  countyId: string;
  kommunenr: string | null;
  registered: string | null;
  people: number;
  administrators: string[];
}

/** The organisations of these counties, or these alone: with the name Enhetsregisteret has and who holds roles in them today. */
export function findOrganisations(
  tx: Tx,
  { counties, own }: { counties: readonly string[]; own: readonly string[] },
  today: string,
): Promise<ListedOrganisation[]> {
  const now = sql`r."organisationId" = o.id AND r."from" <= ${today}::date AND (r."to" IS NULL OR r."to" > ${today}::date)`;
  return tx.$queryRaw<ListedOrganisation[]>`
    SELECT o.id, o.name, o.orgnr, o.kind, o."countyId", o.kommunenr, u.name AS registered,
      (SELECT count(DISTINCT r."userId")::int FROM "RoleGrant" r WHERE ${now}) AS people,
      ARRAY(SELECT coalesce(r."invitedAs", p.name) FROM "RoleGrant" r JOIN "User" p ON p.id = r."userId" WHERE ${now} AND r.role = 'administrator' ORDER BY 1) AS administrators
    FROM "Organisation" o LEFT JOIN "RegisterUnit" u ON u.orgnr = o.orgnr
    WHERE o."countyId" IN (${join(['', ...counties])}) OR o.id IN (${join(['', ...own])}) ORDER BY o.name, o.id`;
}
