import { titleAsSent } from '#lib/db/behovsmelding/as-sent';
import { COMPLETING, IN_OWNERS_NAME, OWNERS_OWN } from '#lib/domain/behovsmelding/owners';
import { z } from 'zod';
import { empty, sql, type Sql, type Tx } from './client';

export interface LogLine {
  id: bigint;
  at: Date;
  actorId: string;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  roundId: string | null;
  details: Readonly<Record<string, string | number | boolean | null>>;
  about: string | null;
}
export interface LogWishes {
  slag: string | null;
  sak: string;
  person: string;
  fra: string | null;
  til: string | null;
  side: number;
}

export const LINES_A_PAGE = 50;

const when = (wanted: boolean, condition: Sql): Sql => (wanted ? sql`AND ${condition}` : empty);
/** Whether a column holds the words, whatever their case; % and _ mean themselves. */
const holds = (column: Sql, words: string): Sql => sql`position(lower(${words}) IN lower(${column})) > 0`;
const midnight = (day: string): Sql => sql`(${day}::date::timestamp AT TIME ZONE 'Europe/Oslo')`;

const ABOUT = sql`coalesce(nullif(a.details ->> 'title', ''), nullif(${titleAsSent(sql`b`)}, ''), a.details ->> 'reference', a.details ->> 'name',
  CASE WHEN a."subjectType" <> 'user' THEN r.programme || ' ' || r.year END)`;
// An owner's work on a draft is the owner's own until it is sent.
const DRAFT = sql`(a."subjectType" = 'behovsmelding' AND b.state = 'draft' AND a.action <> 'dispensation.ask'
  OR b."asSentId" IS NOT NULL AND a.action = ANY(${[...COMPLETING]}::text[]) AND a.at >= (SELECT k.at FROM "BehovsmeldingAsSent" k WHERE k.id = b."asSentId")
  OR a.action IN ('report.attach', 'report.detach') AND EXISTS (SELECT 1 FROM "ReportHalf" h WHERE h.id = a."subjectId" AND h.state = 'open'))`;

const ACTOR = sql`CASE WHEN a.action = ANY(${[...IN_OWNERS_NAME]}::text[]) THEN coalesce((SELECT o.name FROM "Organisation" o WHERE o.id = b."ownerId"), a."actorName") ELSE a."actorName" END`;

/** A page of the log of these counties, newest first, with one line more when there is another page. */
export async function findLog(tx: Tx, counties: readonly string[], wishes: LogWishes): Promise<LogLine[]> {
  const { slag, sak, person, fra, til, side } = wishes;
  return tx.$queryRaw<LogLine[]>`
    SELECT a.id, a.at, a."actorId", ${ACTOR} AS "actorName", a.action, a."subjectType", a."subjectId", a."roundId", a.details, ${ABOUT} AS about
    FROM "AuditEntry" a LEFT JOIN "Behovsmelding" b ON a."subjectType" = 'behovsmelding' AND b.id = a."subjectId" LEFT JOIN "Round" r ON r.id = a."roundId"
    WHERE a."countyId" = ANY(${[...counties]}) AND ${DRAFT} IS NOT TRUE AND a.action <> ALL(${[...OWNERS_OWN]}::text[])
      ${when(slag !== null, sql`a."subjectType" = ${slag}`)} ${when(sak !== '', holds(ABOUT, sak))} ${when(person !== '', holds(ACTOR, person))}
      ${when(fra !== null, sql`a.at >= ${midnight(fra ?? '')}`)} ${when(til !== null, sql`a.at < ${midnight(til ?? '')} + interval '1 day'`)}
    ORDER BY a.at DESC, a.id DESC LIMIT ${LINES_A_PAGE + 1} OFFSET ${(side - 1) * LINES_A_PAGE}`;
}

const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).catch({});

/** One line of the log: who did what, when, and the facts its sentence needs. */
export interface HistoryLine {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  details: Readonly<Record<string, string | number | boolean | null>>;
}

/** What happened to these records of a kind, newest first, at most 200 lines. */
export async function historyOf(tx: Tx, subjectType: string, subjectIds: readonly string[]): Promise<HistoryLine[]> {
  if (subjectIds.length === 0) return [];
  const rows = await tx.auditEntry.findMany({
    where: { subjectType, subjectId: { in: [...subjectIds] } },
    orderBy: { id: 'desc' },
    take: 200,
    select: { id: true, at: true, actorName: true, action: true, details: true },
  });
  return rows.map((row) => ({ ...row, id: String(row.id), details: Details.parse(row.details) }));
}
