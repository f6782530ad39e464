import { randomUUID } from 'node:crypto';
import type { Draft } from '#lib/domain/allocation';
import { sql, type Tx } from './client';

interface Saved {
  readonly needId: string;
  readonly tildelingId: string;
}

const asJson = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`;

/** Stores a working version: the drafts made or replaced with their lines, the cleared ones removed, the reserve set. */
export async function saveDrafts(
  tx: Tx,
  roundId: string,
  drafts: readonly Draft[],
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
