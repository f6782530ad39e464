import { asOthersRead } from '#lib/db/behovsmelding/as-sent';
import type { Tx } from '#lib/db/client';
import { any, newId } from '#lib/db/values';
import type { Day } from '#lib/domain/day';
import type { Reach } from '#lib/domain/policy/may';
import type { RoundCounts } from '#lib/domain/round/steps';
import type { BehovsmeldingState, Programme, RoundState } from '#lib/domain/states';
import { sql } from 'kysely';
import { lastDayOf, roundCounts } from './round';

export interface ListedRoundRow {
  id: string;
  countyId: string;
  countyName: string;
  forumId: string;
  programme: Programme;
  year: number;
  state: RoundState;
  needLastDay: Day;
  innstillingLastDay: Day;
  decisionLastDay: Day;
  counts: RoundCounts;
}

/** The rounds these ways lead to, newest first, with how many records have come to each step. */
export function findRounds(tx: Tx, ways: readonly Reach[]): Promise<ListedRoundRow[]> {
  const ids = (of: Reach['scope']) => any(ways.filter(({ scope }) => scope === of).map(({ id }) => id));
  return tx
    .selectFrom('Round as r')
    .innerJoin('County as c', 'c.id', 'r.countyId')
    .where((eb) => eb.or([eb('r.countyId', '=', ids('county')), eb('r.forumId', '=', ids('forum'))]))
    .select(['r.id', 'r.countyId', 'c.name as countyName', 'r.forumId', 'r.programme', 'r.year', 'r.state'])
    .select((eb) => [
      lastDayOf(eb, 'need').as('needLastDay'),
      lastDayOf(eb, 'innstilling').as('innstillingLastDay'),
      lastDayOf(eb, 'decision').as('decisionLastDay'),
      roundCounts(eb).as('counts'),
    ])
    .orderBy('r.year', 'desc')
    .orderBy('c.name')
    .orderBy('r.programme')
    .execute();
}

export interface RoundFigures {
  needs: { state: BehovsmeldingState; count: number }[];
  askedNetwork: number;
  askedUh: number;
  askedOpen: number;
  recommended: { network: number; uh: number } | null;
  granted: number;
  counts: RoundCounts;
}

/** What is asked, recommended and granted in a round, in kroner, and how far its records have come. */
export async function findRoundFigures(tx: Tx, roundId: string): Promise<RoundFigures> {
  const needs = await tx
    .selectFrom((eb) =>
      eb
        .selectFrom('Behovsmelding as n')
        .where('n.roundId', '=', roundId)
        .select(({ ref }) => [
          'n.state',
          asOthersRead('askedNetwork', ref('n.askedNetwork'), ref('n.asSentId')).as('askedNetwork'),
          asOthersRead('askedUh', ref('n.askedUh'), ref('n.asSentId')).as('askedUh'),
        ])
        .as('b'),
    )
    .select(({ eb, fn }) => [
      'b.state',
      fn.countAll<number>().as('count'),
      fn.coalesce(fn.sum<number>('b.askedNetwork'), sql.lit(0)).as('network'),
      fn.coalesce(fn.sum<number>('b.askedUh'), sql.lit(0)).as('uh'),
      fn
        .countAll<number>()
        .filterWhere(eb.or([eb('b.askedNetwork', 'is', null), eb('b.askedUh', 'is', null)]))
        .as('open'),
    ])
    .groupBy('b.state')
    .execute();
  const recommended = await tx
    .selectFrom('Innstilling as i')
    .innerJoin('InnstillingLine as l', 'l.innstillingId', 'i.id')
    .where('i.roundId', '=', roundId)
    .where('i.state', '=', 'delivered')
    .select(({ fn }) => [
      fn.coalesce(fn.sum<number>('l.network'), sql.lit(0)).as('network'),
      fn.coalesce(fn.sum<number>('l.uh'), sql.lit(0)).as('uh'),
    ])
    .groupBy('i.id')
    .orderBy('i.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { granted, counts } = await tx
    .selectFrom('Round as r')
    .where('r.id', '=', roundId)
    .select((eb) => [
      eb
        .selectFrom('GrantedLine as l')
        .whereRef('l.roundId', '=', 'r.id')
        .select(({ fn }) => fn.coalesce(fn.sum<number>('l.amount'), sql.lit(0)).as('granted'))
        .$asScalar()
        .$notNull()
        .as('granted'),
      roundCounts(eb).as('counts'),
    ])
    .executeTakeFirstOrThrow(() => new Error(`Round without figures: ${roundId}`));
  const sent = needs.filter(({ state }) => state !== 'draft' && state !== 'withdrawn');
  const add = (of: (row: (typeof needs)[number]) => number): number => sent.reduce((sum, row) => sum + of(row), 0);
  return {
    needs: needs.map(({ state, count }) => ({ state, count })),
    askedNetwork: add((row) => row.network),
    askedUh: add((row) => row.uh),
    askedOpen: add((row) => row.open),
    recommended: recommended ?? null,
    granted,
    counts,
  };
}

export interface SavedFilter {
  id: string;
  name: string;
  query: string;
}

/** The filters somebody keeps, by name. */
export const savedFilters = (tx: Tx, userId: string): Promise<SavedFilter[]> =>
  tx.selectFrom('SavedFilter').where('userId', '=', userId).select(['id', 'name', 'query']).orderBy('name').execute();

/** Keeps a filter by name; the same name again is the new one. */
export async function keepFilter(tx: Tx, userId: string, name: string, query: string): Promise<void> {
  await tx
    .insertInto('SavedFilter')
    .values({ id: newId(), userId, name, query })
    .onConflict((oc) => oc.columns(['userId', 'name']).doUpdateSet({ query }))
    .execute();
}

/** Forgets a filter of this person's. */
export async function forgetFilter(tx: Tx, userId: string, id: string): Promise<void> {
  await tx.deleteFrom('SavedFilter').where('id', '=', id).where('userId', '=', userId).execute();
}
