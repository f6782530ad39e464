import type { Tx } from './client';

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
