import type { Dispensation } from '#lib/domain/behovsmelding/dispensation';
import type { Reach } from '#lib/domain/policy/may';
import type { DispensationRule, DispensationState, Programme } from '#lib/domain/states';
import { titleAsSent } from './as-sent';
import { empty, join, sql, type Sql, type Tx } from '#lib/db/client';
import { delegatedRegions, isDelegated } from './parties';

async function dispensation(tx: Tx, id: string, now: Date, lock: Sql): Promise<Dispensation | null> {
  const rows = await tx.$queryRaw<Dispensation[]>`
    SELECT d.id, d.rule, d.state, d.reason, d."askedById", d."askedAt", d."decisionReason", d."decidedAt", d."roundId", d."behovsmeldingId",
      r.programme, r.year, r."countyId", g.name AS "regionName",
      (SELECT u.name FROM "User" u WHERE u.id = d."askedById") AS "askedByName", (SELECT u.name FROM "User" u WHERE u.id = d."decidedById") AS "decidedByName",
      CASE WHEN n.id IS NULL THEN ARRAY[]::text[] ELSE ARRAY[n."ownerId"] END AS "ownerIds", ${delegatedRegions(sql`n."ownerId"`, now, 'needs')} AS "delegatedRegionIds"
    FROM "Dispensation" d JOIN "Round" r ON r.id = d."roundId" LEFT JOIN "Behovsmelding" n ON n.id = d."behovsmeldingId" LEFT JOIN "Region" g ON g.id = d."regionId"
    WHERE d.id = ${id} ${lock}`;
  return rows[0] ?? null;
}

export const findDispensation = (tx: Tx, id: string, now: Date): Promise<Dispensation | null> =>
  dispensation(tx, id, now, empty);

/** Locks a dispensation from this rule to be decided; null when it is of another rule. */
export async function lockDispensation(
  tx: Tx,
  id: string,
  rule: DispensationRule,
  now: Date,
): Promise<Dispensation | null> {
  const found = await dispensation(tx, id, now, sql`FOR UPDATE OF d`);
  return found?.rule === rule ? found : null;
}

/** Puts a request for an exception from the egenandel on the record. */
export async function askDispensation(
  tx: Tx,
  need: { id: string; roundId: string },
  reason: string,
  by: string,
  now: Date,
): Promise<{ id: string }> {
  return tx.dispensation.create({
    data: { rule: 'egenandel', roundId: need.roundId, behovsmeldingId: need.id, reason, askedById: by, askedAt: now },
    select: { id: true },
  });
}

/** Answers a request, with the reason. */
export async function decideDispensation(
  tx: Tx,
  id: string,
  answer: { state: string; reason: string },
  by: string,
  now: Date,
): Promise<void> {
  await tx.dispensation.update({
    where: { id },
    data: { state: answer.state, decisionReason: answer.reason, decidedById: by, decidedAt: now },
  });
}

export interface DispensationRow {
  id: string;
  rule: DispensationRule;
  state: DispensationState;
  askedAt: Date;
  title: string | null;
  ownerName: string | null;
  regionName: string | null;
  programme: Programme;
  year: number;
}

/** The requests within reach, those that wait first, then the newest; at most 200. */
export async function listDispensations(tx: Tx, ways: readonly Reach[], now: Date): Promise<DispensationRow[]> {
  const within = ways.map(({ scope, id }): Sql => {
    if (scope === 'county') return sql`r."countyId" = ${id}`;
    if (scope === 'own') return sql`n."ownerId" = ${id}`;
    return scope === 'delegated' ? isDelegated(sql`n."ownerId"`, [id], now, 'needs') : sql`false`;
  });
  if (within.length === 0) return [];
  return tx.$queryRaw<DispensationRow[]>`
    SELECT d.id, d.rule, d.state, d."askedAt", ${titleAsSent(sql`n`)} AS title, o.name AS "ownerName", g.name AS "regionName", r.programme, r.year
    FROM "Dispensation" d JOIN "Round" r ON r.id = d."roundId" LEFT JOIN "Behovsmelding" n ON n.id = d."behovsmeldingId"
      LEFT JOIN "Organisation" o ON o.id = n."ownerId" LEFT JOIN "Region" g ON g.id = d."regionId"
    WHERE ${join(within, ' OR ')} ORDER BY (d.state = 'asked') DESC, d."askedAt" DESC, d.id LIMIT 200`;
}
