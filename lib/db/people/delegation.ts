import { idsIn, reach, type Reach } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/actor';
import type { DelegationCover } from '#lib/domain/states';
import { join, sql, type Sql, type Tx } from '#lib/db/client';
import { holdsToday } from '#lib/db/behovsmelding/parties';

/** A delegation with its owner, its region, and who gave and ended it. */
export interface DelegationRow {
  id: string;
  ownerId: string;
  ownerName: string;
  regionId: string;
  regionName: string;
  countyId: string;
  covers: DelegationCover[];
  from: Date;
  to: Date | null;
  note: string;
  givenByName: string | null;
  givenAt: Date | null;
  endedByName: string | null;
  endedAt: Date | null;
  ownerIds: string[];
  delegatedRegionIds: string[];
}

const select = (where: Sql): Sql => sql`
  SELECT d.id, d."organisationId" AS "ownerId", o.name AS "ownerName", d."regionId", g.name AS "regionName", g."countyId", d.covers, d."from", d."to", d.note,
    given.name AS "givenByName", d."givenAt", ended.name AS "endedByName", d."endedAt", ARRAY[d."organisationId"] AS "ownerIds", ARRAY[d."regionId"] AS "delegatedRegionIds"
  FROM "Delegation" d JOIN "Organisation" o ON o.id = d."organisationId" JOIN "Region" g ON g.id = d."regionId"
    LEFT JOIN "User" given ON given.id = d."givenById" LEFT JOIN "User" ended ON ended.id = d."endedById"
  WHERE ${where}`;

/** The delegations within reach, those that last longest first; at most 500. */
export async function listDelegations(tx: Tx, ways: readonly Reach[]): Promise<DelegationRow[]> {
  const within = ways.map(({ scope, id }) =>
    scope === 'own'
      ? sql`d."organisationId" = ${id}`
      : scope === 'delegated'
        ? sql`d."regionId" = ${id}`
        : scope === 'county'
          ? sql`g."countyId" = ${id}`
          : sql`false`,
  );
  if (within.length === 0) return [];
  return tx.$queryRaw<
    DelegationRow[]
  >`${select(join(within, ' OR '))} ORDER BY o.name, d."to" DESC NULLS FIRST, d."from" DESC, d.id LIMIT 500`;
}

/** Locks a delegation to end it. */
export async function lockDelegation(tx: Tx, id: string): Promise<DelegationRow | null> {
  const rows = await tx.$queryRaw<DelegationRow[]>`${select(sql`d.id = ${id}`)} FOR UPDATE OF d`;
  return rows[0] ?? null;
}

/** What an owner has given, to whom and until when: what a new one is judged by. */
export const givenBy = (tx: Tx, ownerId: string): Promise<DelegationRow[]> =>
  tx.$queryRaw(select(sql`d."organisationId" = ${ownerId}`));

export interface OwnerRegion {
  ownerId: string;
  ownerName: string;
  id: string;
  name: string;
  member: boolean;
}

/** The regions these owners are or were members of, and whether they are on this day. */
export const regionsOf = (tx: Tx, owners: readonly string[], day: string): Promise<OwnerRegion[]> => tx.$queryRaw`
  SELECT o.id AS "ownerId", o.name AS "ownerName", g.id, g.name, bool_or(m."from" <= ${day}::date AND (m."to" IS NULL OR m."to" > ${day}::date)) AS member
  FROM "RegionMembership" m JOIN "Region" g ON g.id = m."regionId" JOIN "Organisation" o ON o.id = m."organisationId"
  WHERE m."organisationId" = ANY (${[...owners]}::text[]) AND (g."dissolvedOn" IS NULL OR g."dissolvedOn" > ${day}::date) GROUP BY o.id, o.name, g.id, g.name ORDER BY o.name, member DESC, g.name`;

/** The members of these regions on this day. */
export const membersOf = (
  tx: Tx,
  regions: readonly string[],
  day: string,
): Promise<{ id: string; name: string; regionId: string }[]> => tx.$queryRaw`
  SELECT o.id, o.name, m."regionId" FROM "RegionMembership" m JOIN "Organisation" o ON o.id = m."organisationId"
  WHERE m."regionId" = ANY (${[...regions]}::text[]) AND m."from" <= ${day}::date AND (m."to" IS NULL OR m."to" > ${day}::date) ORDER BY o.name, o.id`;

/** Puts a delegation on the record. */
export const createDelegation = (
  tx: Tx,
  data: {
    organisationId: string;
    regionId: string;
    covers: DelegationCover[];
    from: Date;
    to: Date | null;
    note: string;
    givenById: string;
    givenAt: Date;
  },
): Promise<{ id: string }> => tx.delegation.create({ data, select: { id: true } });

/** Ends a delegation from a day on. */
export async function endDelegation(tx: Tx, id: string, to: Date, by: string, now: Date): Promise<void> {
  await tx.delegation.update({ where: { id }, data: { to, endedById: by, endedAt: now } });
}

/** The delegation under which this person reports needs for an owner today; null when there is none. */
export async function delegationTo(tx: Tx, ownerId: string, actor: Actor, now: Date): Promise<DelegationRow | null> {
  const regions = idsIn(reach(actor, 'behovsmelding.submit'), 'delegated');
  const rows = await tx.$queryRaw<
    DelegationRow[]
  >`${select(sql`d."organisationId" = ${ownerId} AND d."regionId" = ANY (${regions}::text[]) AND ${holdsToday(now, 'needs')}`)} ORDER BY d."from", d.id LIMIT 1`;
  return rows[0] ?? null;
}
