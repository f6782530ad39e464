import { osloDay } from '#lib/domain/round/time';
import type { Reach } from '#lib/domain/policy/may';
import type { BehovsmeldingState, Programme } from '#lib/domain/states';
import { asSent } from './as-sent';
import { empty, join, sql, type Sql, type Tx } from '#lib/db/client';
import { isUndated, lastDayToSend } from './last-day';
import { isShared } from './partners';
import { isDelegated } from './parties';

export interface BehovsmeldingListRow {
  id: string;
  number: number;
  title: string;
  state: BehovsmeldingState;
  ownerName: string;
  programme: Programme;
  year: number;
  needLastDay: Date;
  undated: boolean;
  network: number | null;
  uh: number | null;
  egenandel: number | null;
}

function within({ scope, id }: Reach, now: Date): Sql {
  switch (scope) {
    case 'own':
      return sql`n."ownerId" = ${id}`;
    case 'invited':
      return sql`EXISTS (SELECT 1 FROM "Contributor" c WHERE c."behovsmeldingId" = n.id AND c."userId" = ${id} AND c."endedAt" IS NULL)`;
    case 'writer':
      return sql`EXISTS (SELECT 1 FROM "Contributor" c WHERE c."behovsmeldingId" = n.id AND c."userId" = ${id} AND c.may = 'write' AND c."endedAt" IS NULL)`;
    case 'delegated':
      return isDelegated(sql`n."ownerId"`, [id], now, 'needs');
    case 'partner':
      return sql`EXISTS (SELECT 1 FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id AND u."organisationId" = ${id} AND ${isShared})`;
    case 'party':
      return sql`EXISTS (SELECT 1 FROM "BehovsmeldingParty" p WHERE p."behovsmeldingId" = n.id AND p."organisationId" = ${id})`;
    case 'forum':
      return sql`r."forumId" = ${id}`;
    case 'county':
      return sql`r."countyId" = ${id}`;
    case 'all':
      return sql`true`;
  }
}

/** The ways in as a condition on `"Behovsmelding" n JOIN "Round" r`: what the policy lets this person see, and no more. */
function behovsmeldingerWithin(ways: readonly Reach[], now: Date): Sql {
  const each = ways.map(
    (way) =>
      sql`(${within(way, now)}${way.states === null ? empty : sql` AND n.state = ANY(${[...way.states]}::text[])`})`,
  );
  return each.length === 0 ? sql`false` : sql`(${join(each, ' OR ')})`;
}

const kroner = (sum: bigint | number | null): number | null => (sum === null ? null : Number(sum));

/** A page of the needs within reach, the newest round and the last changed first, and how many there are: as they stand within `drafts`, and else as they were sent. */
export async function findBehovsmeldinger(
  tx: Tx,
  ways: readonly Reach[],
  drafts: readonly Reach[],
  now: Date,
  page: number,
  size: number,
): Promise<{ rows: BehovsmeldingListRow[]; count: number }> {
  const [where, writes] = [behovsmeldingerWithin(ways, now), behovsmeldingerWithin(drafts, now)];
  const needs = sql`"Behovsmelding" n JOIN "Round" r ON r.id = n."roundId" WHERE ${where}`;
  const columns = sql`n.id, n.number, n.title, n.state, n."ownerId", n."roundId", n."updatedAt", n."askedNetwork", n."askedUh", n."plannedEgenandel", n."returnedUntil"`;
  const seen = sql`(SELECT ${columns} FROM ${needs} AND (n."asSentId" IS NULL OR ${writes})
    UNION ALL (${asSent(sql`NOT ${writes}`)} SELECT ${columns} FROM ${needs}))`;
  const rows = await tx.$queryRaw<
    (Omit<BehovsmeldingListRow, 'network' | 'uh' | 'egenandel'> & {
      network: bigint | null;
      uh: bigint | null;
      egenandel: bigint | null;
    })[]
  >`
    SELECT n.id, n.number, n.title, n.state, o.name AS "ownerName", r.programme, r.year, n."askedNetwork" AS network, n."askedUh" AS uh, n."plannedEgenandel" AS egenandel,
      ${lastDayToSend(sql`n`)} AS "needLastDay", ${isUndated(sql`n`)} AS undated
    FROM ${seen} n JOIN "Round" r ON r.id = n."roundId" JOIN "Organisation" o ON o.id = n."ownerId"
    ORDER BY r.year DESC, n."updatedAt" DESC, n.id LIMIT ${size} OFFSET ${(page - 1) * size}`;
  const counted = await tx.$queryRaw<{ count: bigint }[]>`SELECT count(*) AS count FROM ${seen} n`;
  return {
    rows: rows.map((row) => ({
      ...row,
      network: kroner(row.network),
      uh: kroner(row.uh),
      egenandel: kroner(row.egenandel),
    })),
    count: Number(counted[0]?.count ?? 0),
  };
}

export interface OwnerChoice {
  id: string;
  name: string;
  countyId: string;
  delegated: boolean;
}
export interface RoundChoice {
  id: string;
  countyId: string;
  programme: Programme;
  year: number;
  needLastDay: Date;
}

/** The owners one may report for, and the open rounds of their counties that are still in time. */
export async function newBehovsmeldingChoices(
  tx: Tx,
  ways: readonly Reach[],
  now: Date,
): Promise<{ owners: OwnerChoice[]; rounds: RoundChoice[]; themes: { id: string; name: string }[] }> {
  const own = ways.filter((way) => way.scope === 'own').map((way) => way.id);
  const regions = ways.filter((way) => way.scope === 'delegated').map((way) => way.id);
  const owners = await tx.$queryRaw<OwnerChoice[]>`
    SELECT o.id, o.name, o."countyId", NOT (o.id = ANY(${own}::text[])) AS delegated FROM "Organisation" o
    WHERE o."countyId" IS NOT NULL AND (o.id = ANY(${own}::text[]) OR ${isDelegated(sql`o.id`, regions, now, 'needs')}) ORDER BY o.name, o.id`;
  // Of a round that is late for others, the last day is what is opened for one of these owners.
  const rounds = await tx.$queryRaw<RoundChoice[]>`
    SELECT c.id, c."countyId", c.programme, c.year, c."lastDay" AS "needLastDay" FROM (
      SELECT r.id, r."countyId", r.programme, r.year, r.state, greatest(CASE WHEN r.state = 'open' THEN d."lastDay" END,
        (SELECT max(x.until) FROM "LateSending" x WHERE x."roundId" = r.id AND r.state IN ('open', 'closed') AND x."organisationId" = ANY(${owners.map((owner) => owner.id)}::text[]))) AS "lastDay"
      FROM "Round" r JOIN "Deadline" d ON d."roundId" = r.id AND d.kind = 'need' WHERE r."countyId" = ANY(${owners.map((owner) => owner.countyId)}::text[])) c
    WHERE c."lastDay" >= ${osloDay(now)}::date ORDER BY c.year, c.programme, c.id`;
  const themes = await tx.theme.findMany({
    where: { countyId: { in: owners.map((owner) => owner.countyId) } },
    select: { id: true, name: true },
  });
  return { owners, rounds, themes };
}
