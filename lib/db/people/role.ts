import { sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { onDay } from '#lib/db/facts/dates';
import { newId } from '#lib/db/values';
import { dayAt, type Day } from '#lib/domain/day';
import type { GivenRole, HeldRole, Seat } from '#lib/domain/people/people';
import { hasEnded, insertPerson } from './user';

/** The roles held, have been held or will be, those of today first. A person shows by the name the place itself gave. */
const held = (tx: Tx, now: Date) =>
  tx
    .selectFrom('RoleGrant as r')
    .innerJoin('User as u', 'u.id', 'r.userId')
    .leftJoin('Organisation as o', 'o.id', 'r.representsId')
    .leftJoin('Region as g', 'g.id', 'r.regionId')
    .select(['r.id', 'r.userId', 'u.email', 'r.role', 'r.from', 'r.to', 'g.name as place', 'r.seat'])
    .select(['o.name as represents', 'r.deputyForId'])
    .select((eb) => [
      eb.fn.coalesce('r.invitedAs', 'u.name').as('name'),
      sql<boolean>`${eb.ref('u.mailFailedAt')} is not null`.as('unreached'),
      hasEnded(eb.ref('u.endedAt'), now).as('ended'),
    ])
    .orderBy((eb) => sql`coalesce(${eb.ref('r.to')} <= ${onDay(dayAt(now))}, false)`)
    .orderBy('r.role')
    .orderBy('name')
    .orderBy('r.from')
    .orderBy('r.id');

/** One role, by its id. */
const findGrant = (tx: Tx, id: string, now: Date): Promise<HeldRole | undefined> =>
  held(tx, now).where('r.id', '=', id).executeTakeFirst();

/** The roles in one place. */
export function findHeldIn(
  tx: Tx,
  place: { organisationId: string } | { forumId: string } | { regionId: string },
  now: Date,
): Promise<HeldRole[]> {
  if ('organisationId' in place) return held(tx, now).where('r.organisationId', '=', place.organisationId).execute();
  if ('forumId' in place) return held(tx, now).where('r.forumId', '=', place.forumId).execute();
  return held(tx, now).where('r.regionId', '=', place.regionId).execute();
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
  const id = userId ?? (await insertPerson(tx, { email, name }, now));
  await tx
    .insertInto('RoleGrant')
    .values({ id: newId(), ...where, userId: id, role, from, to, invitedAs: userId === null ? null : name })
    .execute();
  return { userId: id };
}

/** A role ends on this day: its first without. */
export async function setRoleEnd(tx: Tx, id: string, to: Day): Promise<void> {
  await tx.updateTable('RoleGrant').set({ to }).where('id', '=', id).execute();
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

/**
 * A role held while it is taken back, and the other roles of its organisation. What stands for Statsforvalteren
 * itself is taken back by nobody here.
 */
export async function lockGrant(tx: Tx, id: string, now: Date): Promise<GrantSubject | null> {
  const place = await tx
    .selectFrom('RoleGrant')
    .where('id', '=', id)
    .select(['organisationId', 'forumId', 'regionId', 'countyId', 'role'])
    .executeTakeFirst();
  if (place === undefined) return null;
  // The place before the role in it, as when a role is given.
  if (place.organisationId !== null)
    await tx.selectFrom('Organisation').where('id', '=', place.organisationId).select('id').forNoKeyUpdate().execute();
  await tx.selectFrom('RoleGrant').where('id', '=', id).select('id').forUpdate().execute();
  const others =
    place.organisationId === null ? [] : await findHeldIn(tx, { organisationId: place.organisationId }, now);
  const grant = others.find((one) => one.id === id) ?? (await findGrant(tx, id, now));
  if (grant === undefined) return null;
  return {
    grant,
    held: others,
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
  const place =
    kind === 'region'
      ? await tx
          .selectFrom('Region')
          .where('id', '=', placeId)
          .where('countyId', '=', countyId)
          .select('name')
          .forNoKeyUpdate()
          .executeTakeFirst()
      : await tx
          .selectFrom('Samarbeidsforum')
          .where('id', '=', placeId)
          .where('countyId', '=', countyId)
          .select('name')
          .forNoKeyUpdate()
          .executeTakeFirst();
  return place === undefined
    ? null
    : {
        countyId,
        kind,
        placeId,
        place: place.name,
        held: await findHeldIn(tx, kind === 'region' ? { regionId: placeId } : { forumId: placeId }, now),
      };
}
