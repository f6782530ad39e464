import type { Behovsmelding } from '#lib/domain/behovsmelding';
import type { Tx } from './client';

export interface TiltakBehind {
  reference: string;
  title: string;
  granted: { year: number; amount: number }[];
  reportId: string | null;
}

/** The tiltak a need changes or was begun from, what it is granted in each year, and its last report: the last that its owner has filed, if any. */
export async function findTiltakBehind(
  tx: Tx,
  need: Pick<Behovsmelding, 'changeTiltakId' | 'startedFromTiltakId' | 'startedFromId'>,
): Promise<TiltakBehind | null> {
  const rows = await tx.$queryRaw<TiltakBehind[]>`
    SELECT t.reference, t.title,
      coalesce((SELECT json_agg(json_build_object('year', y.year, 'amount', y.amount) ORDER BY y.year) FROM (
        SELECT l."budgetYear" AS year, coalesce(sum(l.amount), 0) AS amount FROM "Tildeling" g JOIN "TildelingLine" l ON l."tildelingId" = g.id
        WHERE g."tiltakId" = t.id AND g."inForce" AND g.state IN ('approved', 'sent') GROUP BY l."budgetYear") y), '[]'::json) AS granted,
      (SELECT a.id FROM "AnnualReport" a LEFT JOIN "ReportHalf" h ON h."reportId" = a.id AND h.side = 'owner' AND h.state <> 'open'
        WHERE a."tiltakId" = t.id ORDER BY (h.id IS NULL), a.year DESC LIMIT 1) AS "reportId"
    FROM "Tiltak" t WHERE t.id = coalesce(${need.changeTiltakId}, ${need.startedFromTiltakId}, (SELECT x.id FROM "Tiltak" x WHERE x."behovsmeldingId" = ${need.startedFromId}))`;
  return rows[0] ?? null;
}
