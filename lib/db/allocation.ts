import type { RoundCase } from '#lib/domain/tildeling';
import type { AllocationRound } from '#lib/domain/allocation-suggest';
import type { Agreement, Exceptions, SplitDispensation } from '#lib/domain/tildeling-split';
import { sql, type Sql, type Tx } from './client';
import { ruleSetOf, type RoundRow } from './round';

/** The needs of a round that are recommended or have a tildeling in force, with what they ask, are recommended and are given. */
const CASES = sql`
  SELECT n.id AS "needId", n.number, n.title, n.state AS "needState", o.name AS "ownerName", coalesce(o.orgnr, '') AS tie, n."regionId", g.name AS "regionName",
    asked.lines, i.priority, i.recommended, coalesce(i.reason, '') AS "forumReason", n."plannedEgenandel"::float8 AS egenandel,
    EXISTS (SELECT 1 FROM "Dispensation" d WHERE d."behovsmeldingId" = n.id AND d.rule = 'egenandel' AND d.state = 'granted') AS "egenandelDispensation",
    CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'state', t.state, 'version', t.version, 'method', t.method, 'methodReason', t."methodReason", 'methodFigures', t."methodFigures",
      'reason', t.reason, 'returnComment', t."returnComment", 'proposedById', t."proposedById", 'network', given.network, 'uh', given.uh, 'uhIds', given."uhIds") END AS tildeling
  FROM "Behovsmelding" n
  JOIN "Organisation" o ON o.id = n."ownerId"
  LEFT JOIN "Region" g ON g.id = n."regionId"
  LEFT JOIN "Tildeling" t ON t."behovsmeldingId" = n.id AND t."roundId" = n."roundId" AND t."inForce"
  LEFT JOIN LATERAL (
    SELECT l.priority, l.reason, CASE WHEN l.network IS NOT NULL AND l.uh IS NOT NULL THEN json_build_object('network', l.network, 'uh', l.uh) END AS recommended
    FROM "InnstillingLine" l JOIN "Innstilling" s ON s.id = l."innstillingId"
    WHERE l."behovsmeldingId" = n.id AND s."roundId" = n."roundId" AND s.state = 'delivered' ORDER BY s.version DESC LIMIT 1) i ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('key', l.id, 'side', l.side, 'receiverId', l."receiverId", 'receiverName', r.name, 'tie', coalesce(r.orgnr, ''), 'year', l."budgetYear", 'asked', coalesce(l.amount, 0))
      ORDER BY l.side, r.name, l."budgetYear"), '[]') AS lines
    FROM "BehovsmeldingLine" l JOIN "Organisation" r ON r.id = l."receiverId" WHERE l."behovsmeldingId" = n.id) asked
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(l.amount) FILTER (WHERE l.side = 'network'), 0) AS network, coalesce(sum(l.amount) FILTER (WHERE l.side = 'uh'), 0) AS uh,
      coalesce(json_agg(DISTINCT l."receiverId") FILTER (WHERE l.side = 'uh' AND l.amount > 0), '[]') AS "uhIds"
    FROM "TildelingLine" l WHERE l."tildelingId" = t.id) given
  WHERE (n.state = 'recommended' OR t.id IS NOT NULL)`;

const findCases = (tx: Tx, which: Sql): Promise<RoundCase[]> => tx.$queryRaw<RoundCase[]>`${CASES} ${which}`;

/** The case of one tildeling; null when it is not in force. */
export async function findCase(tx: Tx, tildelingId: string): Promise<RoundCase | null> {
  const [one] = await findCases(tx, sql`AND t.id = ${tildelingId}`);
  return one ?? null;
}

/** Asked for or granted dispensations from the key, and the agreements, as two columns of one row. */
export const exceptionColumns = (roundId: Sql): Sql => sql`
  (SELECT coalesce(json_agg(json_build_object('id', d.id, 'state', d.state, 'regionId', d."regionId", 'behovsmeldingId', d."behovsmeldingId", 'reason', d.reason, 'decisionReason', d."decisionReason") ORDER BY d."askedAt"), '[]')
    FROM "Dispensation" d WHERE d."roundId" = ${roundId} AND d.rule = 'split') AS dispensations,
  (SELECT coalesce(json_agg(json_build_object('id', a.id, 'regionId', a."regionId", 'behovsmeldingId', a."behovsmeldingId", 'parties', a.parties, 'uhPercent', a."uhPercent", 'agreedOn', a."agreedOn") ORDER BY a."registeredAt"), '[]')
    FROM "SplitAgreement" a WHERE a."roundId" = ${roundId}) AS agreements`;

async function findExceptions(tx: Tx, roundId: string): Promise<Exceptions> {
  const [row] = await tx.$queryRaw<
    { dispensations: SplitDispensation[]; agreements: Agreement[] }[]
  >`SELECT ${exceptionColumns(sql`${roundId}`)}`;
  return row ?? { dispensations: [], agreements: [] };
}

export type AllocationRow = RoundRow & AllocationRound & { readonly proposerIds: readonly string[] };

/** A round with everything its amounts are judged by, in the order of region and priority. `ids`: the tildelinger it is about, null for all proposed. */
export async function withCases(tx: Tx, round: RoundRow, ids: readonly string[] | null = null): Promise<AllocationRow> {
  const rules = await ruleSetOf(tx, round);
  const cases = await findCases(
    tx,
    sql`AND n."roundId" = ${round.id} ORDER BY g.name COLLATE "C" NULLS LAST, i.priority NULLS LAST, n.number`,
  );
  const exceptions = await findExceptions(tx, round.id);
  const proposerIds = cases.flatMap(({ tildeling: t }) =>
    t !== null && t.state === 'proposed' && t.proposedById !== null && (ids === null || ids.includes(t.id))
      ? [t.proposedById]
      : [],
  );
  return { ...round, rules, cases, exceptions, proposerIds: [...new Set(proposerIds)] };
}
