import { dayOf } from '#lib/domain/deadline';
import type { Membership, RegionWithMembers } from '#lib/domain/region';
import { empty, sql, type Sql, type Tx } from './client';

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
export const renameRegion = async (tx: Tx, id: string, name: string): Promise<void> => {
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
