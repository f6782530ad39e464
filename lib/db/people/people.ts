import { sql, type Sql, type Tx } from '#lib/db/client';
import type { GivenRole, HeldRole, Known, Seat } from '#lib/domain/people/people';
import { osloDay } from '#lib/domain/round/time';
import type { OrganisationKind } from '#lib/domain/states';

/** The roles held, have been held or will be, those of today first. A person shows by the name the place itself gave. */
const findHeld = (tx: Tx, where: Sql, now: Date): Promise<HeldRole[]> => tx.$queryRaw`
  SELECT r.id, r."userId", coalesce(r."invitedAs", u.name) AS name, u.email, u."mailFailedAt" IS NOT NULL AS unreached, u."endedAt" IS NOT NULL AND u."endedAt" <= ${now} AS ended, r.role, r."from", r."to",
    g.name AS place, r.seat, o.name AS represents, r."deputyForId"
  FROM "RoleGrant" r JOIN "User" u ON u.id = r."userId" LEFT JOIN "Organisation" o ON o.id = r."representsId" LEFT JOIN "Region" g ON g.id = r."regionId"
  WHERE ${where} ORDER BY coalesce(r."to" <= ${osloDay(now)}::date, false), r.role, name, r."from", r.id`;

/** One role, by its id. */
export const findGrant = async (tx: Tx, id: string, now: Date): Promise<HeldRole | undefined> =>
  (await findHeld(tx, sql`r.id = ${id}`, now))[0];

/** The roles in one place. */
export const findHeldIn = (
  tx: Tx,
  place: { organisationId: string } | { forumId: string } | { regionId: string },
  now: Date,
): Promise<HeldRole[]> =>
  findHeld(
    tx,
    'organisationId' in place
      ? sql`r."organisationId" = ${place.organisationId}`
      : 'forumId' in place
        ? sql`r."forumId" = ${place.forumId}`
        : sql`r."regionId" = ${place.regionId}`,
    now,
  );

export interface OrganisationSubject {
  id: string;
  name: string;
  kind: OrganisationKind;
  orgnr: string | null;
  countyId: string | null;
  ownerIds: string[];
}

/** An organisation as the policy sees it. */
export async function findOrganisation(tx: Tx, id: string, lock: Sql = sql``): Promise<OrganisationSubject | null> {
  const [row] = await tx.$queryRaw<
    OrganisationSubject[]
  >`SELECT o.id, o.name, o.kind, o.orgnr, o."countyId", ARRAY[o.id] AS "ownerIds" FROM "Organisation" o WHERE o.id = ${id} ${lock}`;
  return row ?? null;
}

export interface ForumSubject {
  id: string;
  name: string;
  countyId: string;
  forumId: string;
}

/** A samarbeidsforum as the policy sees it. */
export async function findForum(tx: Tx, id: string, lock: Sql = sql``): Promise<ForumSubject | null> {
  const [row] = await tx.$queryRaw<
    ForumSubject[]
  >`SELECT f.id, f.name, f."countyId", f.id AS "forumId" FROM "Samarbeidsforum" f WHERE f.id = ${id} ${lock}`;
  return row ?? null;
}

/** Two invitations to one address wait for each other. */
async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`invite ${email}`}))`;
}

/** Whose an e-mail address is, held so that no other invitation makes the same person meanwhile. */
export async function lockKnown(tx: Tx, email: string, now: Date): Promise<Known | null> {
  await lockAddress(tx, email);
  const [row] = await tx.$queryRaw<Known[]>`SELECT u.id, u."endedAt" IS NOT NULL AND u."endedAt" <= ${now} AS ended,
      ARRAY(SELECT r.role FROM "RoleGrant" r WHERE r."userId" = u.id AND (r."to" IS NULL OR r."to" > ${osloDay(now)}::date AND r."to" > r."from")
        UNION SELECT 'contributor' FROM "Contributor" c WHERE c."userId" = u.id AND c."endedAt" IS NULL) AS roles
    FROM "User" u WHERE u.email = ${email}`;
  return row ?? null;
}

/** An organisation held while its people change, with the roles in it. */
export async function lockOrganisation(
  tx: Tx,
  id: string,
  now: Date,
): Promise<(OrganisationSubject & { held: HeldRole[] }) | null> {
  const found = await findOrganisation(tx, id, sql`FOR NO KEY UPDATE`);
  return found === null ? null : { ...found, held: await findHeldIn(tx, { organisationId: id }, now) };
}

/** A forum held while its people change, with its members, deputies and secretariat. */
export async function lockForum(tx: Tx, id: string, now: Date): Promise<(ForumSubject & { held: HeldRole[] }) | null> {
  const found = await findForum(tx, id, sql`FOR NO KEY UPDATE`);
  return found === null ? null : { ...found, held: await findHeldIn(tx, { forumId: id }, now) };
}

interface Where {
  organisationId?: string;
  regionId?: string;
  forumId?: string;
  countyId: string | null;
  seat?: Seat;
  representsId?: string | null;
  deputyForId?: string | null;
}

/** Gives the role; somebody the portal did not know is made known, somebody it did keeps their own name. */
export async function insertRole(
  tx: Tx,
  { role, name, email, userId, from, to }: GivenRole,
  where: Where,
  now: Date,
): Promise<{ userId: string }> {
  const id = userId ?? (await tx.user.create({ data: { email, name, invitedAt: now }, select: { id: true } })).id;
  await tx.roleGrant.create({
    data: { ...where, userId: id, role, from, to, invitedAs: userId === null ? null : name },
  });
  return { userId: id };
}

/** A role ends on this day: its first without. */
export async function setRoleEnd(tx: Tx, id: string, to: Date): Promise<void> {
  await tx.roleGrant.update({ where: { id }, data: { to } });
}

interface Place {
  organisationId: string | null;
  forumId: string | null;
  regionId: string | null;
  countyId: string | null;
  role: string;
}
/** A role as the policy sees it: with those who may take it back. */
export interface GrantSubject {
  countyId: string | null;
  forumId: string | null;
  ownerIds: string[];
  grant: HeldRole;
  held: HeldRole[];
  place: Place;
}

const IN_FORUM = ['member', 'deputy'];
const OF_COUNTY = [...IN_FORUM, 'secretariat', 'coordinator'];

/** A role held while it is taken back, and the other roles of its organisation. What stands for Statsforvalteren itself is taken back by nobody here. */
export async function lockGrant(tx: Tx, id: string, now: Date): Promise<GrantSubject | null> {
  const [place] = await tx.$queryRaw<
    Place[]
  >`SELECT "organisationId", "forumId", "regionId", "countyId", role FROM "RoleGrant" WHERE id = ${id}`;
  if (place === undefined) return null;
  // The place before the role in it, as when a role is given.
  if (place.organisationId !== null)
    await tx.$executeRaw`SELECT 1 FROM "Organisation" WHERE id = ${place.organisationId} FOR NO KEY UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM "RoleGrant" WHERE id = ${id} FOR UPDATE`;
  const held = place.organisationId === null ? [] : await findHeldIn(tx, { organisationId: place.organisationId }, now);
  const grant = held.find((one) => one.id === id) ?? (await findGrant(tx, id, now));
  if (grant === undefined) return null;
  return {
    grant,
    held,
    place,
    ownerIds: place.organisationId === null ? [] : [place.organisationId],
    forumId: IN_FORUM.includes(place.role) ? place.forumId : null,
    countyId: OF_COUNTY.includes(place.role) ? place.countyId : null,
  };
}

export interface OfficeSubject {
  countyId: string;
  kind: 'region' | 'forum';
  placeId: string;
  place: string;
  held: HeldRole[];
}

/** The region or forum an office is in, held while it is given; null when it is not of the county. */
export async function lockOffice(
  tx: Tx,
  { countyId, role, placeId }: { countyId: string; role: 'coordinator' | 'secretariat'; placeId: string },
  now: Date,
): Promise<OfficeSubject | null> {
  const kind = role === 'coordinator' ? 'region' : 'forum';
  const from = kind === 'region' ? sql`"Region"` : sql`"Samarbeidsforum"`;
  const [row] = await tx.$queryRaw<
    { name: string }[]
  >`SELECT name FROM ${from} p WHERE p.id = ${placeId} AND p."countyId" = ${countyId} FOR NO KEY UPDATE`;
  return row === undefined
    ? null
    : {
        countyId,
        kind,
        placeId,
        place: row.name,
        held: await findHeldIn(tx, kind === 'region' ? { regionId: placeId } : { forumId: placeId }, now),
      };
}
