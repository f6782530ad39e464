import { sql, type Expression } from 'kysely';
import type { Tx } from '#lib/db/client';
import { newId } from '#lib/db/values';
import { holdsAt } from '#lib/db/facts/dates';
import { ROLES, type Actor, type Role } from '#lib/domain/policy/row';

/** Whether a person's access has ended at this moment. */
export const hasEnded = (endedAt: Expression<Date | null>, now: Date) =>
  sql<boolean>`(${endedAt} is not null and ${endedAt} <= ${now})`;

/** The roles that a person holds today; whoever is asked to a need is its contributor. */
export const rolesToday = (tx: Tx, userId: Expression<string>, now: Date) =>
  tx
    .selectFrom('RoleGrant as r')
    .where('r.userId', '=', userId)
    .where((eb) => holdsAt({ from: eb.ref('r.from'), to: eb.ref('r.to') }, now))
    .select(['r.id', 'r.role', 'r.organisationId', 'r.regionId', 'r.countyId', 'r.forumId'])
    .unionAll((eb) =>
      eb.parens(
        eb
          .selectFrom('Contributor as c')
          .where('c.userId', '=', userId)
          .where('c.endedAt', 'is', null)
          .select(['c.id', sql<Role>`'contributor'`.as('role')])
          .select(
            (['organisationId', 'regionId', 'countyId', 'forumId'] as const).map((place) =>
              sql<string | null>`null`.as(place),
            ),
          )
          .limit(1),
      ),
    );

/** A person with the roles valid today in Oslo; null when there is none, or access has ended. */
export async function findActor(tx: Tx, userId: string, now: Date): Promise<Actor | null> {
  const rows = await tx
    .selectFrom('User as u')
    .leftJoinLateral(
      (eb) => rolesToday(tx, eb.ref('u.id'), now).as('r'),
      (join) => join.onTrue(),
    )
    .where('u.id', '=', userId)
    .where((eb) => eb.not(hasEnded(eb.ref('u.endedAt'), now)))
    .select(['u.id as userId', 'u.name', 'r.role', 'r.organisationId', 'r.regionId', 'r.countyId', 'r.forumId'])
    .orderBy('r.id')
    .execute();
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

const roles = (tx: Tx, now: Date) =>
  tx
    .selectFrom('User as u')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('RoleGrant as r')
          .leftJoin('Organisation as o', 'o.id', 'r.organisationId')
          .leftJoin('County as oc', 'oc.id', 'o.countyId')
          .leftJoin('Region as g', 'g.id', 'r.regionId')
          .leftJoin('Samarbeidsforum as f', 'f.id', 'r.forumId')
          .leftJoin('County as c', 'c.id', 'r.countyId')
          .whereRef('r.userId', '=', 'u.id')
          .where((eb) => holdsAt({ from: eb.ref('r.from'), to: eb.ref('r.to') }, now))
          .select(({ fn }) => [
            'r.role',
            fn.coalesce('o.name', 'g.name', 'f.name', 'c.statsforvalterName', sql.lit('')).as('place'),
            fn.coalesce('c.name', 'oc.name', sql.lit('')).as('county'),
          ])
          .union(
            eb
              .selectFrom('Contributor as k')
              .innerJoin('Behovsmelding as b', 'b.id', 'k.behovsmeldingId')
              .innerJoin('Organisation as o', 'o.id', 'b.ownerId')
              .innerJoin('Round as d', 'd.id', 'b.roundId')
              .innerJoin('County as c', 'c.id', 'd.countyId')
              .whereRef('k.userId', '=', 'u.id')
              .where('k.endedAt', 'is', null)
              .select((eb) => [
                sql<Role>`'contributor'`.as('role'),
                eb.fn.coalesce(sql<string | null>`nullif(${eb.ref('k.unit')}, '')`, 'o.name').as('place'),
                'c.name as county',
              ]),
          )
          .as('h'),
      (join) => join.onTrue(),
    )
    .where((eb) => eb.not(hasEnded(eb.ref('u.endedAt'), now)))
    .select(['u.id', 'u.name', 'h.role', 'h.place', 'h.county'])
    .orderBy('h.county')
    .orderBy((eb) => sql`array_position(${[...ROLES]}::text[], ${eb.ref('h.role')})`)
    .orderBy('u.name')
    .orderBy('u.id')
    .orderBy('h.place');

/** The demo's persons, one row for each role of each, by county. */
export const findDemoPersons = (tx: Tx, now: Date): Promise<PersonRole[]> =>
  roles(tx, now).where('u.isDemo', '=', true).execute();

/** What a person is, and where, today. */
export const findRoles = (tx: Tx, userId: string, now: Date): Promise<PersonRole[]> =>
  roles(tx, now).where('u.id', '=', userId).execute();

/** Whether this is a person of the demo, with access. */
export async function isDemoPerson(tx: Tx, id: string, now: Date): Promise<boolean> {
  const found = await tx
    .selectFrom('User as u')
    .where('u.id', '=', id)
    .where('u.isDemo', '=', true)
    .where((eb) => eb.not(hasEnded(eb.ref('u.endedAt'), now)))
    .select('u.id')
    .executeTakeFirst();
  return found !== undefined;
}

export interface SignInRow {
  id: string;
  name: string;
  isDemo: boolean;
  ended: boolean;
  linked: boolean;
  countyId: string | null;
}

const person = (tx: Tx, now: Date) =>
  tx
    .selectFrom('User as u')
    .select(['u.id', 'u.name', 'u.isDemo'])
    .select((eb) => [
      hasEnded(eb.ref('u.endedAt'), now).as('ended'),
      sql<boolean>`${eb.ref('u.oidcSubject')} is not null`.as('linked'),
      eb
        .selectFrom('RoleGrant as r')
        .whereRef('r.userId', '=', 'u.id')
        .select(({ fn }) => fn.min('r.countyId').as('countyId'))
        .as('countyId'),
    ])
    .forUpdate('u');

/** Who an issuer's subject is, and who an e-mail address was invited as; both locked. */
export async function lockForSignIn(
  tx: Tx,
  claims: { iss: string; sub: string; email: string | null },
  now: Date,
): Promise<{ bySubject: SignInRow | null; byEmail: SignInRow | null }> {
  const bySubject = await person(tx, now)
    .where('u.oidcIssuer', '=', claims.iss)
    .where('u.oidcSubject', '=', claims.sub)
    .executeTakeFirst();
  if (bySubject !== undefined || claims.email === null) return { bySubject: bySubject ?? null, byEmail: null };
  const byEmail = await person(tx, now)
    .where('u.email', '=', sql<string>`lower(${claims.email})`)
    .executeTakeFirst();
  return { bySubject: null, byEmail: byEmail ?? null };
}

/** Makes a person known by an address and a name; answers who. */
export async function insertPerson(
  tx: Tx,
  { email, name }: { email: string; name: string },
  now: Date,
): Promise<string> {
  const id = newId();
  await tx.insertInto('User').values({ id, email, name, invitedAt: now }).execute();
  return id;
}

/** Remembers the issuer's subject, so that the person is known by it from now on. */
export async function linkSubject(tx: Tx, id: string, claims: { iss: string; sub: string }): Promise<void> {
  await tx.updateTable('User').set({ oidcIssuer: claims.iss, oidcSubject: claims.sub }).where('id', '=', id).execute();
}

/** The written language a person last chose; null when there is no such person. */
export async function findLanguage(tx: Tx, id: string): Promise<string | null> {
  const found = await tx.selectFrom('User').where('id', '=', id).select('locale').executeTakeFirst();
  return found?.locale ?? null;
}

/** A person's language, locked while it is changed. */
export const lockLanguage = async (tx: Tx, id: string): Promise<{ id: string; locale: string } | null> =>
  (await tx.selectFrom('User').where('id', '=', id).select(['id', 'locale']).forUpdate().executeTakeFirst()) ?? null;

/** Stores the written language a person has chosen. */
export async function saveLanguage(tx: Tx, id: string, locale: 'nb' | 'nn'): Promise<void> {
  await tx.updateTable('User').set({ locale }).where('id', '=', id).execute();
}
