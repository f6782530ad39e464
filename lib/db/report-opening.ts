import { randomUUID } from 'node:crypto';
import { sql, type Tx } from './client';

/** A tiltak's year to report on: by its owner (null when the lead is not in our register), and by each UH that got money. */
export interface ReportOpening { readonly tiltakId: string; readonly year: number; readonly dueOn: Date; readonly ownerId: string | null; readonly uhIds: readonly string[] }

/** Opens annual reports, each with the owner's half and one half for each UH. */
export async function openReports(tx: Tx, openings: readonly ReportOpening[]): Promise<void> {
  if (openings.length === 0) return;
  const reports = openings.map((one) => ({ id: randomUUID(), tiltakId: one.tiltakId, year: one.year, dueOn: one.dueOn.toISOString().slice(0, 10) }));
  const halves = openings.flatMap((one, index) => {
    const reportId = reports[index]?.id;
    const half = (side: string, organisationId: string | null) => ({ id: randomUUID(), reportId, side, organisationId });
    return [half('owner', one.ownerId), ...one.uhIds.map((uhId) => half('uh', uhId))];
  });
  await tx.$executeRaw`
    WITH reports AS (
      INSERT INTO "AnnualReport" (id, "tiltakId", year, "dueOn")
      SELECT r.id, r."tiltakId", r.year, r."dueOn" FROM jsonb_to_recordset(${sql`${JSON.stringify(reports)}::jsonb`}) AS r(id text, "tiltakId" text, year int, "dueOn" date))
    INSERT INTO "ReportHalf" (id, "reportId", side, "organisationId")
    SELECT h.id, h."reportId", h.side, h."organisationId" FROM jsonb_to_recordset(${sql`${JSON.stringify(halves)}::jsonb`}) AS h(id text, "reportId" text, side text, "organisationId" text)`;
}

/** Opens one annual report. */
export const openReport = (tx: Tx, opening: ReportOpening): Promise<void> => openReports(tx, [opening]);
