import { sql, type Sql, type Tx } from '#lib/db/client';
import type { Beside } from '#lib/domain/behovsmelding/decide';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { Programme, RoundState } from '#lib/domain/states';

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
  needLastDay: Date;
  reportLastDay: Date;
  decisionLastDay: Date;
  innstillingLastDay: Date;
  planLastDay: Date;
}

const deadline = (kind: string): Sql =>
  sql`(SELECT d."lastDay" FROM "Deadline" d WHERE d."roundId" = r.id AND d.kind = ${kind})`;

/** The columns of a round with its deadlines, for `FROM "Round" r JOIN "County" c`. */
const COLUMNS = sql`r.id, r."countyId", c.name AS "countyName", r."forumId", r.programme, r.year, r."ruleSetId", r.budget, r.reserve, r.state, r.imported, r."isExample", r.version,
  ${deadline('need')} AS "needLastDay", ${deadline('innstilling')} AS "innstillingLastDay", ${deadline('decision')} AS "decisionLastDay", ${deadline('plan')} AS "planLastDay", ${deadline('report')} AS "reportLastDay"`;

export async function findRound(tx: Tx, id: string): Promise<RoundRow | null> {
  const rows = await tx.$queryRaw<
    RoundRow[]
  >`SELECT ${COLUMNS} FROM "Round" r JOIN "County" c ON c.id = r."countyId" WHERE r.id = ${id}`;
  return rows[0] ?? null;
}

// Locked first and read after: its last days are rows of their own, and those read while waiting would be from before another's move.
async function locked(tx: Tx, id: string, lock: Sql): Promise<RoundRow | null> {
  const found = await tx.$queryRaw<unknown[]>`SELECT id FROM "Round" WHERE id = ${id} ${lock}`;
  return found.length === 0 ? null : findRound(tx, id);
}

/** Holds the round as it is while something in it is judged by its deadline or rules. */
export const shareRound = (tx: Tx, id: string): Promise<RoundRow | null> => locked(tx, id, sql`FOR SHARE`);
/** Locks the round before its sums, days or state are changed. */
export const lockRound = (tx: Tx, id: string): Promise<RoundRow | null> => locked(tx, id, sql`FOR UPDATE`);

/** The rule set a round was opened under. */
export async function ruleSetOf(tx: Tx, round: { ruleSetId: string }): Promise<RuleSet> {
  const rows = await tx.$queryRaw<RuleSet[]>`SELECT * FROM "RuleSet" WHERE id = ${round.ruleSetId}`;
  const [rules] = rows;
  if (rules === undefined) throw new Error(`Round without its rule set: ${round.ruleSetId}`);
  return rules;
}

export interface RoundSubject extends RoundRow {
  proposerIds: string[];
}

/** A round as the policy sees it: with those who have proposed what waits for approval. */
export async function roundSubject(tx: Tx, id: string): Promise<RoundSubject | null> {
  const rows = await tx.$queryRaw<RoundSubject[]>`SELECT ${COLUMNS},
    ARRAY(SELECT DISTINCT t."proposedById" FROM "Tildeling" t WHERE t."roundId" = r.id AND t.state = 'proposed' AND t."inForce" AND t."proposedById" IS NOT NULL) AS "proposerIds"
    FROM "Round" r JOIN "County" c ON c.id = r."countyId" WHERE r.id = ${id}`;
  return rows[0] ?? null;
}

/** Takes a locked round on to its next state. */
export const setRoundState = async (tx: Tx, id: string, state: RoundState): Promise<void> => {
  await tx.round.update({ where: { id }, data: { state, version: { increment: 1 } } });
};

/** How far the other needs of a need's round have come. */
export async function findBeside(tx: Tx, need: { id: string; roundId: string }): Promise<Beside> {
  const [counts] = await tx.$queryRaw<Beside[]>`
    SELECT count(*) FILTER (WHERE n.state = 'recommended' AND t.state IS DISTINCT FROM 'proposed')::int AS open,
      count(*) FILTER (WHERE n.state = 'recommended' AND t.state = 'proposed')::int AS proposed, count(*) FILTER (WHERE t.state IN ('approved', 'sent'))::int AS decided
    FROM "Behovsmelding" n LEFT JOIN "Tildeling" t ON t."behovsmeldingId" = n.id AND t."inForce" WHERE n."roundId" = ${need.roundId} AND n.id <> ${need.id}`;
  return counts ?? { open: 0, proposed: 0, decided: 0 };
}

/** How many records of a round have come to each step, as one JSON column named counts; a withdrawn need is no longer counted. */
export const roundCounts = (roundId: Sql): Sql => sql`(
  SELECT json_build_object('sent', n.sent, 'recommended', n.recommended, 'proposed', t.proposed, 'approved', t.approved, 'halves', h.halves, 'accepted', h.accepted)
  FROM (SELECT count(*) AS sent, count(*) FILTER (WHERE b.state IN ('recommended', 'granted', 'declined')) AS recommended
      FROM "Behovsmelding" b WHERE b."roundId" = ${roundId} AND b.state <> 'draft' AND b.state <> 'withdrawn') n,
    (SELECT count(*) FILTER (WHERE g.state <> 'draft') AS proposed, count(*) FILTER (WHERE g.state IN ('approved', 'sent')) AS approved
      FROM "Tildeling" g WHERE g."roundId" = ${roundId} AND g."inForce") t,
    (SELECT count(*) AS halves, count(*) FILTER (WHERE p.state = 'accepted') AS accepted
      FROM "ReportHalf" p JOIN "AnnualReport" a ON a.id = p."reportId" JOIN "Tiltak" k ON k.id = a."tiltakId" WHERE k."roundId" = ${roundId}) h
) AS counts`;
