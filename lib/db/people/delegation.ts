import type { Day } from '#lib/domain/day';
import { idsIn, reach, type Reach } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/row';
import type { DelegationCover } from '#lib/domain/states';
import { type Expression, type ExpressionBuilder, expressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Tx } from '#lib/db/client';
import { holdsAt, holdsOn, onDay } from '#lib/db/facts/dates';
import { withinReach } from '#lib/db/facts/reach';
import type { Tables } from '#lib/db/tables';
import { any, arrayOf, newId } from '#lib/db/values';

/** Whether delegation `d` holds on the day of `now` and covers this; null: whatever it covers. */
export const holdsFor = (
  eb: ExpressionBuilder<Tables & { d: Tables['Delegation'] }, 'd'>,
  now: Date,
  covers: DelegationCover | null,
): Expression<SqlBool> =>
  eb.and([
    holdsAt({ from: eb.ref('d.from'), to: eb.ref('d.to') }, now),
    ...(covers === null ? [] : [sql<SqlBool>`${covers} = any(${eb.ref('d.covers')})`]),
  ]);

const handedOver = (organisation: Expression<string | null>, now: Date, covers: DelegationCover | null) =>
  expressionBuilder<Tables>()
    .selectFrom('Delegation as d')
    .where((eb) => eb('d.organisationId', '=', organisation))
    .where((eb) => holdsFor(eb, now, covers));

/** The regions an organisation has handed this work to on the day of `now`. */
export const delegatedRegions = (
  organisation: Expression<string | null>,
  now: Date,
  covers: DelegationCover | null,
): RawBuilder<string[]> => arrayOf(handedOver(organisation, now, covers).select('d.regionId').distinct());

/** Whether an organisation has handed this work to one of these regions on the day of `now`. */
export const isDelegated = (
  organisation: Expression<string | null>,
  regions: readonly string[],
  now: Date,
  covers: DelegationCover | null,
): Expression<SqlBool> =>
  expressionBuilder<Tables>().exists(
    handedOver(organisation, now, covers).where('d.regionId', '=', any(regions)).select('d.id'),
  );

/** A delegation with its owner, its region, and who gave and ended it. */
export interface DelegationRow {
  id: string;
  ownerId: string;
  ownerName: string;
  regionId: string;
  regionName: string;
  countyId: string;
  covers: DelegationCover[];
  from: Day;
  to: Day | null;
  note: string;
  givenByName: string | null;
  givenAt: Date | null;
  endedByName: string | null;
  endedAt: Date | null;
  ownerIds: string[];
  delegatedRegionIds: string[];
}

const delegations = (tx: Tx) =>
  tx
    .selectFrom('Delegation as d')
    .innerJoin('Organisation as o', 'o.id', 'd.organisationId')
    .innerJoin('Region as g', 'g.id', 'd.regionId')
    .leftJoin('User as given', 'given.id', 'd.givenById')
    .leftJoin('User as ended', 'ended.id', 'd.endedById')
    .select(['d.id', 'd.organisationId as ownerId', 'o.name as ownerName', 'd.regionId', 'g.name as regionName'])
    .select(['g.countyId', 'd.covers', 'd.from', 'd.to', 'd.note', 'given.name as givenByName', 'd.givenAt'])
    .select(['ended.name as endedByName', 'd.endedAt'])
    .select((eb) => [
      sql<string[]>`array[${eb.ref('d.organisationId')}]`.as('ownerIds'),
      sql<string[]>`array[${eb.ref('d.regionId')}]`.as('delegatedRegionIds'),
    ]);

/** The delegations within reach, those that last longest first; at most 500. */
export const listDelegations = (tx: Tx, ways: readonly Reach[]): Promise<DelegationRow[]> =>
  delegations(tx)
    .where((eb) =>
      withinReach(
        ways,
        {
          own: (id) => eb('d.organisationId', '=', id),
          delegated: (id) => eb('d.regionId', '=', id),
          county: (id) => eb('g.countyId', '=', id),
        },
        null,
      ),
    )
    .orderBy('o.name')
    .orderBy('d.to', (to) => to.desc().nullsFirst())
    .orderBy('d.from', 'desc')
    .orderBy('d.id')
    .limit(500)
    .execute();

/** Locks a delegation to end it. */
export const lockDelegation = async (tx: Tx, id: string): Promise<DelegationRow | null> =>
  (await delegations(tx).where('d.id', '=', id).forUpdate('d').executeTakeFirst()) ?? null;

/** What an owner has given, to whom and until when: what a new one is judged by. */
export const givenBy = (tx: Tx, ownerId: string): Promise<DelegationRow[]> =>
  delegations(tx).where('d.organisationId', '=', ownerId).execute();

export interface OwnerRegion {
  ownerId: string;
  ownerName: string;
  id: string;
  name: string;
  member: boolean;
}

/** The regions these owners are or were members of, and whether they are on this day. */
export const regionsOf = (tx: Tx, owners: readonly string[], day: Day): Promise<OwnerRegion[]> =>
  tx
    .selectFrom('RegionMembership as m')
    .innerJoin('Region as g', 'g.id', 'm.regionId')
    .innerJoin('Organisation as o', 'o.id', 'm.organisationId')
    .where('m.organisationId', '=', any(owners))
    .where((eb) => eb.or([eb('g.dissolvedOn', 'is', null), eb('g.dissolvedOn', '>', onDay(day))]))
    .groupBy(['o.id', 'o.name', 'g.id', 'g.name'])
    .select(['o.id as ownerId', 'o.name as ownerName', 'g.id', 'g.name'])
    .select((eb) => sql<boolean>`bool_or(${holdsOn({ from: eb.ref('m.from'), to: eb.ref('m.to') }, day)})`.as('member'))
    .orderBy('o.name')
    .orderBy('member', 'desc')
    .orderBy('g.name')
    .execute();

/** The members of these regions on this day. */
export const membersOf = (
  tx: Tx,
  regions: readonly string[],
  day: Day,
): Promise<{ id: string; name: string; regionId: string }[]> =>
  tx
    .selectFrom('RegionMembership as m')
    .innerJoin('Organisation as o', 'o.id', 'm.organisationId')
    .where('m.regionId', '=', any(regions))
    .where((eb) => holdsOn({ from: eb.ref('m.from'), to: eb.ref('m.to') }, day))
    .select(['o.id', 'o.name', 'm.regionId'])
    .orderBy('o.name')
    .orderBy('o.id')
    .execute();

interface NewDelegation {
  organisationId: string;
  regionId: string;
  covers: DelegationCover[];
  from: Day;
  to: Day | null;
  note: string;
  givenById: string;
  givenAt: Date;
}

/** Puts a delegation on the record. */
export const createDelegation = (tx: Tx, data: NewDelegation): Promise<{ id: string }> =>
  tx
    .insertInto('Delegation')
    .values({ id: newId(), ...data })
    .returning('id')
    .executeTakeFirstOrThrow();

/** Ends a delegation from a day on. */
export async function endDelegation(tx: Tx, id: string, to: Day, by: string, now: Date): Promise<void> {
  await tx.updateTable('Delegation').set({ to, endedById: by, endedAt: now }).where('id', '=', id).execute();
}

/** The delegation under which this person reports needs for an owner today; null when there is none. */
export async function delegationTo(tx: Tx, ownerId: string, actor: Actor, now: Date): Promise<DelegationRow | null> {
  const regions = idsIn(reach(actor, 'behovsmelding.submit'), 'delegated');
  const found = await delegations(tx)
    .where('d.organisationId', '=', ownerId)
    .where('d.regionId', '=', any(regions))
    .where((eb) => holdsFor(eb, now, 'needs'))
    .orderBy('d.from')
    .orderBy('d.id')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}
