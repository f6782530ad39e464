import { osloDay } from '#lib/domain/round/time';
import { ROLES, type Actor, type Grant, type Role } from '#lib/domain/policy/actor';
import { sql, type Sql, type Tx } from '#lib/db/client';

export const valid = (now: Date): Sql =>
  sql`r."from" <= ${osloDay(now)}::date AND (r."to" IS NULL OR r."to" > ${osloDay(now)}::date)`;
export const active = (now: Date): Sql => sql`(u."endedAt" IS NULL OR u."endedAt" > ${now})`;
/** The roles that a `"User" u` holds today; whoever is asked to a need is its contributor. */
export const held = (
  now: Date,
): Sql => sql`SELECT r.id, r.role, r."organisationId", r."regionId", r."countyId", r."forumId" FROM "RoleGrant" r WHERE r."userId" = u.id AND ${valid(now)}
      UNION ALL (SELECT c.id, 'contributor', NULL, NULL, NULL, NULL FROM "Contributor" c WHERE c."userId" = u.id AND c."endedAt" IS NULL LIMIT 1)`;

interface GrantRow extends Omit<Grant, 'role'> {
  userId: string;
  name: string;
  role: Role | null;
}

/** A person with the roles valid today in Oslo; null when there is none, or access has ended. */
export async function findActor(tx: Tx, userId: string, now: Date): Promise<Actor | null> {
  const rows = await tx.$queryRaw<GrantRow[]>`
    SELECT u.id AS "userId", u.name, r.role, r."organisationId", r."regionId", r."countyId", r."forumId"
    FROM "User" u LEFT JOIN LATERAL (${held(now)}) r ON true
    WHERE u.id = ${userId} AND ${active(now)} ORDER BY r.id`;
  const [first] = rows;
  if (first === undefined) return null;
  const grants = rows.flatMap(({ role, organisationId, regionId, countyId, forumId }) =>
    role === null ? [] : [{ role, organisationId, regionId, countyId, forumId }],
  );
  return { userId: first.userId, name: first.name, grants };
}

export interface PersonRole {
  id: string;
  name: string;
  role: Role;
  place: string;
  county: string;
}

const roles = (where: Sql, now: Date): Sql => sql`
  SELECT u.id, u.name, h.role, h.place, h.county
  FROM "User" u JOIN LATERAL (
    SELECT r.role, coalesce(o.name, g.name, f.name, c."statsforvalterName") AS place, coalesce(c.name, oc.name, '') AS county
    FROM "RoleGrant" r LEFT JOIN "Organisation" o ON o.id = r."organisationId" LEFT JOIN "County" oc ON oc.id = o."countyId"
      LEFT JOIN "Region" g ON g.id = r."regionId" LEFT JOIN "Samarbeidsforum" f ON f.id = r."forumId" LEFT JOIN "County" c ON c.id = r."countyId"
    WHERE r."userId" = u.id AND ${valid(now)}
    UNION SELECT 'contributor', coalesce(nullif(k.unit, ''), o.name), c.name
    FROM "Contributor" k JOIN "Behovsmelding" b ON b.id = k."behovsmeldingId" JOIN "Organisation" o ON o.id = b."ownerId" JOIN "Round" d ON d.id = b."roundId" JOIN "County" c ON c.id = d."countyId"
    WHERE k."userId" = u.id AND k."endedAt" IS NULL) h ON true
  WHERE ${where} AND ${active(now)}
  ORDER BY h.county, array_position(${[...ROLES]}::text[], h.role), u.name, u.id, h.place`;

/** The demo's persons, one row for each role of each, by county. */
export const findDemoPersons = (tx: Tx, now: Date): Promise<PersonRole[]> => tx.$queryRaw(roles(sql`u."isDemo"`, now));

/** What a person is, and where, today. */
export const findRoles = (tx: Tx, userId: string, now: Date): Promise<PersonRole[]> =>
  tx.$queryRaw(roles(sql`u.id = ${userId}`, now));

/** Whether this is a person of the demo, with access. */
export async function isDemoPerson(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "User" u WHERE u.id = ${id} AND u."isDemo" AND ${active(now)}`;
  return rows.length > 0;
}

export interface SignInRow {
  id: string;
  name: string;
  isDemo: boolean;
  ended: boolean;
  linked: boolean;
  countyId: string | null;
}

const person = (where: Sql, now: Date): Sql => sql`
  SELECT u.id, u.name, u."isDemo", NOT ${active(now)} AS ended, u."oidcSubject" IS NOT NULL AS linked,
    (SELECT min(r."countyId") FROM "RoleGrant" r WHERE r."userId" = u.id) AS "countyId"
  FROM "User" u WHERE ${where} FOR UPDATE OF u`;

/** Who an issuer's subject is, and who an e-mail address was invited as; both locked. */
export async function lockForSignIn(
  tx: Tx,
  claims: { iss: string; sub: string; email: string | null },
  now: Date,
): Promise<{ bySubject: SignInRow | null; byEmail: SignInRow | null }> {
  const [bySubject] = await tx.$queryRaw<SignInRow[]>(
    person(sql`u."oidcIssuer" = ${claims.iss} AND u."oidcSubject" = ${claims.sub}`, now),
  );
  if (bySubject !== undefined || claims.email === null) return { bySubject: bySubject ?? null, byEmail: null };
  const [byEmail] = await tx.$queryRaw<SignInRow[]>(person(sql`u.email = lower(${claims.email})`, now));
  return { bySubject: null, byEmail: byEmail ?? null };
}

/** Remembers the issuer's subject, so that the person is known by it from now on. */
export async function linkSubject(tx: Tx, id: string, claims: { iss: string; sub: string }): Promise<void> {
  await tx.user.update({ where: { id }, data: { oidcIssuer: claims.iss, oidcSubject: claims.sub } });
}

/** The written language a person last chose; null when there is no such person. */
export async function findLanguage(tx: Tx, id: string): Promise<string | null> {
  const found = await tx.user.findUnique({ where: { id }, select: { locale: true } });
  return found?.locale ?? null;
}

/** A person's language, locked while it is changed. */
export async function lockLanguage(tx: Tx, id: string): Promise<{ id: string; locale: string } | null> {
  const [row] = await tx.$queryRaw<
    { id: string; locale: string }[]
  >`SELECT id, locale FROM "User" WHERE id = ${id} FOR UPDATE`;
  return row ?? null;
}

export async function saveLanguage(tx: Tx, id: string, locale: string): Promise<void> {
  await tx.user.update({ where: { id }, data: { locale } });
}
