import type { RegisterPool, RegisterRow } from '#lib/domain/register';
import type { Programme } from '#lib/domain/states';
import { sql, type Tx } from '#lib/db/client';

export interface RegisterPlace {
  countyId: string;
  countyName: string;
  year: number;
}
export interface RegisterRound {
  programme: Programme;
  imported: boolean;
  isExample: boolean;
  budget: number | null;
  legacyNotes: string[];
}
export interface Register extends RegisterPlace {
  rounds: RegisterRound[];
  rows: RegisterRow[];
  pools: RegisterPool[];
}

/** A tildeling of tiltak `t` that anyone may see: decided, and not replaced by a later one. */
const DECIDED = sql`d."tiltakId" = t.id AND d."inForce" AND d.state IN ('approved', 'sent')`;

/** Every county and year with an approved tildeling, the newest first. */
export const registerPlaces = (tx: Tx): Promise<RegisterPlace[]> => tx.$queryRaw<RegisterPlace[]>`
  SELECT c.id AS "countyId", c.name AS "countyName", t.year FROM "Tiltak" t JOIN "County" c ON c.id = t."countyId"
  WHERE EXISTS (SELECT 1 FROM "Tildeling" d WHERE ${DECIDED}) GROUP BY c.id, c.name, t.year ORDER BY t.year DESC, c.name`;

const exact = (sum: bigint | number | null): number | null => (sum === null ? null : Number(sum));

async function rowsOf(tx: Tx, countyId: string, year: number): Promise<RegisterRow[]> {
  type Raw = Omit<RegisterRow, 'network' | 'uh' | 'later' | 'openLines'> & {
    network: bigint | null;
    uh: bigint | null;
    later: bigint | null;
    openLines: bigint;
  };
  const rows = await tx.$queryRaw<Raw[]>`
    SELECT t.reference, t.title, t."leadName", t."regionId", g.name AS "regionName", coalesce(g."isExample", false) AS "regionIsExample",
      sum(l.amount) FILTER (WHERE l.side = 'network') AS network, sum(l.amount) FILTER (WHERE l.side = 'uh') AS uh, coalesce(bool_or(l.side = 'uh'), false) AS "hasUh",
      count(l.id) FILTER (WHERE l.amount IS NULL) AS "openLines", coalesce(sum(l.amount) FILTER (WHERE l."budgetYear" > t.year), 0) AS later
    FROM "Tiltak" t JOIN "Tildeling" d ON ${DECIDED} LEFT JOIN "TildelingLine" l ON l."tildelingId" = d.id LEFT JOIN "Region" g ON g.id = t."regionId"
    WHERE t."countyId" = ${countyId} AND t.year = ${year} GROUP BY t.id, g.id ORDER BY t.number`;
  return rows.map((row) => ({
    ...row,
    network: exact(row.network),
    uh: exact(row.uh),
    later: Number(row.later ?? 0),
    openLines: Number(row.openLines),
  }));
}

/** The pools for UH in the rounds a condition picks, beside the sum of the lines that point at them. */
async function poolsOf(tx: Tx, countyId: string, year: number): Promise<RegisterPool[]> {
  const rows = await tx.$queryRaw<(Omit<RegisterPool, 'lines'> & { lines: bigint })[]>`
    SELECT p.id, g.name AS "regionName", o.name AS "receiverName", p.amount, p.note, coalesce(sum(l.amount), 0) AS lines
    FROM "RegionPool" p JOIN "Round" r ON r.id = p."roundId" JOIN "Region" g ON g.id = p."regionId" LEFT JOIN "Organisation" o ON o.id = p."receiverId"
    LEFT JOIN ("TildelingLine" l JOIN "Tildeling" d ON d.id = l."tildelingId" AND d."inForce" AND d.state IN ('approved', 'sent')) ON l."poolId" = p.id
    WHERE r."countyId" = ${countyId} AND r.year = ${year} AND p.kind = 'uh-grant' GROUP BY p.id, g.name, o.name ORDER BY g.name, p.id`;
  return rows.map((row) => ({ ...row, lines: Number(row.lines) }));
}

/** What is approved in a county and year, with its rounds and pools; null when nothing is. */
export async function findRegister(tx: Tx, countyId: string, year: number): Promise<Register | null> {
  const county = await tx.county.findUnique({ where: { id: countyId }, select: { name: true } });
  const rows = county === null ? [] : await rowsOf(tx, countyId, year);
  if (county === null || rows.length === 0) return null;
  const rounds = await tx.$queryRaw<RegisterRound[]>`
    SELECT r.programme, r.imported, r."isExample", r.budget, r."legacyNotes" FROM "Round" r
    WHERE r."countyId" = ${countyId} AND r.year = ${year} AND EXISTS (SELECT 1 FROM "Tiltak" t WHERE t."roundId" = r.id) ORDER BY r.programme`;
  return { countyId, countyName: county.name, year, rounds, rows, pools: await poolsOf(tx, countyId, year) };
}
