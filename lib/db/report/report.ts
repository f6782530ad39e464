import { z } from 'zod';
import type { Half, Report } from '#lib/domain/report/report';
import { sql, type Sql, type Tx } from '#lib/db/client';
import { delegatedRegions } from '#lib/db/behovsmelding/parties';

// JSON has no dates, so those inside the aggregate are read back here.
const At = z.coerce.date();
const Halves = z.array(z.object({ filedAt: At.nullable(), decidedAt: At.nullable() }));
const Dates = z.object({ halves: Halves, earlier: Halves, rules: z.object({ validFrom: At, validTo: At.nullable() }) });

const list = (columns: Sql, from: Sql): Sql => sql`(SELECT coalesce(json_agg(${columns}), '[]'::json) FROM ${from})`;

const HALF = sql`jsonb_build_object('year', y.year, 'organisationName', o.name, 'language', coalesce(o.language, 'nb')) || (to_jsonb(h) - 'filedById' - 'decidedById' - 'updatedAt' - 'reportId')`;
const halves = (which: Sql): Sql =>
  list(
    sql`${HALF} ORDER BY y.year, h.side, o.name, h.id`,
    sql`"AnnualReport" y JOIN "ReportHalf" h ON h."reportId" = y.id LEFT JOIN "Organisation" o ON o.id = h."organisationId" WHERE y."tiltakId" = t.id AND ${which}`,
  );

/** The lines of the tildelinger that are decided and in force, for a tiltak `t`. */
const decided = (tiltak: Sql): Sql =>
  sql`"Tildeling" g JOIN "TildelingLine" l ON l."tildelingId" = g.id WHERE g."tiltakId" = ${tiltak} AND g."inForce" AND g.state IN ('approved', 'sent')`;
/** The sum of one side's lines in kroner; null as soon as one of them is blank. */
const sideSum = (side: string): Sql =>
  sql`(SELECT CASE WHEN bool_or(l.amount IS NULL) THEN NULL ELSE coalesce(sum(l.amount), 0) END FROM ${decided(sql`p."tiltakId"`)} AND l.side = ${side})`;

const OWNER = sql`coalesce((SELECT h."organisationId" FROM "ReportHalf" h WHERE h."reportId" = a.id AND h.side = 'owner'), t."leadId")`;
const POOL = sql`(SELECT json_build_object('amount', e.amount, 'note', e.note, 'regionName', q.name, 'grants', ${list(
  sql`json_build_object('owner', ${sideSum('network')}, 'uh', ${sideSum('uh')})`,
  sql`"ReportHalf" x JOIN "AnnualReport" p ON p.id = x."reportId" WHERE x."egenandelPoolId" = e.id AND p.year = a.year`,
)}) FROM "ReportHalf" w JOIN "RegionPool" e ON e.id = w."egenandelPoolId" JOIN "Region" q ON q.id = e."regionId" WHERE w."reportId" = a.id AND w.side = 'owner')`;

/** A report with its halves, grants, plan and rules in one statement; null when there is none. */
export async function findReport(tx: Tx, id: string, now: Date): Promise<Report | null> {
  const rows = await tx.$queryRaw<Report[]>`
    SELECT a.id, a."tiltakId", a.year, a."dueOn", t.reference, t.title, t."roundId", r.state AS "roundState", r.programme, t."countyId", c.name AS "countyName", r."forumId",
      coalesce(w.name, t."leadName") AS "ownerName", g.name AS "regionName", t.participants, to_json(s) AS rules,
      array_remove(ARRAY[w.id], NULL) AS "ownerIds", ${delegatedRegions(sql`w.id`, now, 'reports')} AS "delegatedRegionIds",
      ARRAY(SELECT h."organisationId" FROM "ReportHalf" h WHERE h."reportId" = a.id AND h.side = 'uh' AND h."organisationId" IS NOT NULL) AS "uhIds",
      EXISTS (SELECT 1 FROM "Dispensation" d WHERE d."behovsmeldingId" = t."behovsmeldingId" AND d.rule = 'egenandel' AND d.state = 'granted') AS dispensation,
      ${halves(sql`y.year = a.year`)} AS halves, ${halves(sql`y.year < a.year`)} AS earlier, ${POOL} AS pool,
      ${list(
        sql`json_build_object('side', l.side, 'receiverId', l."receiverId", 'receiverName', coalesce(o.name, l."receiverName"), 'budgetYear', l."budgetYear", 'amount', l.amount) ORDER BY l."budgetYear", l.side, o.name, l.id`,
        sql`(SELECT l.* FROM ${decided(sql`t.id`)}) l LEFT JOIN "Organisation" o ON o.id = l."receiverId"`,
      )} AS lines,
      ${list(sql`json_build_object('budgetYear', e."budgetYear", 'amount', e.amount)`, sql`"EgenandelLine" e WHERE e."behovsmeldingId" = t."behovsmeldingId"`)} AS planned,
      ${list(sql`json_build_object('field', v.field, 'printed', v.printed, 'amount', v.amount, 'corrected', v.corrected, 'note', v.note) ORDER BY v.field, v.id`, sql`"PrintedValue" v WHERE v."tiltakId" = t.id`)} AS printed,
      (SELECT json_build_object('goals', n.goals, 'measureDescription', n."measureDescription", 'staffInvolvement', n."staffInvolvement", 'samiPerspective', n."samiPerspective", 'participants', n.participants, 'coherence', n.coherence, 'languages', n.languages, 'language', no.language)
        FROM "Behovsmelding" n JOIN "Organisation" no ON no.id = n."ownerId" WHERE n.id = t."behovsmeldingId") AS plan
    FROM "AnnualReport" a JOIN "Tiltak" t ON t.id = a."tiltakId" JOIN "Round" r ON r.id = t."roundId" JOIN "County" c ON c.id = r."countyId" JOIN "RuleSet" s ON s.id = r."ruleSetId"
      LEFT JOIN "Region" g ON g.id = t."regionId" LEFT JOIN "Organisation" w ON w.id = ${OWNER}
    WHERE a.id = ${id}`;
  const [row] = rows;
  if (row === undefined) return null;
  const dates = Dates.parse(row);
  const dated = (halves: readonly Half[], read: z.infer<typeof Halves>): Half[] =>
    halves.map((half, index) => ({ ...half, ...read[index] }));
  return {
    ...row,
    rules: { ...row.rules, ...dates.rules },
    halves: dated(row.halves, dates.halves),
    earlier: dated(row.earlier, dates.earlier),
  };
}

/** Which report a half belongs to; null when there is no such half. */
const reportOf = async (tx: Tx, rows: Promise<{ reportId: string }[]>, now: Date): Promise<Report | null> => {
  const [row] = await rows;
  return row === undefined ? null : findReport(tx, row.reportId, now);
};

/** The report a half belongs to. */
export const findHalf = (tx: Tx, id: string, now: Date): Promise<Report | null> =>
  reportOf(tx, tx.$queryRaw`SELECT "reportId" FROM "ReportHalf" WHERE id = ${id}`, now);

// Locked first and read after: what was read while waiting for another's change would be from before it.
/** Locks a half alone, for a draft, and gives its report. */
export const lockHalf = (tx: Tx, id: string, now: Date): Promise<Report | null> =>
  reportOf(tx, tx.$queryRaw`SELECT "reportId" FROM "ReportHalf" WHERE id = ${id} FOR UPDATE`, now);

/** Locks the round of a half, whose state it may change, then the half, and gives its report. */
export async function lockHalfAndRound(tx: Tx, id: string, now: Date): Promise<Report | null> {
  await tx.$queryRaw`SELECT r.id FROM "Round" r JOIN "Tiltak" t ON t."roundId" = r.id JOIN "AnnualReport" a ON a."tiltakId" = t.id JOIN "ReportHalf" h ON h."reportId" = a.id WHERE h.id = ${id} FOR UPDATE OF r`;
  return lockHalf(tx, id, now);
}
