import type { Beside } from '#lib/domain/behovsmelding-withdraw';
import type { Tx } from './client';

/** How far the other needs of a need's round have come. */
export async function findBeside(tx: Tx, need: { id: string; roundId: string }): Promise<Beside> {
  const [counts] = await tx.$queryRaw<Beside[]>`
    SELECT count(*) FILTER (WHERE n.state = 'recommended' AND t.state IS DISTINCT FROM 'proposed')::int AS open,
      count(*) FILTER (WHERE n.state = 'recommended' AND t.state = 'proposed')::int AS proposed, count(*) FILTER (WHERE t.state IN ('approved', 'sent'))::int AS decided
    FROM "Behovsmelding" n LEFT JOIN "Tildeling" t ON t."behovsmeldingId" = n.id AND t."inForce" WHERE n."roundId" = ${need.roundId} AND n.id <> ${need.id}`;
  return counts ?? { open: 0, proposed: 0, decided: 0 };
}
