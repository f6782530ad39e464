import { type NotNull, type QueryCreator, sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { onDay } from '#lib/db/facts/dates';
import { withinReach } from '#lib/db/facts/reach';
import { isDelegated } from '#lib/db/people/delegation';
import type { Tables } from '#lib/db/tables';
import { any, isTrue } from '#lib/db/values';
import { dayAt, type Day } from '#lib/domain/day';
import { idsIn, type Reach } from '#lib/domain/policy/may';
import { TAKES_NEEDS, type BehovsmeldingState, type Programme } from '#lib/domain/states';
import { asSent } from './as-sent';
import { ledToBy, type NeedInRound, needsReach } from './parties';
import { isUndated, lastDayToSend } from './sending';

export interface BehovsmeldingListRow {
  id: string;
  number: number;
  title: string;
  state: BehovsmeldingState;
  ownerName: string;
  programme: Programme;
  year: number;
  needLastDay: Day;
  undated: boolean;
  network: number | null;
  uh: number | null;
  egenandel: number | null;
}

/** The needs that the policy lets this person see, and no more: as they stand within `drafts`, and else as they were sent. */
function seen(tx: Tx, ways: readonly Reach[], drafts: readonly Reach[], now: Date) {
  const within = (those: readonly Reach[]) => (eb: NeedInRound) =>
    withinReach(those, needsReach(eb, now), eb.ref('n.state'));
  const needs = (db: QueryCreator<Tables>) =>
    db
      .selectFrom('Behovsmelding as n')
      .innerJoin('Round as r', 'r.id', 'n.roundId')
      .where(within(ways))
      .select(['n.id', 'n.number', 'n.title', 'n.state', 'n.ownerId', 'n.roundId', 'n.updatedAt', 'n.returnedUntil'])
      .select(['n.askedNetwork as network', 'n.askedUh as uh', 'n.plannedEgenandel as egenandel'])
      .select(['r.programme', 'r.year']);
  const sent = (eb: NeedInRound) => eb.and([eb.not(within(drafts)(eb)), ledToBy(tx, eb.ref('n.id'), ways, 'as sent')]);
  return needs(tx)
    .where((eb) => ledToBy(tx, eb.ref('n.id'), ways, 'as it stands'))
    .where((eb) => eb.or([eb('n.asSentId', 'is', null), within(drafts)(eb)]))
    .unionAll(({ parens }) => parens(needs(asSent(tx, sent))))
    .as('n');
}

/** A page of the needs within reach, the newest round and the last changed first. */
export async function findBehovsmeldinger(
  tx: Tx,
  ways: readonly Reach[],
  drafts: readonly Reach[],
  now: Date,
  page: number,
  size: number,
): Promise<BehovsmeldingListRow[]> {
  const shown = tx
    .selectFrom(seen(tx, ways, drafts, now))
    .select(['n.id', 'n.number', 'n.title', 'n.state', 'n.ownerId', 'n.roundId', 'n.updatedAt', 'n.returnedUntil'])
    .select(['n.network', 'n.uh', 'n.egenandel', 'n.programme', 'n.year'])
    .orderBy('n.year', 'desc')
    .orderBy('n.updatedAt', 'desc')
    .orderBy('n.id')
    .limit(size)
    .offset((page - 1) * size);
  // What a page shows beside is read for its rows alone.
  return tx
    .selectFrom(shown.as('n'))
    .innerJoin('Round as r', 'r.id', 'n.roundId')
    .innerJoin('Organisation as o', 'o.id', 'n.ownerId')
    .select(['n.id', 'n.number', 'n.title', 'n.state', 'o.name as ownerName', 'n.programme', 'n.year'])
    .select(['n.network', 'n.uh', 'n.egenandel'])
    .select((eb) => [lastDayToSend(eb).as('needLastDay'), isUndated(eb).as('undated')])
    .orderBy('n.year', 'desc')
    .orderBy('n.updatedAt', 'desc')
    .orderBy('n.id')
    .execute();
}

/** How many needs are within reach. */
export async function countBehovsmeldinger(
  tx: Tx,
  ways: readonly Reach[],
  drafts: readonly Reach[],
  now: Date,
): Promise<number> {
  const counted = tx.selectFrom(seen(tx, ways, drafts, now)).select(({ fn }) => fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

export interface OwnerChoice {
  id: string;
  name: string;
  countyId: string;
  delegated: boolean;
}
export interface RoundChoice {
  id: string;
  countyId: string;
  programme: Programme;
  year: number;
  needLastDay: Day;
}

/** The owners one may report for, and the open rounds of their counties that are still in time. */
export async function newBehovsmeldingChoices(
  tx: Tx,
  ways: readonly Reach[],
  now: Date,
): Promise<{ owners: OwnerChoice[]; rounds: RoundChoice[]; themes: { id: string; name: string }[] }> {
  const [own, regions] = [idsIn(ways, 'own'), idsIn(ways, 'delegated')];
  const owners = await tx
    .selectFrom('Organisation as o')
    .where('o.countyId', 'is not', null)
    .where((eb) => eb.or([eb('o.id', '=', any(own)), isDelegated(eb.ref('o.id'), regions, now, 'needs')]))
    .select((eb) => ['o.id', 'o.name', 'o.countyId', isTrue(eb.not(eb('o.id', '=', any(own)))).as('delegated')])
    .$narrowType<{ countyId: NotNull }>()
    .orderBy('o.name')
    .orderBy('o.id')
    .execute();
  const counties = owners.map(({ countyId }) => countyId);
  const rounds = await tx
    .selectFrom((eb) =>
      eb
        .selectFrom('Round as r')
        .innerJoin('Deadline as d', (join) => join.onRef('d.roundId', '=', 'r.id').on('d.kind', '=', 'need'))
        .where('r.countyId', '=', any(counties))
        .select(['r.id', 'r.countyId', 'r.programme', 'r.year'])
        .select((of) => {
          const everyones = of.case().when('r.state', '=', 'open').then(of.ref('d.lastDay')).end();
          // Of a round that is late for others, the last day is what is opened for one of these owners.
          const theirs = of
            .selectFrom('LateSending as x')
            .whereRef('x.roundId', '=', 'r.id')
            .where('r.state', 'in', TAKES_NEEDS)
            .where('x.organisationId', '=', any(owners.map(({ id }) => id)))
            .select(({ fn }) => fn.max('x.until').as('until'));
          return sql<Day>`greatest(${everyones}, ${theirs})`.as('needLastDay');
        })
        .as('c'),
    )
    .where('c.needLastDay', '>=', onDay(dayAt(now)))
    .select(['c.id', 'c.countyId', 'c.programme', 'c.year', 'c.needLastDay'])
    .orderBy('c.year')
    .orderBy('c.programme')
    .orderBy('c.id')
    .execute();
  const themes = await tx.selectFrom('Theme').where('countyId', '=', any(counties)).select(['id', 'name']).execute();
  return { owners, rounds, themes };
}
