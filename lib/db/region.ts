import type { Membership, RegionWithMembers } from '#lib/domain/region';
import { dayOf, osloDay } from '#lib/domain/round/time';
import { empty, join, sql, type Sql, type Tx } from './client';

export interface RegionSubject extends RegionWithMembers {
  countyId: string;
  countyName: string;
}

const MEMBERS = (
  regionId: string,
): Sql => sql`SELECT m.id, m."organisationId", o.name, m."from", m."to" FROM "RegionMembership" m JOIN "Organisation" o ON o.id = m."organisationId"
  WHERE m."regionId" = ${regionId} ORDER BY m."to" IS NOT NULL, o.name, m."from"`;

async function region(tx: Tx, id: string, lock: Sql): Promise<RegionSubject | null> {
  const [row] = await tx.$queryRaw<Omit<RegionSubject, 'memberships' | 'others'>[]>`
    SELECT g.id, g.name, g."dissolvedOn", g."countyId", c.name AS "countyName" FROM "Region" g JOIN "County" c ON c.id = g."countyId" WHERE g.id = ${id} ${lock}`;
  if (row === undefined) return null;
  const memberships = await tx.$queryRaw<Membership[]>(MEMBERS(id));
  const others = await tx.$queryRaw<
    { id: string; name: string }[]
  >`SELECT id, name FROM "Region" WHERE "countyId" = ${row.countyId} AND id <> ${id}`;
  return { ...row, memberships, others };
}

export const findRegion = (tx: Tx, id: string): Promise<RegionSubject | null> => region(tx, id, empty);
/** Holds a region while its name, end or members change. */
export const lockRegion = (tx: Tx, id: string): Promise<RegionSubject | null> =>
  region(tx, id, sql`FOR NO KEY UPDATE OF g`);

/** A county, whose regions nobody else makes meanwhile. */
export async function lockCounty(
  tx: Tx,
  countyId: string,
): Promise<{ countyId: string; others: { id: string; name: string }[] } | null> {
  const [row] = await tx.$queryRaw<
    { countyId: string }[]
  >`SELECT id AS "countyId" FROM "County" WHERE id = ${countyId} FOR NO KEY UPDATE`;
  return row === undefined
    ? null
    : { countyId, others: await tx.region.findMany({ where: { countyId }, select: { id: true, name: true } }) };
}

export const insertRegion = async (tx: Tx, countyId: string, name: string): Promise<string> =>
  (await tx.region.create({ data: { countyId, name }, select: { id: true } })).id;
export const storeRegionName = async (tx: Tx, id: string, name: string): Promise<void> => {
  await tx.region.update({ where: { id }, data: { name } });
};

interface Ended {
  members: number;
  delegations: { id: string; owner: string }[];
  coordinators: { userId: string; name: string; to: Date }[];
}

/** Ends a region: memberships, delegations and its coordinators' roles that would have gone on end that day; those that would have begun later then hold on no day. Answers what it ended. */
export async function endRegion(tx: Tx, id: string, on: Date, by: { userId: string; now: Date }): Promise<Ended> {
  const day = dayOf(on);
  const members =
    await tx.$executeRaw`UPDATE "RegionMembership" SET "to" = greatest("from", ${day}::date) WHERE "regionId" = ${id} AND ("to" IS NULL OR "to" > ${day}::date)`;
  const delegations = await tx.$queryRaw<
    { id: string; owner: string }[]
  >`UPDATE "Delegation" d SET "to" = greatest("from", ${day}::date), "endedAt" = ${by.now}, "endedById" = ${by.userId}
    FROM "Organisation" o WHERE o.id = d."organisationId" AND d."regionId" = ${id} AND (d."to" IS NULL OR d."to" > ${day}::date) RETURNING d.id, o.name AS owner`;
  const coordinators = await tx.$queryRaw<
    Ended['coordinators']
  >`UPDATE "RoleGrant" r SET "to" = greatest(r."from", ${day}::date)
    FROM "User" u WHERE u.id = r."userId" AND r."regionId" = ${id} AND (r."to" IS NULL OR r."to" > ${day}::date) RETURNING r."userId", coalesce(r."invitedAs", u.name) AS name, r."to"`;
  await tx.region.update({ where: { id }, data: { dissolvedOn: on } });
  return { members, delegations, coordinators };
}

export const insertMembership = async (
  tx: Tx,
  regionId: string,
  organisationId: string,
  days: { from: Date; to: Date | null },
): Promise<void> => {
  await tx.regionMembership.create({ data: { regionId, organisationId, ...days } });
};
export const setMembershipEnd = async (tx: Tx, id: string, to: Date): Promise<void> => {
  await tx.regionMembership.update({ where: { id }, data: { to } });
};

/** An organisation of the county, by its id. */
export const findInCounty = (tx: Tx, id: string, countyId: string): Promise<{ id: string; name: string } | null> =>
  tx.organisation.findFirst({
    where: { id, OR: [{ countyId }, { countyId: null }] },
    select: { id: true, name: true },
  });

export interface ListedRegion {
  id: string;
  name: string;
  countyId: string;
  countyName: string;
  dissolvedOn: Date | null;
  members: string[];
  tiltak: number;
}

/** The regions of these counties, those that are over last, with their members today and how many tiltak they have had. */
export const findRegions = (
  tx: Tx,
  counties: readonly string[],
  today: string,
): Promise<ListedRegion[]> => tx.$queryRaw<ListedRegion[]>`
  SELECT g.id, g.name, g."countyId", c.name AS "countyName", g."dissolvedOn",
    ARRAY(SELECT o.name FROM "RegionMembership" m JOIN "Organisation" o ON o.id = m."organisationId" WHERE m."regionId" = g.id AND m."from" <= ${today}::date AND (m."to" IS NULL OR m."to" > ${today}::date) ORDER BY o.name) AS members,
    (SELECT count(*)::int FROM "Tiltak" t WHERE t."regionId" = g.id) AS tiltak
  FROM "Region" g JOIN "County" c ON c.id = g."countyId" WHERE g."countyId" IN (${join(['', ...counties])})
  ORDER BY c.name, coalesce(g."dissolvedOn" <= ${today}::date, false), g.name`;

export interface RegionWork {
  tiltak: number;
  needs: number;
  delegations: { organisation: string; from: Date; to: Date | null }[];
  alsoIn: { organisationId: string; region: string }[];
  candidates: { id: string; name: string }[];
}

/** What a region has had to do with, who has handed their work to it, its members' other regions, and who could join. */
export async function findRegionWork(tx: Tx, region: { id: string; countyId: string }, now: Date): Promise<RegionWork> {
  const today = osloDay(now);
  const [counts] = await tx.$queryRaw<
    { tiltak: number; needs: number }[]
  >`SELECT (SELECT count(*)::int FROM "Tiltak" t WHERE t."regionId" = ${region.id}) AS tiltak,
    (SELECT count(*)::int FROM "Behovsmelding" b WHERE b."regionId" = ${region.id} AND b.state <> 'draft') AS needs`;
  const delegations = await tx.$queryRaw<
    RegionWork['delegations']
  >`SELECT o.name AS organisation, d."from", d."to" FROM "Delegation" d JOIN "Organisation" o ON o.id = d."organisationId" WHERE d."regionId" = ${region.id} ORDER BY d."to" IS NOT NULL, o.name, d."from"`;
  const alsoIn = await tx.$queryRaw<RegionWork['alsoIn']>`
    SELECT DISTINCT m."organisationId", g.name AS region FROM "RegionMembership" m JOIN "Region" g ON g.id = m."regionId"
    WHERE m."regionId" <> ${region.id} AND m."from" <= ${today}::date AND (m."to" IS NULL OR m."to" > ${today}::date)
      AND m."organisationId" IN (SELECT i."organisationId" FROM "RegionMembership" i WHERE i."regionId" = ${region.id} AND (i."to" IS NULL OR i."to" > ${today}::date)) ORDER BY g.name`;
  const candidates = await tx.$queryRaw<
    RegionWork['candidates']
  >`SELECT id, name FROM "Organisation" WHERE ("countyId" = ${region.countyId} OR "countyId" IS NULL) AND kind IN ('kommune','fylkeskommune','friskole','state-school','barnehageeier','other') ORDER BY name, id`;
  return { tiltak: counts?.tiltak ?? 0, needs: counts?.needs ?? 0, delegations, alsoIn, candidates };
}
