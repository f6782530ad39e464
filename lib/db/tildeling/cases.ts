import { type ExpressionBuilder, type Nullable, sql } from 'kysely';
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { sumOn } from '#lib/db/facts/sides';
import { findRound, lockRound, type RoundRow, ruleSetOf } from '#lib/db/round/round';
import type { Tables } from '#lib/db/tables';
import { isTrue } from '#lib/db/values';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { AllocationRound } from '#lib/domain/tildeling/allocation';
import { groupBy } from '#lib/domain/tildeling/divide';
import type { ExceptionList } from '#lib/domain/tildeling/split';
import type { TildelingSubject } from './tildeling';

type OfNeed = ExpressionBuilder<Tables & { n: Tables['Behovsmelding']; t: Nullable<Tables['Tildeling']> }, 'n' | 't'>;

const recommendation = (eb: OfNeed) =>
  eb
    .selectFrom('InnstillingLine as l')
    .innerJoin('Innstilling as s', 's.id', 'l.innstillingId')
    .whereRef('l.behovsmeldingId', '=', 'n.id')
    .whereRef('s.roundId', '=', 'n.roundId')
    .where('s.state', '=', 'delivered')
    .select(['l.priority', 'l.reason', 'l.network', 'l.uh'])
    .orderBy('s.version', 'desc')
    .limit(1);

const given = (eb: OfNeed) =>
  eb
    .selectFrom('TildelingLine as l')
    .whereRef('l.tildelingId', '=', 't.id')
    .select(({ ref }) => {
      const line = { side: ref('l.side'), amount: ref('l.amount') };
      return [
        sumOn(line, 'network').as('network'),
        sumOn(line, 'uh').as('uh'),
        sql<
          string[]
        >`coalesce(json_agg(distinct ${ref('l.receiverId')}) filter (where ${line.side} = 'uh' and ${line.amount} > 0), '[]')`.as(
          'uhIds',
        ),
      ];
    });

/** The needs that are recommended or have a tildeling in force, with what they ask, are recommended and are given. */
const cases = (tx: Tx) =>
  tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('Organisation as o', 'o.id', 'n.ownerId')
    .leftJoin('Region as g', 'g.id', 'n.regionId')
    .leftJoin('Tildeling as t', (join) =>
      join
        .onRef('t.behovsmeldingId', '=', 'n.id')
        .onRef('t.roundId', '=', 'n.roundId')
        .on((eb) => eb.ref('t.inForce')),
    )
    .leftJoinLateral(
      (eb) => recommendation(eb).as('i'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      (eb) => given(eb).as('given'),
      (join) => join.onTrue(),
    )
    .where((eb) => eb.or([eb('n.state', '=', 'recommended'), eb('t.id', 'is not', null)]))
    .select(['n.id as needId', 'n.number', 'n.title', 'n.state as needState', 'o.name as ownerName'])
    .select(['n.regionId', 'g.name as regionName', 'i.priority', 'n.plannedEgenandel as egenandel'])
    .select((eb) => [
      eb.fn.coalesce('o.orgnr', sql.lit('')).as('tie'),
      eb
        .case()
        .when(eb.and([eb('i.network', 'is not', null), eb('i.uh', 'is not', null)]))
        .then(jsonBuildObject({ network: eb.ref('i.network').$notNull(), uh: eb.ref('i.uh').$notNull() }))
        .end()
        .as('recommended'),
      eb.fn.coalesce('i.reason', sql.lit('')).as('forumReason'),
      isTrue(
        eb.exists(
          eb
            .selectFrom('Dispensation as d')
            .whereRef('d.behovsmeldingId', '=', 'n.id')
            .where('d.rule', '=', 'egenandel')
            .where('d.state', '=', 'granted')
            .select('d.id'),
        ),
      ).as('egenandelDispensation'),
      eb
        .case()
        .when('t.id', 'is not', null)
        .then(
          jsonBuildObject({
            id: eb.ref('t.id').$notNull(),
            state: eb.ref('t.state').$notNull(),
            version: eb.ref('t.version').$notNull(),
            method: eb.ref('t.method').$notNull(),
            methodReason: eb.ref('t.methodReason').$notNull(),
            methodFigures: eb.ref('t.methodFigures').$notNull(),
            reason: eb.ref('t.reason').$notNull(),
            returnComment: eb.ref('t.returnComment').$notNull(),
            proposedById: eb.ref('t.proposedById'),
            network: eb.ref('given.network'),
            uh: eb.ref('given.uh'),
            uhIds: eb.ref('given.uhIds'),
          }),
        )
        .end()
        .as('tildeling'),
    ]);

/**
 * What those needs ask for, line by line: asked for flat, since a list inside each of hundreds of rows takes the
 * database twice as long.
 */
const askedLines = (tx: Tx, roundId: string) =>
  tx
    .selectFrom('Behovsmelding as n')
    .innerJoin('BehovsmeldingLine as l', 'l.behovsmeldingId', 'n.id')
    .innerJoin('Organisation as r', 'r.id', 'l.receiverId')
    .where('n.roundId', '=', roundId)
    .where((eb) =>
      eb.or([
        eb('n.state', '=', 'recommended'),
        eb.exists(
          eb
            .selectFrom('Tildeling as t')
            .whereRef('t.behovsmeldingId', '=', 'n.id')
            .whereRef('t.roundId', '=', 'n.roundId')
            .where((of) => of.ref('t.inForce'))
            .select('t.id'),
        ),
      ]),
    )
    .select(['n.id as needId', 'l.id as key', 'l.side', 'l.receiverId', 'l.budgetYear as year'])
    .select(({ fn }) => [
      fn.coalesce('r.orgnr', sql.lit('')).as('tie'),
      fn.coalesce('l.amount', sql.lit(0)).as('asked'),
    ]);

/** Asked for or granted dispensations from the key, and the agreements, as two columns of one row. */
const exceptions = (tx: Tx, roundId: string) =>
  [
    jsonArrayFrom(
      tx
        .selectFrom('Dispensation as d')
        .where('d.roundId', '=', roundId)
        .where('d.rule', '=', 'split')
        .select(['d.id', 'd.state', 'd.regionId', 'd.behovsmeldingId', 'd.reason', 'd.decisionReason'])
        .orderBy('d.askedAt'),
    ).as('dispensations'),
    jsonArrayFrom(
      tx
        .selectFrom('SplitAgreement as a')
        .where('a.roundId', '=', roundId)
        .select(['a.id', 'a.regionId', 'a.behovsmeldingId', 'a.parties', 'a.uhPercent', 'a.agreedOn'])
        .orderBy('a.registeredAt'),
    ).as('agreements'),
  ] as const;

export type AllocationRow = RoundRow & AllocationRound & { readonly proposerIds: readonly string[] };

const casesOf = (tx: Tx, roundId: string) =>
  cases(tx)
    .where('n.roundId', '=', roundId)
    .orderBy('g.name', (order) => order.collate('C').asc().nullsLast())
    .orderBy('i.priority')
    .orderBy('n.number')
    .execute();
const linesIn = (tx: Tx, roundId: string) => askedLines(tx, roundId).execute();
const exceptionsIn = (tx: Tx, roundId: string) =>
  tx.selectNoFrom(() => exceptions(tx, roundId)).executeTakeFirstOrThrow();

interface Parts {
  rules: RuleSet;
  found: Awaited<ReturnType<typeof casesOf>>;
  lines: Awaited<ReturnType<typeof linesIn>>;
  exceptions: ExceptionList;
}

function whole(round: RoundRow, parts: Parts, ids: readonly string[] | null): AllocationRow {
  const { rules, found, lines, exceptions } = parts;
  const asked = groupBy(lines, ({ needId }) => needId);
  const proposerIds = found.flatMap(({ tildeling: t }) =>
    t !== null && t.state === 'proposed' && t.proposedById !== null && (ids === null || ids.includes(t.id))
      ? [t.proposedById]
      : [],
  );
  const needs = found.map((one) => ({ ...one, lines: asked.get(one.needId) ?? [] }));
  return { ...round, rules, cases: needs, exceptions, proposerIds: [...new Set(proposerIds)] };
}

/** A round with everything its amounts are judged by, in the order of region and priority; all of it is asked for at once. */
export async function findAllocation(tx: Tx, id: string): Promise<AllocationRow | null> {
  const round = await findRound(tx, id);
  if (round === null) return null;
  const [rules, found, lines, exceptionList] = await Promise.all([
    ruleSetOf(tx, round),
    casesOf(tx, id),
    linesIn(tx, id),
    exceptionsIn(tx, id),
  ]);
  return whole(round, { rules, found, lines, exceptions: exceptionList }, null);
}

/** The same with the round locked first, and one read after the other. `ids`: the tildelinger it is about, null for all proposed. */
export async function lockAllocation(
  tx: Tx,
  id: string,
  ids: readonly string[] | null = null,
): Promise<AllocationRow | null> {
  const round = await lockRound(tx, id);
  if (round === null) return null;
  const rules = await ruleSetOf(tx, round);
  const found = await casesOf(tx, id);
  const lines = await linesIn(tx, id);
  return whole(round, { rules, found, lines, exceptions: await exceptionsIn(tx, id) }, ids);
}

/** A tildeling as the policy sees it, in its round. */
export type InRoundRow = TildelingSubject & { readonly round: AllocationRow };

/** Locks the round of a tildeling, then reads it with all that it is judged by; null when there is none in force. */
export async function lockRoundOf(tx: Tx, id: string): Promise<InRoundRow | null> {
  const found = await tx.selectFrom('Tildeling').where('id', '=', id).select('roundId').executeTakeFirst();
  const round = found === undefined ? null : await lockAllocation(tx, found.roundId, [id]);
  const tildeling = round?.cases.find((one) => one.tildeling?.id === id)?.tildeling ?? null;
  if (round === null || tildeling === null) return null;
  const { countyId, forumId } = round;
  const parties = { ownerIds: [], delegatedRegionIds: [], uhIds: [...tildeling.uhIds] };
  const { state, proposedById } = tildeling;
  return { id, roundId: round.id, countyId, forumId, state, proposedById, ...parties, round };
}
