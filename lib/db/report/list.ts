import { type ExpressionBuilder, type NotNull, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { type ReachColumns, withinReach } from '#lib/db/facts/reach';
import { delegatedRegions, isDelegated } from '#lib/db/people/delegation';
import type { Tables } from '#lib/db/tables';
import { arrayOf } from '#lib/db/values';
import type { Day } from '#lib/domain/day';
import type { Reach } from '#lib/domain/policy/may';
import type { GrantedLine, Half } from '#lib/domain/report/report';
import type { HalfState, Programme } from '#lib/domain/states';

type Mine = Pick<
  Half,
  'id' | 'side' | 'organisationId' | 'organisationName' | 'year' | 'state' | 'spent' | 'carryOverAsked'
>;
/** A report as a line of the list, with its parties as the policy sees them. */
export interface ReportRow {
  id: string;
  year: number;
  dueOn: Day;
  reference: string;
  title: string;
  ownerName: string;
  programme: Programme;
  countyId: string;
  forumId: string;
  ownerIds: string[];
  delegatedRegionIds: string[];
  uhIds: string[];
  halves: Mine[];
  earlier: Mine[];
  lines: GrantedLine[];
}

type InList = ExpressionBuilder<
  Tables & { a: Tables['AnnualReport']; t: Tables['Tiltak']; r: Tables['Round'] },
  'a' | 't' | 'r'
>;

const halfOf = (eb: InList) => eb.selectFrom('ReportHalf as h').whereRef('h.reportId', '=', 'a.id');

/** Who reports for the owners: whose half it is, or who leads the tiltak. */
const owner = (eb: InList) =>
  eb.fn.coalesce(halfOf(eb).where('h.side', '=', 'owner').select('h.organisationId').$asScalar(), 't.leadId');

// Of a half not yet filed the county and the forum see that it is owed; what is written in it is left out by the query.
const columns = (eb: InList, now: Date): ReachColumns => ({
  own: (id) => eb(owner(eb), '=', id),
  delegated: (id) => isDelegated(owner(eb), [id], now, 'reports'),
  partner: (id) => eb.exists(halfOf(eb).where('h.side', '=', 'uh').where('h.organisationId', '=', id).select('h.id')),
  forum: (id) => eb('r.forumId', '=', id),
  county: (id) => eb('t.countyId', '=', id),
});

/**
 * The reports within these ways in, whatever state their halves are in: a way that holds in some states only opens
 * the halves, not the list.
 */
const reports = (tx: Tx, ways: readonly Reach[], now: Date) =>
  tx
    .selectFrom('AnnualReport as a')
    .innerJoin('Tiltak as t', 't.id', 'a.tiltakId')
    .innerJoin('Round as r', 'r.id', 't.roundId')
    .where((eb) =>
      withinReach(
        ways.map((way) => ({ ...way, states: null })),
        columns(eb, now),
        null,
      ),
    );

const halves = (eb: InList, which: '=' | '<') =>
  jsonArrayFrom(
    eb
      .selectFrom('AnnualReport as y')
      .innerJoin('ReportHalf as h', 'h.reportId', 'y.id')
      .leftJoin('Organisation as o', 'o.id', 'h.organisationId')
      .whereRef('y.tiltakId', '=', 't.id')
      .whereRef('y.year', which, 'a.year')
      .select(['h.id', 'h.side', 'h.organisationId', 'o.name as organisationName', 'y.year', 'h.state'])
      .select(['h.spent', 'h.carryOverAsked'])
      .orderBy('h.side')
      .orderBy('o.name')
      .orderBy('h.id'),
  );

const lines = (eb: InList) =>
  jsonArrayFrom(
    eb
      .selectFrom('GrantedLine as l')
      .whereRef('l.tiltakId', '=', 't.id')
      .whereRef('l.budgetYear', '=', 'a.year')
      .select(['l.side', 'l.receiverId', 'l.receiverName', 'l.budgetYear', 'l.amount']),
  );

interface Selection {
  ways: readonly Reach[];
  state: HalfState | null;
  page: number;
  size: number;
  now: Date;
}

/** One page of the reports within these ways in, the newest year first, in one state of a half or all. */
export const findReports = (tx: Tx, { ways, state, page, size, now }: Selection): Promise<ReportRow[]> =>
  reports(tx, ways, now)
    .leftJoin('Organisation as w', (join) => join.on((eb) => eb('w.id', '=', owner(eb))))
    .$if(state !== null, (query) =>
      query.where((eb) =>
        eb.exists(
          halfOf(eb)
            .where('h.state', '=', state ?? 'open')
            .select('h.id'),
        ),
      ),
    )
    .select(['a.id', 'a.year', 'a.dueOn', 't.reference', 't.title', 'r.programme', 't.countyId', 'r.forumId'])
    .select((eb) => [
      eb.fn.coalesce('w.name', 't.leadName').as('ownerName'),
      sql<string[]>`array_remove(array[${eb.ref('w.id')}], null)`.as('ownerIds'),
      delegatedRegions(eb.ref('w.id'), now, 'reports').as('delegatedRegionIds'),
      arrayOf(
        halfOf(eb)
          .where('h.side', '=', 'uh')
          .where('h.organisationId', 'is not', null)
          .select('h.organisationId')
          .$narrowType<{ organisationId: NotNull }>(),
      ).as('uhIds'),
      halves(eb, '=').as('halves'),
      halves(eb, '<').as('earlier'),
      lines(eb).as('lines'),
    ])
    .orderBy('a.year', 'desc')
    .orderBy('t.reference')
    .orderBy('a.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute();

export interface ReportCounts {
  all: number;
  open: number;
  filed: number;
  returned: number;
  accepted: number;
}

/** How many reports there are within these ways in, and how many with a half in each state. */
export const countReports = (tx: Tx, ways: readonly Reach[], now: Date): Promise<ReportCounts> =>
  reports(tx, ways, now)
    .select((eb) => {
      const having = (state: HalfState) =>
        eb.fn.countAll<number>().filterWhere(eb.exists(halfOf(eb).where('h.state', '=', state).select('h.id')));
      return [
        eb.fn.countAll<number>().as('all'),
        having('open').as('open'),
        having('filed').as('filed'),
        having('returned').as('returned'),
        having('accepted').as('accepted'),
      ];
    })
    .executeTakeFirstOrThrow();
