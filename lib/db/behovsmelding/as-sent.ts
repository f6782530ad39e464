import { sql, type Sql } from '#lib/db/client';

const rowsOf = (table: Sql, name: Sql): Sql =>
  sql`${table} AS (SELECT x.* FROM kept, jsonb_populate_recordset(NULL::${table}, kept.rows -> ${name}) x)`;

/** Begins a statement that reads those needs `n` that are read as they were sent, and no others: their copies stand in place of the tables, by the tables' own names. What Statsforvalteren has said since is as it is now. */
export const asSent = (
  which: Sql,
): Sql => sql`WITH kept AS (SELECT n.id, n.state, n.version, n."returnComment", n."returnedUntil", k.at, k.rows FROM "Behovsmelding" n JOIN "BehovsmeldingAsSent" k ON k.id = n."asSentId" WHERE ${which}),
  "Behovsmelding" AS (SELECT x.* FROM kept, jsonb_populate_record(NULL::"Behovsmelding", kept.rows -> 'need'
    || jsonb_build_object('state', kept.state, 'version', kept.version, 'returnComment', kept."returnComment", 'returnedUntil', kept."returnedUntil")) x),
  ${rowsOf(sql`"BehovsmeldingUh"`, sql`'uh'`)}, ${rowsOf(sql`"BehovsmeldingSubPartner"`, sql`'subPartners'`)}, ${rowsOf(sql`"BehovsmeldingParty"`, sql`'parties'`)},
  ${rowsOf(sql`"BehovsmeldingLine"`, sql`'lines'`)}, ${rowsOf(sql`"EgenandelLine"`, sql`'egenandel'`)},
  "Attachment" AS (SELECT a."behovsmeldingId", a."sentAt", NULL::timestamptz AS "removedAt" FROM "Attachment" a JOIN kept ON kept.id = a."behovsmeldingId" WHERE a."sentAt" IS NOT NULL AND (a."removedAt" IS NULL OR a."removedAt" >= kept.at))`;

/** A figure of need `b` as others read it: of what was sent, where that is not what stands in the tables. */
export const asOthersRead = (figure: Sql): Sql =>
  sql`CASE WHEN b."asSentId" IS NULL THEN ${figure} ELSE (${asSent(sql`n.id = b.id`)} SELECT ${figure} FROM "Behovsmelding" b) END`;

/** Columns of all needs `b` of a round as others read them. */
export const behovsmeldingerAsOthersRead = (
  roundId: string,
  columns: Sql,
): Sql => sql`(SELECT ${columns} FROM "Behovsmelding" b WHERE b."roundId" = ${roundId} AND b."asSentId" IS NULL
  UNION ALL (${asSent(sql`n."roundId" = ${roundId}`)} SELECT ${columns} FROM "Behovsmelding" b))`;

/** The title of need `need` as others read it. */
export const titleAsSent = (need: Sql): Sql =>
  sql`CASE WHEN ${need}."asSentId" IS NULL THEN ${need}.title ELSE (SELECT k.rows #>> '{need,title}' FROM "BehovsmeldingAsSent" k WHERE k.id = ${need}."asSentId") END`;
