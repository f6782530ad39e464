import { sql, type Tx } from '#lib/db/client';
import { FIELDS_OF, type Half, type HalfFields } from '#lib/domain/report/report';
import type { HalfState, TiltakStatus } from '#lib/domain/states';
import { randomUUID } from 'node:crypto';

/** Writes what a party has filled in: all of it, or these fields. */
export async function saveHalf(
  tx: Tx,
  half: Half,
  now: Date,
  fields: readonly (keyof HalfFields)[] = [...FIELDS_OF[half.side], 'languages'],
): Promise<void> {
  const written = Object.fromEntries(fields.map((field) => [field, half[field]]));
  await tx.reportHalf.update({
    where: { id: half.id },
    data: { ...written, updatedAt: now, version: { increment: 1 } },
  });
}

/** Writes a half as filed. What it was returned for is answered. */
export async function markFiled(tx: Tx, half: Half, by: string, now: Date): Promise<void> {
  await saveHalf(tx, half, now);
  await tx.$executeRaw`UPDATE "ReportHalf" SET state = 'filed', "filedById" = ${by}, "filedAt" = ${now}, "returnComment" = '' WHERE id = ${half.id}`;
}

/** Writes what Statsforvalteren decided on a half. */
export async function decideHalf(
  tx: Tx,
  id: string,
  state: Extract<HalfState, 'returned' | 'accepted'>,
  comment: string,
  by: string,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`UPDATE "ReportHalf" SET state = ${state}, "returnComment" = ${comment}, "decidedById" = ${by}, "decidedAt" = ${now}, "updatedAt" = ${now}, version = version + 1 WHERE id = ${id}`;
}

/** Sets how it goes with a tiltak, as its owner reported. */
export async function setTiltakStatus(tx: Tx, tiltakId: string, status: TiltakStatus): Promise<void> {
  await tx.$executeRaw`UPDATE "Tiltak" SET status = ${status} WHERE id = ${tiltakId}`;
}

/** Takes an approved round into reporting. Whether it moved. */
export async function beginReporting(tx: Tx, roundId: string): Promise<boolean> {
  return (
    (await tx.$executeRaw`UPDATE "Round" SET state = 'reporting', version = version + 1 WHERE id = ${roundId} AND state = 'approved'`) >
    0
  );
}

/** Finishes a round when every half of every report in it is accepted. Whether it moved. */
export async function finishRound(tx: Tx, roundId: string): Promise<boolean> {
  return (
    (await tx.$executeRaw`UPDATE "Round" SET state = 'finished', version = version + 1 WHERE id = ${roundId} AND state IN ('approved', 'reporting') AND NOT EXISTS (
    SELECT 1 FROM "Tiltak" t JOIN "AnnualReport" a ON a."tiltakId" = t.id JOIN "ReportHalf" h ON h."reportId" = a.id WHERE t."roundId" = ${roundId} AND h.state <> 'accepted')`) >
    0
  );
}

/** A tiltak's year to report on: by its owner (null when the lead is not in our register), and by each UH that got money. */
export interface ReportOpening {
  readonly tiltakId: string;
  readonly year: number;
  readonly dueOn: Date;
  readonly ownerId: string | null;
  readonly uhIds: readonly string[];
}

/** Opens annual reports, each with the owner's half and one half for each UH. What is open already stays, and only what it lacks is added. */
export async function openReports(tx: Tx, openings: readonly ReportOpening[]): Promise<void> {
  if (openings.length === 0) return;
  const reports = openings.map((one) => ({
    id: randomUUID(),
    tiltakId: one.tiltakId,
    year: one.year,
    dueOn: one.dueOn.toISOString().slice(0, 10),
  }));
  const halves = openings.flatMap(({ tiltakId, year, ownerId, uhIds }) => {
    const half = (side: string, organisationId: string | null) => ({
      id: randomUUID(),
      tiltakId,
      year,
      side,
      organisationId,
    });
    return [half('owner', ownerId), ...uhIds.map((uhId) => half('uh', uhId))];
  });
  await tx.$executeRaw`
    WITH reports AS (
      INSERT INTO "AnnualReport" (id, "tiltakId", year, "dueOn")
      SELECT r.id, r."tiltakId", r.year, r."dueOn" FROM jsonb_to_recordset(${sql`${JSON.stringify(reports)}::jsonb`}) AS r(id text, "tiltakId" text, year int, "dueOn" date)
      ON CONFLICT ("tiltakId", year) DO UPDATE SET year = excluded.year RETURNING id, "tiltakId", year)
    INSERT INTO "ReportHalf" (id, "reportId", side, "organisationId")
    SELECT h.id, r.id, h.side, h."organisationId" FROM jsonb_to_recordset(${sql`${JSON.stringify(halves)}::jsonb`}) AS h(id text, "tiltakId" text, year int, side text, "organisationId" text)
      JOIN reports r ON r."tiltakId" = h."tiltakId" AND r.year = h.year
    ON CONFLICT DO NOTHING`;
}

/** Opens one annual report. */
export const openReport = (tx: Tx, opening: ReportOpening): Promise<void> => openReports(tx, [opening]);
