import { type ExpressionBuilder, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import type { Tables } from '#lib/db/tables';
import { arrayOf } from '#lib/db/values';
import type { Beside } from '#lib/domain/behovsmelding/decide';
import type { Day } from '#lib/domain/day';
import type { RuleSet } from '#lib/domain/setup/rules';
import { DECIDED, type DeadlineKind, type Programme, type RoundState } from '#lib/domain/states';
import { RULES } from '#lib/db/facts/rules';

export interface RoundRow {
  id: string;
  countyId: string;
  countyName: string;
  forumId: string;
  programme: Programme;
  year: number;
  ruleSetId: string;
  budget: number | null;
  reserve: number;
  state: RoundState;
  imported: boolean;
  isExample: boolean;
  version: number;
  needLastDay: Day;
  reportLastDay: Day;
  decisionLastDay: Day;
  innstillingLastDay: Day;
  planLastDay: Day;
}

/** What refers to round `r` from inside its statement. */
export type InRound = ExpressionBuilder<Tables & { r: Tables['Round'] }, 'r'>;

/** A last day of round `r`; every round has all five. */
export const lastDayOf = (eb: InRound, kind: DeadlineKind) =>
  eb
    .selectFrom('Deadline as d')
    .whereRef('d.roundId', '=', 'r.id')
    .where('d.kind', '=', kind)
    .select('d.lastDay')
    .$asScalar()
    .$notNull();

const round = (tx: Tx, id: string) =>
  tx
    .selectFrom('Round as r')
    .innerJoin('County as c', 'c.id', 'r.countyId')
    .where('r.id', '=', id)
    .select(['r.id', 'r.countyId', 'c.name as countyName', 'r.forumId', 'r.programme', 'r.year', 'r.ruleSetId'])
    .select(['r.budget', 'r.reserve', 'r.state', 'r.imported', 'r.isExample', 'r.version'])
    .select((eb) => [
      lastDayOf(eb, 'need').as('needLastDay'),
      lastDayOf(eb, 'innstilling').as('innstillingLastDay'),
      lastDayOf(eb, 'decision').as('decisionLastDay'),
      lastDayOf(eb, 'plan').as('planLastDay'),
      lastDayOf(eb, 'report').as('reportLastDay'),
    ]);

/** A round with its days; null when there is none. */
export async function findRound(tx: Tx, id: string): Promise<RoundRow | null> {
  return (await round(tx, id).executeTakeFirst()) ?? null;
}

const one = (tx: Tx, id: string) => tx.selectFrom('Round').where('id', '=', id).select('id');

// The days are read after the lock is held: those read while waiting would be from before another's move.
/** Holds the round as it is while something in it is judged by its deadline or rules. */
export const shareRound = async (tx: Tx, id: string): Promise<RoundRow | null> =>
  (await one(tx, id).forShare().executeTakeFirst()) === undefined ? null : findRound(tx, id);
/** Locks the round before its sums, days or state are changed. */
export const lockRound = async (tx: Tx, id: string): Promise<RoundRow | null> =>
  (await one(tx, id).forUpdate().executeTakeFirst()) === undefined ? null : findRound(tx, id);

/** The rule set a round was opened under. */
export const ruleSetOf = (tx: Tx, { ruleSetId }: { ruleSetId: string }): Promise<RuleSet> =>
  tx
    .selectFrom('RuleSet as s')
    .where('s.id', '=', ruleSetId)
    .select(RULES)
    .executeTakeFirstOrThrow(() => new Error(`Round without its rule set: ${ruleSetId}`));

export interface RoundSubject extends RoundRow {
  proposerIds: string[];
}

/** A round as the policy sees it: with those who have proposed what waits for approval. */
export async function roundSubject(tx: Tx, id: string): Promise<RoundSubject | null> {
  const found = await round(tx, id)
    .select((eb) =>
      arrayOf(
        eb
          .selectFrom('Tildeling as t')
          .whereRef('t.roundId', '=', 'r.id')
          .where('t.state', '=', 'proposed')
          .where((of) => of.ref('t.inForce'))
          .where('t.proposedById', 'is not', null)
          .select((of) => of.ref('t.proposedById').$notNull().as('proposedById'))
          .distinct(),
      ).as('proposerIds'),
    )
    .executeTakeFirst();
  return found ?? null;
}

/** Takes a locked round on to its next state. */
export const setRoundState = async (tx: Tx, id: string, state: RoundState): Promise<void> => {
  await tx
    .updateTable('Round')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

/** How far the other needs of a need's round have come. */
export const findBeside = (tx: Tx, need: { id: string; roundId: string }): Promise<Beside> =>
  tx
    .selectFrom('Behovsmelding as n')
    .leftJoin('Tildeling as t', (join) => join.onRef('t.behovsmeldingId', '=', 'n.id').on((eb) => eb.ref('t.inForce')))
    .where('n.roundId', '=', need.roundId)
    .where('n.id', '<>', need.id)
    .select(({ fn }) => [
      fn
        .countAll<number>()
        .filterWhere('n.state', '=', 'recommended')
        .filterWhere('t.state', 'is distinct from', 'proposed')
        .as('open'),
      fn
        .countAll<number>()
        .filterWhere('n.state', '=', 'recommended')
        .filterWhere('t.state', '=', 'proposed')
        .as('proposed'),
      fn.countAll<number>().filterWhere('t.state', 'in', DECIDED).as('decided'),
    ])
    .executeTakeFirstOrThrow();

/** How many records of round `r` have come to each step, as one column; a withdrawn need is no longer counted. */
export function roundCounts(eb: InRound) {
  const needs = eb
    .selectFrom('Behovsmelding as b')
    .whereRef('b.roundId', '=', 'r.id')
    .where('b.state', '<>', sql.lit('draft'))
    .where('b.state', '<>', 'withdrawn')
    .select(({ fn }) => [
      fn.countAll<number>().as('sent'),
      fn.countAll<number>().filterWhere('b.state', 'in', ['recommended', 'granted', 'declined']).as('recommended'),
    ]);
  const given = eb
    .selectFrom('Tildeling as g')
    .whereRef('g.roundId', '=', 'r.id')
    .where((of) => of.ref('g.inForce'))
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('g.state', '<>', 'draft').as('proposed'),
      fn.countAll<number>().filterWhere('g.state', 'in', DECIDED).as('approved'),
    ]);
  const reported = eb
    .selectFrom('ReportHalf as p')
    .innerJoin('AnnualReport as a', 'a.id', 'p.reportId')
    .innerJoin('Tiltak as k', 'k.id', 'a.tiltakId')
    .whereRef('k.roundId', '=', 'r.id')
    .select(({ fn }) => [
      fn.countAll<number>().as('halves'),
      fn.countAll<number>().filterWhere('p.state', '=', 'accepted').as('accepted'),
    ]);
  return eb
    .selectFrom([needs.as('n'), given.as('t'), reported.as('h')])
    .select(({ ref }) =>
      jsonBuildObject({
        sent: ref('n.sent'),
        recommended: ref('n.recommended'),
        proposed: ref('t.proposed'),
        approved: ref('t.approved'),
        halves: ref('h.halves'),
        accepted: ref('h.accepted'),
      }).as('counts'),
    )
    .$asScalar()
    .$notNull();
}
