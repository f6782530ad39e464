import { sql, type Sql, type Tx } from '#lib/db/client';
import { type RoundRow, ruleSetOf } from '#lib/db/round/round';
import type { AllocationRound, AllocationDraft } from '#lib/domain/tildeling/allocation';
import type { Agreement, ExceptionList, SplitDispensation } from '#lib/domain/tildeling/split';
import type { RoundCase } from '#lib/domain/tildeling/tildeling';
import { randomUUID } from 'node:crypto';

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

async function findExceptions(tx: Tx, roundId: string): Promise<ExceptionList> {
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

interface Saved {
  readonly needId: string;
  readonly tildelingId: string;
}

const asJson = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`;

/** Stores a working version: the drafts made or replaced with their lines, the cleared ones removed, the reserve set. */
export async function saveDrafts(
  tx: Tx,
  roundId: string,
  drafts: readonly AllocationDraft[],
  cleared: readonly string[],
  reserve: number,
): Promise<Saved[]> {
  const kept = drafts.map((draft) => ({ ...draft, id: draft.tildelingId ?? randomUUID() }));
  const emptied = [...kept.map(({ id }) => id), ...cleared];
  if (emptied.length > 0) await tx.$executeRaw`DELETE FROM "TildelingLine" WHERE "tildelingId" = ANY(${emptied})`;
  if (cleared.length > 0)
    await tx.$executeRaw`DELETE FROM "Tildeling" WHERE id = ANY(${[...cleared]}) AND state = 'draft'`;
  await tx.$executeRaw`UPDATE "Round" SET reserve = ${reserve}, version = version + 1 WHERE id = ${roundId}`;
  if (kept.length === 0) return [];
  const rows = kept.map(({ id, needId, outcome, method, methodReason, methodFigures, reason }) => ({
    id,
    needId,
    outcome,
    method,
    methodReason,
    methodFigures,
    reason,
  }));
  await tx.$executeRaw`
    INSERT INTO "Tildeling" (id, "roundId", "behovsmeldingId", outcome, method, "methodReason", "methodFigures", reason)
    SELECT d.id, ${roundId}, d."needId", d.outcome, d.method, d."methodReason", d."methodFigures", d.reason
    FROM jsonb_to_recordset(${asJson(rows)}) AS d(id text, "needId" text, outcome text, method text, "methodReason" text, "methodFigures" jsonb, reason text)
    ON CONFLICT (id) DO UPDATE SET outcome = excluded.outcome, method = excluded.method, "methodReason" = excluded."methodReason",
      "methodFigures" = excluded."methodFigures", reason = excluded.reason, version = "Tildeling".version + 1`;
  const lines = kept.flatMap((draft) =>
    draft.lines.map((line) => ({ id: randomUUID(), tildelingId: draft.id, ...line })),
  );
  if (lines.length > 0) {
    await tx.$executeRaw`
      INSERT INTO "TildelingLine" (id, "tildelingId", side, "receiverId", "budgetYear", amount)
      SELECT l.id, l."tildelingId", l.side, l."receiverId", l."budgetYear", l.amount
      FROM jsonb_to_recordset(${asJson(lines)}) AS l(id text, "tildelingId" text, side text, "receiverId" text, "budgetYear" int, amount int)`;
  }
  return kept.map(({ needId, id }) => ({ needId, tildelingId: id }));
}

/** Marks the drafts as proposed by somebody, and the round when nothing is left to propose. */
export async function saveProposal(
  tx: Tx,
  roundId: string,
  ids: readonly string[],
  by: { userId: string; now: Date },
  complete: boolean,
): Promise<void> {
  await tx.$executeRaw`UPDATE "Tildeling" SET state = 'proposed', "proposedById" = ${by.userId}, "proposedAt" = ${by.now}, "returnComment" = '', version = version + 1 WHERE id = ANY(${[...ids]})`;
  if (complete)
    await tx.$executeRaw`UPDATE "Round" SET state = 'proposed', version = version + 1 WHERE id = ${roundId}`;
}

/** What each UH and each network receiver gets of what is proposed or decided in a round, in kroner. */
export interface ReceiverSum {
  receiverId: string;
  name: string;
  side: 'network' | 'uh';
  amount: number;
}

export function receiverSums(tx: Tx, roundId: string): Promise<ReceiverSum[]> {
  return tx.$queryRaw<ReceiverSum[]>`
    SELECT l."receiverId", coalesce(o.name, l."receiverName") AS name, l.side, sum(l.amount)::float8 AS amount
    FROM "TildelingLine" l JOIN "Tildeling" t ON t.id = l."tildelingId" LEFT JOIN "Organisation" o ON o.id = l."receiverId"
    WHERE t."roundId" = ${roundId} AND t."inForce" AND t.state <> 'draft' GROUP BY 1, 2, 3 ORDER BY l.side, 2`;
}

/** What each region (a need without one: itself) got in the county's previous round of the programme, in kroner: the key it was divided by. */
export async function previousKey(
  tx: Tx,
  round: { countyId: string; programme: string; year: number },
): Promise<Record<string, number>> {
  const rows = await tx.$queryRaw<{ regionId: string; amount: number }[]>`
    SELECT coalesce(n."regionId", k."regionId") AS "regionId", sum(l.amount)::float8 AS amount
    FROM "TildelingLine" l JOIN "Tildeling" t ON t.id = l."tildelingId" LEFT JOIN "Behovsmelding" n ON n.id = t."behovsmeldingId" LEFT JOIN "Tiltak" k ON k.id = t."tiltakId"
    WHERE t."inForce" AND t.state IN ('approved', 'sent') AND coalesce(n."regionId", k."regionId") IS NOT NULL AND t."roundId" = (
      SELECT r.id FROM "Round" r WHERE r."countyId" = ${round.countyId} AND r.programme = ${round.programme} AND r.year < ${round.year}
        AND EXISTS (SELECT 1 FROM "Tildeling" x WHERE x."roundId" = r.id AND x.state IN ('approved', 'sent')) ORDER BY r.year DESC LIMIT 1)
    GROUP BY 1`;
  return Object.fromEntries(rows.map(({ regionId, amount }) => [regionId, amount]));
}

/** The names of those who proposed what now waits in the round. */
export async function proposerNames(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<
    { name: string }[]
  >`SELECT name FROM "User" WHERE id = ANY(${[...ids]}) ORDER BY name`;
  return rows.map(({ name }) => name);
}
