import { isTheirs, type CalendarEvent } from '#lib/domain/message/calendar';
import { osloDay } from '#lib/domain/round/time';
import type { Actor } from '#lib/domain/policy/actor';
import { idsIn, reach } from '#lib/domain/policy/may';
import type { DeadlineKind } from '#lib/domain/states';
import { randomUUID } from 'node:crypto';
import { sql, type Sql, type Tx } from '#lib/db/client';
import { actsFor } from '#lib/db/start/desk';
import { isUndated, lastDayToSend } from '#lib/db/behovsmelding/last-day';
import { isShared } from '#lib/db/behovsmelding/partners';

/** A person's calendar address, locked while it is made or ended. */
export async function lockFeed(tx: Tx, userId: string): Promise<{ userId: string; feedId: string | null } | null> {
  const [row] = await tx.$queryRaw<{ userId: string; feedId: string | null }[]>`
    SELECT u.id AS "userId", (SELECT f.id FROM "CalendarFeed" f WHERE f."userId" = u.id) AS "feedId" FROM "User" u WHERE u.id = ${userId} FOR UPDATE OF u`;
  return row ?? null;
}

/** Gives a person a new address; an earlier one leads nowhere from now on. */
export async function renewFeed(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.$executeRaw`INSERT INTO "CalendarFeed" (id, "userId", "createdAt") VALUES (${randomUUID()}, ${userId}, ${now}) ON CONFLICT ("userId") DO UPDATE SET id = excluded.id, "createdAt" = excluded."createdAt"`;
}

export const endFeed = (tx: Tx, userId: string): Promise<number> =>
  tx.$executeRaw`DELETE FROM "CalendarFeed" WHERE "userId" = ${userId}`;

/** Whose calendar an id is of, and the language they read; null when there is none. */
export async function findFeed(tx: Tx, id: string): Promise<{ userId: string; locale: string } | null> {
  const [row] = await tx.$queryRaw<
    { userId: string; locale: string }[]
  >`SELECT f."userId", u.locale FROM "CalendarFeed" f JOIN "User" u ON u.id = f."userId" WHERE f.id = ${id}`;
  return row ?? null;
}

type Row = Omit<CalendarEvent, 'page'> & { roundId: string };
type RoundRow = Row & { countyId: string; forumId: string };
const PAGES: Readonly<Record<DeadlineKind, (roundId: string) => string>> = {
  need: () => '/behovsmeldinger',
  innstilling: (id) => `/innstillinger/${id}`,
  decision: (id) => `/runder/${id}`,
  plan: () => '/tildelinger',
  report: () => '/rapporter',
};

/** The days that are these owners' alone, or of a need one is asked to: later than the round's, each once for a round. A day that is moved is another event. */
const findOwnDays = (
  tx: Tx,
  { owners, asked, since }: { owners: readonly string[]; asked: Sql; since: Sql },
): Promise<Row[]> => tx.$queryRaw`
  SELECT o."roundId" || '-' || o."lastDay" AS id, 'need' AS kind, r.programme, r.year, NULL AS title, o."lastDay", 1 AS version, min(o.at) AS "movedAt", r.id AS "roundId"
  FROM (SELECT x."roundId", x.until AS "lastDay", x."openedAt" AS at FROM "LateSending" x WHERE x."organisationId" = ANY(${[...owners]}::text[])
    UNION ALL SELECT r.id, ${lastDayToSend(sql`n`)}, n."updatedAt" FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId"
      WHERE n.state IN ('draft', 'returned') AND NOT ${isUndated(sql`n`)} AND (n."ownerId" = ANY(${[...owners]}::text[]) OR ${asked})) o
    JOIN "Round" r ON r.id = o."roundId" JOIN "Deadline" d ON d."roundId" = r.id AND d.kind = 'need'
  WHERE r.state IN ('open', 'closed') AND o."lastDay" > d."lastDay" AND o."lastDay" >= ${since} GROUP BY r.id, o."roundId", o."lastDay" ORDER BY o."lastDay", r.id`;

/** The deadlines of a person's rounds and reports, from a year back and on. */
export async function findCalendar(tx: Tx, actor: Actor, now: Date): Promise<CalendarEvent[]> {
  const since = sql`${osloDay(now)}::date - 365`;
  const ways = reach(actor, 'round.read');
  const rounds = await tx.$queryRaw<RoundRow[]>`
    SELECT d.id, d.kind, r.programme, r.year, NULL AS title, d."lastDay", d.version, d."movedAt", r.id AS "roundId", r."countyId", r."forumId"
    FROM "Deadline" d JOIN "Round" r ON r.id = d."roundId" WHERE NOT r.imported AND d."lastDay" >= ${since} AND (r."countyId" = ANY(${idsIn(ways, 'county')}) OR r."forumId" = ANY(${idsIn(ways, 'forum')}))
    ORDER BY d."lastDay", d.id`;
  const parties = await actsFor(tx, actor, now);
  // A UH and those asked to a need see no rounds; the day of one is theirs when a need there is.
  const uh = sql`EXISTS (SELECT 1 FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id AND u."organisationId" = ANY(${parties.uh}) AND ${isShared})`;
  const asked = sql`(${uh} OR EXISTS (SELECT 1 FROM "Contributor" c WHERE c."behovsmeldingId" = n.id AND c."userId" = ${actor.userId} AND c."endedAt" IS NULL))`;
  const named = await tx.$queryRaw<Row[]>`
    SELECT d.id, d.kind, r.programme, r.year, NULL AS title, d."lastDay", d.version, d."movedAt", r.id AS "roundId" FROM "Deadline" d JOIN "Round" r ON r.id = d."roundId"
    WHERE d.kind = 'need' AND d."lastDay" >= ${since} AND EXISTS (SELECT 1 FROM "Behovsmelding" n WHERE n."roundId" = r.id AND ${asked}) ORDER BY d."lastDay", d.id`;
  const own = await findOwnDays(tx, { owners: parties.needs, asked, since });
  const reports = await tx.$queryRaw<Row[]>`
    SELECT a.id, 'report' AS kind, r.programme, a.year, t.title, a."dueOn" AS "lastDay", a.version, a."movedAt", r.id AS "roundId"
    FROM "AnnualReport" a JOIN "Tiltak" t ON t.id = a."tiltakId" JOIN "Round" r ON r.id = t."roundId"
    WHERE NOT r.imported AND a."dueOn" >= ${since} AND EXISTS (SELECT 1 FROM "ReportHalf" h WHERE h."reportId" = a.id
      AND (h.side = 'owner' AND h."organisationId" = ANY(${parties.reports}) OR h.side = 'uh' AND h."organisationId" = ANY(${parties.uh}))) ORDER BY a."dueOn", t.reference, a.id`;
  const theirs = rounds.filter((row) => isTheirs(actor, row.kind, row));
  const there = new Set(theirs.map(({ id }) => id));
  return [...theirs, ...named.filter(({ id }) => !there.has(id)), ...own, ...reports].map((row) => ({
    id: row.id,
    kind: row.kind,
    programme: row.programme,
    year: row.year,
    title: row.title,
    lastDay: row.lastDay,
    version: row.version,
    movedAt: row.movedAt,
    page: row.title === null ? PAGES[row.kind](row.roundId) : `/rapporter/${row.id}`,
  }));
}
