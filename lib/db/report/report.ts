import { type ExpressionBuilder, type NotNull, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { RULES } from '#lib/db/facts/rules';
import { delegatedRegions } from '#lib/db/people/delegation';
import type { Tables } from '#lib/db/tables';
import { arrayOf, isTrue, withInstants } from '#lib/db/values';
import type { HalfSide } from '#lib/domain/report/form';
import type { Report } from '#lib/domain/report/report';
import type { Side } from '#lib/domain/states';

/** A report `a` and its tiltak `t`, which what stands inside them refers to. */
type InReport = ExpressionBuilder<Tables & { a: Tables['AnnualReport']; t: Tables['Tiltak'] }, 'a' | 't'>;

const halfOf = (eb: InReport, side: HalfSide) =>
  eb.selectFrom('ReportHalf as h').whereRef('h.reportId', '=', 'a.id').where('h.side', '=', side);

const halves = (eb: InReport, which: '=' | '<') =>
  jsonArrayFrom(
    eb
      .selectFrom('AnnualReport as y')
      .innerJoin('ReportHalf as h', 'h.reportId', 'y.id')
      .leftJoin('Organisation as o', 'o.id', 'h.organisationId')
      .whereRef('y.tiltakId', '=', 't.id')
      .whereRef('y.year', which, 'a.year')
      .select(['h.id', 'y.year', 'h.side', 'h.state', 'h.version', 'h.filedAt', 'h.decidedAt', 'h.returnComment'])
      .select(['h.organisationId', 'o.name as organisationName'])
      .select((of) => of.fn.coalesce('o.language', of.val('nb' as const)).as('language'))
      .select(['h.status', 'h.statusReason', 'h.goals', 'h.goalAttainment', 'h.participants', 'h.languages'])
      .select(['h.spent', 'h.spentIsEstimate', 'h.carryOverAsked', 'h.carryReason', 'h.coordinatorFunds'])
      .select(['h.egenandel', 'h.egenandelPoolId', 'h.egenandelUsedFor', 'h.anchoring'])
      .select(['h.samiDegree', 'h.samiPrinted', 'h.samiText'])
      .select(['h.uhCooperation', 'h.uhUseOfExperience', 'h.coherence', 'h.comment'])
      .orderBy('y.year')
      .orderBy('h.side')
      .orderBy('o.name')
      .orderBy('h.id'),
  );

/** The egenandel that the owner's half shares with a region, with the sums of each tiltak in it: null as soon as one line is blank. */
function pool(eb: InReport) {
  const granted = (tiltak: ExpressionBuilder<Tables & { p: Tables['AnnualReport'] }, 'p'>, side: Side) =>
    tiltak
      .selectFrom('GrantedLine as l')
      .whereRef('l.tiltakId', '=', 'p.tiltakId')
      .where('l.side', '=', side)
      .select(({ fn }) =>
        sql<
          number | null
        >`case when bool_or(l.amount is null) then null else ${fn.coalesce(fn.sum('l.amount'), sql.lit(0))} end`.as(
          'sum',
        ),
      );
  return jsonObjectFrom(
    halfOf(eb, 'owner')
      .innerJoin('RegionPool as e', 'e.id', 'h.egenandelPoolId')
      .innerJoin('Region as q', 'q.id', 'e.regionId')
      .select(['e.amount', 'e.note', 'q.name as regionName'])
      .select((inPool) =>
        jsonArrayFrom(
          inPool
            .selectFrom('ReportHalf as x')
            .innerJoin('AnnualReport as p', 'p.id', 'x.reportId')
            .whereRef('x.egenandelPoolId', '=', 'e.id')
            .whereRef('p.year', '=', 'a.year')
            .select((tiltak) => [granted(tiltak, 'network').as('owner'), granted(tiltak, 'uh').as('uh')]),
        ).as('granted'),
      ),
  );
}

const lines = (eb: InReport) =>
  jsonArrayFrom(
    eb
      .selectFrom('GrantedLine as l')
      .leftJoin('Organisation as o', 'o.id', 'l.receiverId')
      .whereRef('l.tiltakId', '=', 't.id')
      .select(['l.side', 'l.receiverId', 'l.budgetYear', 'l.amount'])
      .select(({ fn }) => fn.coalesce('o.name', 'l.receiverName').as('receiverName'))
      .orderBy('l.budgetYear')
      .orderBy('l.side')
      .orderBy('o.name')
      .orderBy('l.id'),
  );

const planned = (eb: InReport) =>
  jsonArrayFrom(
    eb
      .selectFrom('EgenandelLine as e')
      .whereRef('e.behovsmeldingId', '=', 't.behovsmeldingId')
      .select(['e.budgetYear', 'e.amount']),
  );

const printed = (eb: InReport) =>
  jsonArrayFrom(
    eb
      .selectFrom('PrintedValue as v')
      .whereRef('v.tiltakId', '=', 't.id')
      .select(['v.field', 'v.printed', 'v.amount', 'v.corrected', 'v.note'])
      .orderBy('v.field')
      .orderBy('v.id'),
  );

const plan = (eb: InReport) =>
  jsonObjectFrom(
    eb
      .selectFrom('Behovsmelding as n')
      .innerJoin('Organisation as no', 'no.id', 'n.ownerId')
      .whereRef('n.id', '=', 't.behovsmeldingId')
      .select(['n.goals', 'n.measureDescription', 'n.staffInvolvement', 'n.samiPerspective', 'n.participants'])
      .select(['n.coherence', 'n.languages', 'no.language']),
  );

/** A report with its halves, lines, plan and rules in one statement; null when there is none. */
export async function findReport(tx: Tx, id: string, now: Date): Promise<Report | null> {
  const row = await tx
    .selectFrom('AnnualReport as a')
    .innerJoin('Tiltak as t', 't.id', 'a.tiltakId')
    .innerJoin('Round as r', 'r.id', 't.roundId')
    .innerJoin('County as c', 'c.id', 'r.countyId')
    .leftJoin('Region as g', 'g.id', 't.regionId')
    .leftJoin('Organisation as w', (join) =>
      join.on((eb) =>
        eb('w.id', '=', eb.fn.coalesce(halfOf(eb, 'owner').select('h.organisationId').$asScalar(), 't.leadId')),
      ),
    )
    .where('a.id', '=', id)
    .select(['a.id', 'a.tiltakId', 'a.year', 'a.dueOn', 't.reference', 't.title', 't.roundId', 't.participants'])
    .select(['r.state as roundState', 'r.programme', 't.countyId', 'c.name as countyName', 'r.forumId'])
    .select(['w.id as ownerId', 'g.name as regionName'])
    .select((eb) => [
      eb.fn.coalesce('w.name', 't.leadName').as('ownerName'),
      jsonObjectFrom(eb.selectFrom('RuleSet as s').whereRef('s.id', '=', 'r.ruleSetId').select(RULES))
        .$notNull()
        .as('rules'),
      delegatedRegions(eb.ref('w.id'), now, 'reports').as('delegatedRegionIds'),
      arrayOf(
        halfOf(eb, 'uh')
          .where('h.organisationId', 'is not', null)
          .select('h.organisationId')
          .$narrowType<{ organisationId: NotNull }>(),
      ).as('uhIds'),
      isTrue(
        eb.exists(
          eb
            .selectFrom('Dispensation as d')
            .whereRef('d.behovsmeldingId', '=', 't.behovsmeldingId')
            .where('d.rule', '=', 'egenandel')
            .where('d.state', '=', 'granted'),
        ),
      ).as('dispensation'),
      halves(eb, '=').as('halves'),
      halves(eb, '<').as('earlier'),
      pool(eb).as('pool'),
      lines(eb).as('lines'),
      planned(eb).as('planned'),
      printed(eb).as('printed'),
      plan(eb).as('plan'),
    ])
    .executeTakeFirst();
  if (row === undefined) return null;
  const { ownerId, ...report } = row;
  return {
    ...report,
    ownerIds: ownerId === null ? [] : [ownerId],
    rules: row.rules,
    halves: withInstants(row.halves, 'filedAt', 'decidedAt'),
    earlier: withInstants(row.earlier, 'filedAt', 'decidedAt'),
  };
}

const reportOf = (tx: Tx, half: { reportId: string } | undefined, now: Date): Promise<Report | null> =>
  half === undefined ? Promise.resolve(null) : findReport(tx, half.reportId, now);
const half = (tx: Tx, id: string) => tx.selectFrom('ReportHalf').where('id', '=', id).select('reportId');

/** The report a half belongs to; null when there is no such half. */
export const findHalf = async (tx: Tx, id: string, now: Date): Promise<Report | null> =>
  reportOf(tx, await half(tx, id).executeTakeFirst(), now);

// Locked first and read after: what was read while waiting for another's change would be from before it.
/** Locks a half alone, for a draft, and gives its report. */
export const lockHalf = async (tx: Tx, id: string, now: Date): Promise<Report | null> =>
  reportOf(tx, await half(tx, id).forUpdate().executeTakeFirst(), now);

/** Locks the round of a half, whose state it may change, then the half, and gives its report. */
export async function lockHalfAndRound(tx: Tx, id: string, now: Date): Promise<Report | null> {
  await tx
    .selectFrom('Round as r')
    .innerJoin('Tiltak as t', 't.roundId', 'r.id')
    .innerJoin('AnnualReport as a', 'a.tiltakId', 't.id')
    .innerJoin('ReportHalf as h', 'h.reportId', 'a.id')
    .where('h.id', '=', id)
    .select('r.id')
    .forUpdate('r')
    .execute();
  return lockHalf(tx, id, now);
}
