import { randomUUID } from 'node:crypto';
import { sql, type Tx } from './client';

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
