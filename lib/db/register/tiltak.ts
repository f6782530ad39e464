import type { RegisterPool } from '#lib/domain/register';
import type { Programme, Side, TiltakStatus } from '#lib/domain/states';
import type { Tx } from '#lib/db/client';

export interface RegisterLine {
  id: string;
  side: Side;
  receiverName: string | null;
  budgetYear: number;
  amount: number | null;
  printed: string | null;
  pool: RegisterPool | null;
}
export interface RegisterCorrection {
  id: string;
  field: string;
  printed: string;
  amount: number | null;
  corrected: number | null;
  note: string;
}
export interface RegisterTiltak {
  reference: string;
  title: string;
  leadName: string;
  regionName: string | null;
  countyId: string;
  countyName: string;
  year: number;
  programme: Programme;
  status: TiltakStatus;
  publicUnits: number | null;
  privateUnits: number | null;
  outsideCounty: boolean;
  forumFollowUp: boolean;
  externalRef: string | null;
  imported: boolean;
  isExample: boolean;
  tildelinger: { id: string; imported: boolean; approvedAt: Date | null }[];
  lines: RegisterLine[];
  corrections: RegisterCorrection[];
}

type Head = Omit<RegisterTiltak, 'tildelinger' | 'lines' | 'corrections'> & { id: string };
type RawLine = Omit<RegisterLine, 'pool'> & {
  poolId: string | null;
  poolAmount: number;
  poolNote: string;
  poolRegion: string;
  poolLines: bigint;
};

/** A tiltak by its reference, as anyone may see it; null when it is missing or nothing of it is decided. */
export async function findRegisterTiltak(tx: Tx, reference: string): Promise<RegisterTiltak | null> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT t.id, t.reference, t.title, t."leadName", g.name AS "regionName", c.id AS "countyId", c.name AS "countyName", t.year, r.programme, t.status,
      t."publicUnits", t."privateUnits", t."outsideCounty", t."forumFollowUp", t."externalRef", r.imported, r."isExample"
    FROM "Tiltak" t JOIN "Round" r ON r.id = t."roundId" JOIN "County" c ON c.id = t."countyId" LEFT JOIN "Region" g ON g.id = t."regionId" WHERE t.reference = ${reference}`;
  if (head === undefined) return null;
  const { id, ...tiltak } = head;
  const tildelinger = await tx.$queryRaw<RegisterTiltak['tildelinger']>`
    SELECT id, imported, "approvedAt" FROM "Tildeling" WHERE "tiltakId" = ${id} AND "inForce" AND state IN ('approved', 'sent') ORDER BY "approvedAt", id`;
  if (tildelinger.length === 0) return null;
  const corrections = await tx.$queryRaw<
    RegisterCorrection[]
  >`SELECT id, field, printed, amount, corrected, note FROM "PrintedValue" WHERE "tiltakId" = ${id} ORDER BY id`;
  return {
    ...tiltak,
    tildelinger,
    corrections,
    lines: await linesOf(
      tx,
      tildelinger.map((one) => one.id),
    ),
  };
}

async function linesOf(tx: Tx, tildelingIds: readonly string[]): Promise<RegisterLine[]> {
  const rows = await tx.$queryRaw<RawLine[]>`
    SELECT l.id, l.side, coalesce(l."receiverName", o.name) AS "receiverName", l."budgetYear", l.amount, l.printed,
      p.id AS "poolId", p.amount AS "poolAmount", p.note AS "poolNote", g.name AS "poolRegion",
      (SELECT coalesce(sum(x.amount), 0) FROM "TildelingLine" x WHERE x."poolId" = p.id) AS "poolLines"
    FROM "TildelingLine" l LEFT JOIN "Organisation" o ON o.id = l."receiverId" LEFT JOIN "RegionPool" p ON p.id = l."poolId" LEFT JOIN "Region" g ON g.id = p."regionId"
    WHERE l."tildelingId" = ANY(${[...tildelingIds]}::text[]) ORDER BY l.side, "receiverName", l."budgetYear", l.id`;
  return rows.map(({ poolId, poolAmount, poolNote, poolRegion, poolLines, ...line }) => ({
    ...line,
    pool:
      poolId === null
        ? null
        : {
            id: poolId,
            regionName: poolRegion,
            receiverName: line.receiverName,
            amount: poolAmount,
            lines: Number(poolLines),
            note: poolNote,
          },
  }));
}
