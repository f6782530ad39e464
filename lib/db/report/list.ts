import type { GrantedLine, Half } from '#lib/domain/report/report';
import type { Reach } from '#lib/domain/policy/may';
import type { HalfState, Programme } from '#lib/domain/states';
import { empty, join, sql, type Sql, type Tx } from '#lib/db/client';
import { delegatedRegions, isDelegated } from '#lib/db/behovsmelding/parties';

type Mine = Pick<
  Half,
  'id' | 'side' | 'organisationId' | 'organisationName' | 'year' | 'state' | 'spent' | 'carryOverAsked'
>;
/** A report as a line of the list, with its parties as the policy sees them. */
export interface ReportRow {
  id: string;
  year: number;
  dueOn: Date;
  reference: string;
  title: string;
  ownerName: string;
  programme: Programme;
  countyId: string;
  forumId: string;
  ownerIds: string[];
  delegatedRegionIds: string[];
  uhIds: string[];
  halves: Mine[];
  earlier: Mine[];
  lines: GrantedLine[];
}

const OWNER = sql`coalesce((SELECT h."organisationId" FROM "ReportHalf" h WHERE h."reportId" = a.id AND h.side = 'owner'), t."leadId")`;
const TABLES = sql`"AnnualReport" a JOIN "Tiltak" t ON t.id = a."tiltakId" JOIN "Round" r ON r.id = t."roundId"`;

// Of a half not yet filed the county and the forum see that it is owed; what is written in it is left out by the query.
function within({ scope, id }: Reach, now: Date): Sql {
  switch (scope) {
    case 'own':
      return sql`${OWNER} = ${id}`;
    case 'invited':
    case 'writer':
    case 'party':
      return sql`false`;
    case 'delegated':
      return isDelegated(OWNER, [id], now, 'reports');
    case 'partner':
      return sql`EXISTS (SELECT 1 FROM "ReportHalf" h WHERE h."reportId" = a.id AND h.side = 'uh' AND h."organisationId" = ${id})`;
    case 'forum':
      return sql`r."forumId" = ${id}`;
    case 'county':
      return sql`t."countyId" = ${id}`;
    case 'all':
      return sql`true`;
  }
}
const anyOf = (ways: readonly Reach[], now: Date): Sql =>
  ways.length === 0
    ? sql`false`
    : sql`(${join(
        ways.map((way) => within(way, now)),
        ' OR ',
      )})`;

const list = (columns: Sql, from: Sql): Sql => sql`(SELECT coalesce(json_agg(${columns}), '[]'::json) FROM ${from})`;
const halves = (which: Sql): Sql =>
  list(
    sql`json_build_object('id', h.id, 'side', h.side, 'organisationId', h."organisationId", 'organisationName', o.name, 'year', y.year, 'state', h.state, 'spent', h.spent, 'carryOverAsked', h."carryOverAsked") ORDER BY h.side, o.name, h.id`,
    sql`"AnnualReport" y JOIN "ReportHalf" h ON h."reportId" = y.id LEFT JOIN "Organisation" o ON o.id = h."organisationId" WHERE y."tiltakId" = t.id AND ${which}`,
  );

interface Selection {
  ways: readonly Reach[];
  state: HalfState | null;
  page: number;
  size: number;
  now: Date;
}

/** One page of the reports within these ways in, the newest year first, in one state of a half or all. */
export async function findReports(tx: Tx, { ways, state, page, size, now }: Selection): Promise<ReportRow[]> {
  const inState =
    state === null
      ? empty
      : sql`AND EXISTS (SELECT 1 FROM "ReportHalf" h WHERE h."reportId" = a.id AND h.state = ${state})`;
  return tx.$queryRaw<ReportRow[]>`
    SELECT a.id, a.year, a."dueOn", t.reference, t.title, coalesce(w.name, t."leadName") AS "ownerName", r.programme, t."countyId", r."forumId",
      array_remove(ARRAY[w.id], NULL) AS "ownerIds", ${delegatedRegions(sql`w.id`, now, 'reports')} AS "delegatedRegionIds",
      ARRAY(SELECT h."organisationId" FROM "ReportHalf" h WHERE h."reportId" = a.id AND h.side = 'uh' AND h."organisationId" IS NOT NULL) AS "uhIds",
      ${halves(sql`y.year = a.year`)} AS halves, ${halves(sql`y.year < a.year`)} AS earlier,
      ${list(
        sql`json_build_object('side', l.side, 'receiverId', l."receiverId", 'receiverName', l."receiverName", 'budgetYear', l."budgetYear", 'amount', l.amount)`,
        sql`"Tildeling" g JOIN "TildelingLine" l ON l."tildelingId" = g.id WHERE g."tiltakId" = t.id AND g."inForce" AND g.state IN ('approved', 'sent') AND l."budgetYear" = a.year`,
      )} AS lines
    FROM ${TABLES} LEFT JOIN "Organisation" w ON w.id = ${OWNER}
    WHERE ${anyOf(ways, now)} ${inState} ORDER BY a.year DESC, t.reference, a.id LIMIT ${size} OFFSET ${(page - 1) * size}`;
}

export interface ReportCounts {
  all: number;
  open: number;
  filed: number;
  returned: number;
  accepted: number;
}

/** How many reports there are within these ways in, and how many with a half in each state. */
export async function countReports(tx: Tx, ways: readonly Reach[], now: Date): Promise<ReportCounts> {
  const has = (state: HalfState) =>
    sql`count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "ReportHalf" h WHERE h."reportId" = a.id AND h.state = ${state}))::int`;
  const rows = await tx.$queryRaw<ReportCounts[]>`
    SELECT count(*)::int AS all, ${has('open')} AS open, ${has('filed')} AS filed, ${has('returned')} AS returned, ${has('accepted')} AS accepted FROM ${TABLES} WHERE ${anyOf(ways, now)}`;
  return rows[0] ?? { all: 0, open: 0, filed: 0, returned: 0, accepted: 0 };
}
