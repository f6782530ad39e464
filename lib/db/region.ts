import { sql } from 'kysely';
import { onDay } from '#lib/db/facts/dates';
import { dayAt, type Day } from '#lib/domain/day';
import type { RegionWithMembers } from '#lib/domain/region';
import { OWNER_KINDS } from '#lib/domain/states';
import type { Tx } from './client';
import { any, arrayOf, countOf, newId } from './values';

export interface RegionSubject extends RegionWithMembers {
  countyId: string;
  countyName: string;
}

const region = (tx: Tx, id: string) =>
  tx
    .selectFrom('Region as g')
    .innerJoin('County as c', 'c.id', 'g.countyId')
    .where('g.id', '=', id)
    .select(['g.id', 'g.name', 'g.dissolvedOn', 'g.countyId', 'c.name as countyName']);

async function around(tx: Tx, { id, countyId }: { id: string; countyId: string }) {
  const memberships = await tx
    .selectFrom('RegionMembership as m')
    .innerJoin('Organisation as o', 'o.id', 'm.organisationId')
    .where('m.regionId', '=', id)
    .select(['m.id', 'm.organisationId', 'o.name', 'm.from', 'm.to'])
    .orderBy((eb) => eb('m.to', 'is not', null))
    .orderBy('o.name')
    .orderBy('m.from')
    .execute();
  const others = await tx
    .selectFrom('Region')
    .where('countyId', '=', countyId)
    .where('id', '<>', id)
    .select(['id', 'name'])
    .execute();
  return { memberships, others };
}

/** A region as the policy asks of it; null when there is none. */
export async function findRegion(tx: Tx, id: string): Promise<RegionSubject | null> {
  const row = await region(tx, id).executeTakeFirst();
  return row === undefined ? null : { ...row, ...(await around(tx, row)) };
}
/** Holds a region while its name, end or members change. */
export async function lockRegion(tx: Tx, id: string): Promise<RegionSubject | null> {
  const row = await region(tx, id).forNoKeyUpdate('g').executeTakeFirst();
  return row === undefined ? null : { ...row, ...(await around(tx, row)) };
}

/** A county, whose regions nobody else makes meanwhile. */
export async function lockCounty(
  tx: Tx,
  countyId: string,
): Promise<{ countyId: string; others: { id: string; name: string }[] } | null> {
  const row = await tx
    .selectFrom('County')
    .where('id', '=', countyId)
    .select('id as countyId')
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  const others = await tx.selectFrom('Region').where('countyId', '=', countyId).select(['id', 'name']).execute();
  return { ...row, others };
}

/** Makes a region of the county; answers its id. */
export async function insertRegion(tx: Tx, countyId: string, name: string): Promise<string> {
  const id = newId();
  await tx.insertInto('Region').values({ id, countyId, name }).execute();
  return id;
}
export async function storeRegionName(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('Region').set({ name }).where('id', '=', id).execute();
}

interface Ended {
  members: number;
  delegations: { id: string; owner: string }[];
  coordinators: { userId: string; name: string; to: Day }[];
}

/**
 * Ends a region: memberships, delegations and its coordinators' roles that would have gone on end that day; those
 * that would have begun later then hold on no day. Answers what it ended.
 */
export async function endRegion(tx: Tx, id: string, on: Day, by: { userId: string; now: Date }): Promise<Ended> {
  const day = onDay(on);
  const end = (from: string) => sql<Day>`greatest(${sql.ref(from)}, ${day})`;
  const members = await tx
    .updateTable('RegionMembership')
    .set({ to: end('from') })
    .where('regionId', '=', id)
    .where((eb) => eb.or([eb('to', 'is', null), eb('to', '>', day)]))
    .returning('id')
    .execute();
  const delegations = await tx
    .updateTable('Delegation as d')
    .from('Organisation as o')
    .whereRef('o.id', '=', 'd.organisationId')
    .where('d.regionId', '=', id)
    .where((eb) => eb.or([eb('d.to', 'is', null), eb('d.to', '>', day)]))
    .set({ to: end('d.from'), endedAt: by.now, endedById: by.userId })
    .returning(['d.id', 'o.name as owner'])
    .execute();
  const coordinators = await tx
    .updateTable('RoleGrant as r')
    .from('User as u')
    .whereRef('u.id', '=', 'r.userId')
    .where('r.regionId', '=', id)
    .where((eb) => eb.or([eb('r.to', 'is', null), eb('r.to', '>', day)]))
    .set({ to: end('r.from') })
    .returning((eb) => [
      'r.userId',
      eb.fn.coalesce('r.invitedAs', 'u.name').as('name'),
      sql<Day>`${sql.ref('r.to')}`.as('to'),
    ])
    .execute();
  await tx.updateTable('Region').set({ dissolvedOn: on }).where('id', '=', id).execute();
  return { members: members.length, delegations, coordinators };
}

/** Makes an organisation a member of the region from a day. */
export async function insertMembership(
  tx: Tx,
  regionId: string,
  organisationId: string,
  days: { from: Day; to: Day | null },
): Promise<void> {
  await tx
    .insertInto('RegionMembership')
    .values({ id: newId(), regionId, organisationId, ...days })
    .execute();
}

/** Ends a membership: `to` is the first day without it. */
export async function setMembershipEnd(tx: Tx, id: string, to: Day): Promise<void> {
  await tx.updateTable('RegionMembership').set({ to }).where('id', '=', id).execute();
}

/** An organisation of the county, by its id. */
export async function findInCounty(tx: Tx, id: string, countyId: string): Promise<{ id: string; name: string } | null> {
  const found = await tx
    .selectFrom('Organisation')
    .where('id', '=', id)
    .where((eb) => eb.or([eb('countyId', '=', countyId), eb('countyId', 'is', null)]))
    .select(['id', 'name'])
    .executeTakeFirst();
  return found ?? null;
}

export interface ListedRegion {
  id: string;
  name: string;
  countyId: string;
  countyName: string;
  dissolvedOn: Day | null;
  members: string[];
  tiltak: number;
}

/** The regions of these counties, those that are over last, with their members today and how many tiltak they have had. */
export const findRegions = (tx: Tx, counties: readonly string[], today: Day): Promise<ListedRegion[]> =>
  tx
    .selectFrom('Region as g')
    .innerJoin('County as c', 'c.id', 'g.countyId')
    .where('g.countyId', '=', any(counties))
    .select(['g.id', 'g.name', 'g.countyId', 'c.name as countyName', 'g.dissolvedOn'])
    .select((eb) => [
      arrayOf(
        eb
          .selectFrom('RegionMembership as m')
          .innerJoin('Organisation as o', 'o.id', 'm.organisationId')
          .whereRef('m.regionId', '=', 'g.id')
          .where('m.from', '<=', onDay(today))
          .where((on) => on.or([on('m.to', 'is', null), on('m.to', '>', onDay(today))]))
          .select('o.name')
          .orderBy('o.name'),
      ).as('members'),
      countOf(eb.selectFrom('Tiltak as t').whereRef('t.regionId', '=', 'g.id')).as('tiltak'),
    ])
    .orderBy('c.name')
    .orderBy((eb) => eb.fn.coalesce(eb('g.dissolvedOn', '<=', onDay(today)), sql<boolean>`false`))
    .orderBy('g.name')
    .execute();

export interface RegionWork {
  tiltak: number;
  needs: number;
  delegations: { organisation: string; from: Day; to: Day | null }[];
  alsoIn: { organisationId: string; region: string }[];
  candidates: { id: string; name: string }[];
}

/** What a region has had to do with, who has handed their work to it, its members' other regions, and who could join. */
export async function findRegionWork(tx: Tx, region: { id: string; countyId: string }, now: Date): Promise<RegionWork> {
  const today = onDay(dayAt(now));
  const { tiltak, needs } = await tx
    .selectNoFrom((eb) => [
      countOf(eb.selectFrom('Tiltak').where('regionId', '=', region.id)).as('tiltak'),
      countOf(eb.selectFrom('Behovsmelding').where('regionId', '=', region.id).where('state', '<>', 'draft')).as(
        'needs',
      ),
    ])
    .executeTakeFirstOrThrow();
  const delegations = await tx
    .selectFrom('Delegation as d')
    .innerJoin('Organisation as o', 'o.id', 'd.organisationId')
    .where('d.regionId', '=', region.id)
    .select(['o.name as organisation', 'd.from', 'd.to'])
    .orderBy((eb) => eb('d.to', 'is not', null))
    .orderBy('o.name')
    .orderBy('d.from')
    .execute();
  const alsoIn = await tx
    .selectFrom('RegionMembership as m')
    .innerJoin('Region as g', 'g.id', 'm.regionId')
    .where('m.regionId', '<>', region.id)
    .where('m.from', '<=', today)
    .where((eb) => eb.or([eb('m.to', 'is', null), eb('m.to', '>', today)]))
    .where('m.organisationId', 'in', (eb) =>
      eb
        .selectFrom('RegionMembership as i')
        .where('i.regionId', '=', region.id)
        .where((of) => of.or([of('i.to', 'is', null), of('i.to', '>', today)]))
        .select('i.organisationId'),
    )
    .distinct()
    .select(['m.organisationId', 'g.name as region'])
    .orderBy('g.name')
    .execute();
  const candidates = await tx
    .selectFrom('Organisation')
    .where((eb) => eb.or([eb('countyId', '=', region.countyId), eb('countyId', 'is', null)]))
    .where('kind', 'in', [...OWNER_KINDS, 'other'])
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return { tiltak, needs, delegations, alsoIn, candidates };
}
