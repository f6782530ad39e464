import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import type { Tx } from '#lib/db/client';
import type { Tables } from '#lib/db/tables';
import {
  type BehovsmeldingFilter,
  type BehovsmeldingSort,
  NEEDS_PER_PAGE,
  numberSought,
} from '#lib/domain/behovsmelding/list';
import { cameLate, type RoundFound, type TallyGroup } from '#lib/domain/behovsmelding/listed';
import type { Day } from '#lib/domain/day';
import type { EgenandelStatus } from '#lib/domain/money/egenandel';
import type { SplitStatus } from '#lib/domain/money/fordeling';
import type { BehovsmeldingState } from '#lib/domain/states';

export interface ListedBehovsmelding {
  id: string;
  number: number;
  title: string;
  state: BehovsmeldingState;
  ownerName: string;
  regionName: string | null;
  uhNames: string;
  network: number | null;
  uh: number | null;
  egenandelStatus: EgenandelStatus;
  splitStatus: SplitStatus;
  missing: number;
  /** Files, whether a UH has confirmed, the day it came on paper, and why it was let in after the deadline. */
  files: number;
  confirmed: boolean;
  paperReceivedOn: Day | null;
  lateReason: string | null;
  /** An owner has not yet said that it stands behind what was sent for it. */
  unconfirmed: boolean;
}
/** What of a round is listed: its last day says what came late. */
export interface ListedRound {
  id: string;
  needLastDay: Day;
}

type Tabled = Tables & { l: Tables['BehovsmeldingListed']; o: Tables['Organisation'] };
type Builder = ExpressionBuilder<Tabled & { r: Nullable<Tables['Region']> }, 'l' | 'o' | 'r'>;
type Nullable<R> = { [C in keyof R]: R[C] | null };
type Line = ExpressionBuilder<Tabled, 'l'>;

const like = (q: string): string => `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Whether line `l` counts in sums and in what is missing: not one that is withdrawn, unless those are asked for. */
const isCounted = (eb: Line, { state }: BehovsmeldingFilter): Expression<SqlBool> =>
  state === 'withdrawn' ? sql<SqlBool>`true` : eb('l.state', '<>', 'withdrawn');

/** Whether line `l` is among those asked for. */
function isAskedFor(eb: Line, filter: BehovsmeldingFilter): Expression<SqlBool> {
  const { state, region, uh, q, short = false, lacks } = filter;
  const number = q === undefined ? null : numberSought(q);
  const lacking = [...(short ? ['egenandel'] : []), ...(lacks === undefined ? [] : [lacks])];
  return eb.and([
    ...(state === undefined ? [] : [eb('l.state', '=', state)]),
    ...(region === undefined ? [] : [eb('l.regionId', '=', region)]),
    ...(uh === undefined ? [] : [sql<SqlBool>`${uh} = any(${eb.ref('l.uhIds')})`]),
    ...(lacking.length === 0 ? [] : [isCounted(eb, filter)]),
    ...lacking.map((lack) => sql<SqlBool>`${lack} = any(${eb.ref('l.lacks')})`),
    ...(q === undefined
      ? []
      : [
          eb.or([
            eb('l.title', 'ilike', like(q)),
            eb('l.ownerId', 'in', (inner) =>
              inner.selectFrom('Organisation as s').where('s.name', 'ilike', like(q)).select('s.id'),
            ),
            ...(number === null ? [] : [eb('l.number', '=', number)]),
          ]),
        ]),
  ]);
}

const norwegian = (text: Expression<string | null>) => sql`${text} collate "nb-x-icu"`;
const SORTS: Readonly<Record<BehovsmeldingSort, (eb: Builder) => Expression<unknown>>> = {
  number: (eb) => eb.ref('l.number'),
  title: (eb) => norwegian(eb.ref('l.title')),
  owner: (eb) => norwegian(eb.ref('o.name')),
  region: (eb) => norwegian(eb.ref('r.name')),
  asked: (eb) => eb('l.network', '+', eb.ref('l.uh')),
  state: (eb) => eb.ref('l.state'),
};

/** The lines of a round that are asked for, in their order, with what a line of the list shows. */
const lines = (tx: Tx, round: ListedRound, filter: BehovsmeldingFilter) =>
  tx
    .selectFrom('BehovsmeldingListed as l')
    .innerJoin('Organisation as o', 'o.id', 'l.ownerId')
    .leftJoin('Region as r', 'r.id', 'l.regionId')
    .leftJoin('LateSending as x', (join) =>
      join.onRef('x.roundId', '=', 'l.roundId').onRef('x.organisationId', '=', 'l.ownerId'),
    )
    .where('l.roundId', '=', round.id)
    .where((eb) => isAskedFor(eb, filter))
    .select((eb) => [
      'l.id',
      'l.number',
      'l.title',
      'l.state',
      'o.name as ownerName',
      'r.name as regionName',
      'l.network',
      'l.uh',
      'l.egenandelStatus',
      'l.splitStatus',
      'l.missing',
      'l.files',
      'l.lacks',
      'l.firstSentAt',
      'l.paperReceivedOn',
      'x.reason as lateReason',
      sql<string>`coalesce(${eb
        .selectFrom('Organisation as p')
        .where('p.id', '=', sql<string>`any(${eb.ref('l.uhIds')})`)
        .select(sql<string>`string_agg(p.name, ', ' order by p.name)`.as('names'))}, '')`.as('uhNames'),
    ])
    .orderBy(
      (eb) => SORTS[filter.sort](eb),
      (order) => (filter.descending === true ? order.desc().nullsLast() : order.asc().nullsLast()),
    )
    .orderBy('l.number');

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];
function shown({ lacks, firstSentAt, lateReason, ...line }: Row, { needLastDay }: ListedRound): ListedBehovsmelding {
  return {
    ...line,
    lateReason: cameLate({ firstSentAt, paperReceivedOn: line.paperReceivedOn }, needLastDay) ? lateReason : null,
    confirmed: !lacks.includes('uh-contact'),
    unconfirmed: lacks.includes('owner'),
  };
}

/** One page of a round's sent needs. */
export async function findRoundBehovsmeldinger(
  tx: Tx,
  round: ListedRound,
  filter: BehovsmeldingFilter,
): Promise<ListedBehovsmelding[]> {
  const rows = await lines(tx, round, filter)
    .limit(NEEDS_PER_PAGE)
    .offset((filter.page - 1) * NEEDS_PER_PAGE)
    .execute();
  return rows.map((row) => shown(row, round));
}

/** What an export has besides what a line of the list shows. */
export interface ExportedBehovsmelding extends ListedBehovsmelding {
  orgnr: string | null;
  years: number;
  egenandel: number | null;
  submittedAt: Date | null;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
}

/** All of a round's sent needs that are asked for, however many; the withdrawn, which no sum has, only when they are asked for. */
export async function exportRoundBehovsmeldinger(
  tx: Tx,
  round: ListedRound,
  filter: BehovsmeldingFilter,
): Promise<ExportedBehovsmelding[]> {
  const rows = await lines(tx, round, filter)
    .where((eb) => isCounted(eb, filter))
    .select(['o.orgnr', 'l.years', 'l.egenandel', 'l.submittedAt', 'l.contactName', 'l.contactEmail', 'l.contactPhone'])
    .execute();
  return rows.map((row) => ({ ...row, ...shown(row, round) }));
}

/** How many lines of a round are alike in what its filters count. */
export async function findTally(tx: Tx, roundId: string): Promise<TallyGroup[]> {
  const groups = await tx
    .selectFrom('RoundTally')
    .where('roundId', '=', roundId)
    .where('count', '>', 0)
    .select(['state', 'regionId', 'lacks', 'count', 'network', 'uh'])
    .execute();
  return groups.map(({ regionId, lacks, ...group }) => ({
    ...group,
    regionId: regionId === '' ? null : regionId,
    lacks: lacks.split(','),
  }));
}

/** What a search finds, and a filter for a UH: how many, and the sums in kroner. */
export async function findFound(tx: Tx, roundId: string, filter: BehovsmeldingFilter): Promise<RoundFound> {
  const found = await tx
    .selectFrom('BehovsmeldingListed as l')
    .where('l.roundId', '=', roundId)
    .where((eb) => isAskedFor(eb, filter))
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.coalesce(eb.fn.sum<number>('l.network').filterWhere(isCounted(eb, filter)), sql<number>`0`).as('network'),
      eb.fn.coalesce(eb.fn.sum<number>('l.uh').filterWhere(isCounted(eb, filter)), sql<number>`0`).as('uh'),
    ])
    .executeTakeFirst();
  return found ?? { count: 0, network: 0, uh: 0 };
}

export interface Named {
  id: string;
  name: string;
}

/** The regions of a round's county and the UH its sent needs name, with how many name each. */
export async function findFilterNames(
  tx: Tx,
  round: { id: string; countyId: string },
): Promise<{ regions: Named[]; partners: (Named & { count: number })[] }> {
  const regions = await tx.selectFrom('Region').where('countyId', '=', round.countyId).select(['id', 'name']).execute();
  const partners = await tx
    .selectFrom('RoundUhTally as t')
    .innerJoin('Organisation as o', 'o.id', 't.uhId')
    .where('t.roundId', '=', round.id)
    .where('t.count', '>', 0)
    .select(['o.id', 'o.name', 't.count'])
    .execute();
  return { regions, partners };
}
