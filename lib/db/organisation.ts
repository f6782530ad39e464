import { type NewOrganisation, searchWords } from '#lib/domain/organisation';
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

export interface RegisteredUnit {
  orgnr: string;
  name: string;
  form: string;
  kommunenr: string | null;
}

/** Stores a batch of units as they are in the file; a unit that is there is written over. Answers how many. */
export async function putUnits(tx: Tx, units: readonly RegisteredUnit[], at: Date): Promise<number> {
  return tx.$executeRaw`INSERT INTO "RegisterUnit" (orgnr, name, form, kommunenr, "refreshedAt")
    SELECT DISTINCT ON (orgnr) orgnr, name, form, kommunenr, ${at} FROM jsonb_to_recordset(${JSON.stringify(units)}::jsonb) AS u(orgnr text, name text, form text, kommunenr text)
    ON CONFLICT (orgnr) DO UPDATE SET name = excluded.name, form = excluded.form, kommunenr = excluded.kommunenr, "refreshedAt" = excluded."refreshedAt"`;
}

/** Takes away the units that the newest file did not have. */
export const dropUnits = (tx: Tx, before: Date): Promise<number> =>
  tx.$executeRaw`DELETE FROM "RegisterUnit" WHERE "refreshedAt" < ${before}`;

export const countUnits = (tx: Tx): Promise<number> => tx.registerUnit.count();

/** The units with this number, or whose names have these words; the shortest names first. */
export async function findUnits(tx: Tx, typed: string): Promise<RegisteredUnit[]> {
  const number = typed.replaceAll(/\s/g, '');
  const words = searchWords(typed);
  if (words.length === 0) return [];
  const wanted = words.map((word) => `${word}:*`).join(' & ');
  return tx.$queryRaw<RegisteredUnit[]>`SELECT orgnr, name, form, kommunenr FROM "RegisterUnit"
    WHERE ${/^\d{9}$/.test(number) ? sql`orgnr = ${number}` : sql`to_tsvector('simple', name) @@ to_tsquery('simple', ${wanted})`} ORDER BY length(name), name LIMIT 20`;
}

export const findUnit = (tx: Tx, orgnr: string): Promise<RegisteredUnit | null> =>
  tx.registerUnit.findUnique({ where: { orgnr }, select: { orgnr: true, name: true, form: true, kommunenr: true } });
