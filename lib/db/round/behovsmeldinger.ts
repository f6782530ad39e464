import type { EgenandelStatus } from '#lib/domain/money/egenandel';
import type { SplitStatus } from '#lib/domain/money/fordeling';
import {
  NEEDS_PER_PAGE,
  numberSought,
  type BehovsmeldingFilter,
  type BehovsmeldingSort,
} from '#lib/domain/behovsmelding/list';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { BehovsmeldingState } from '#lib/domain/states';
import { asOthersRead, asSent } from '#lib/db/behovsmelding/as-sent';
import { empty, sql, type Sql, type Tx } from '#lib/db/client';
import { filesOf, isCounted, lacks, lacksEgenandel } from '#lib/db/behovsmelding/status';
import { egenandelStatus, missingCount, splitStatus } from '#lib/db/behovsmelding/status';

export interface ListedBehovsmelding {
  id: string;
  number: number;
  title: string;
  state: BehovsmeldingState;
  ownerName: string;
  regionName: string | null;
  uhNames: string;
  network: number | null;
  uh: number | null;
  egenandelStatus: EgenandelStatus;
  splitStatus: SplitStatus;
  missing: number;
  /** Files, whether a UH has confirmed, the day it came on paper, and why it was let in after the deadline. */
  files: number;
  confirmed: boolean;
  paperReceivedOn: Date | null;
  lateReason: string | null;
  /** An owner has not yet said that it stands behind what was sent for it. */
  unconfirmed: boolean;
}
/** What of a round is listed: its rules decide the statuses. */
export interface ListedRound {
  id: string;
  year: number;
  rules: RuleSet;
}

const OWNER = sql`JOIN "Organisation" o ON o.id = b."ownerId"`;
const REGION = sql`LEFT JOIN "Region" r ON r.id = b."regionId"`;
const norwegian = (column: Sql): Sql => sql`${column} COLLATE "nb-x-icu"`;
const SORTS: Readonly<Record<BehovsmeldingSort, { by: Sql; joins: Sql }>> = {
  number: { by: sql`b.number`, joins: empty },
  title: { by: norwegian(asOthersRead(sql`b.title`)), joins: empty },
  owner: { by: norwegian(sql`o.name`), joins: OWNER },
  region: { by: norwegian(sql`r.name`), joins: REGION },
  asked: { by: asOthersRead(sql`b."askedNetwork" + b."askedUh"`), joins: empty },
  state: { by: sql`b.state`, joins: empty },
};
const like = (q: string): string => `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Whether need `b` of a round is among those asked for; `true` when nothing is left out. */
export function isAskedFor(round: ListedRound, filter: BehovsmeldingFilter): Sql {
  const { state, region, uh, q, short = false, lacks: lacking } = filter;
  const number = q === undefined ? null : numberSought(q);
  return sql`true${state === undefined ? empty : sql` AND b.state = ${state}`}${region === undefined ? empty : sql` AND b."regionId" = ${region}`}${
    uh === undefined
      ? empty
      : sql` AND ${asOthersRead(sql`b.id IN (SELECT u."behovsmeldingId" FROM "BehovsmeldingUh" u WHERE u."organisationId" = ${uh})`)}`
  }${lacking === undefined ? empty : sql` AND ${isCounted(filter)} AND ${asOthersRead(lacks(round, lacking))}`}${
    short ? sql` AND ${isCounted(filter)} AND ${asOthersRead(lacksEgenandel(round))}` : empty
  }${
    q === undefined
      ? empty
      : sql` AND (${asOthersRead(sql`b.title`)} ILIKE ${like(q)} OR b."ownerId" IN (SELECT s.id FROM "Organisation" s WHERE s.name ILIKE ${like(q)})${number === null ? empty : sql` OR b.number = ${number}`})`
  }`;
}

const DEADLINE = sql`((SELECT d."lastDay" FROM "Deadline" d WHERE d."roundId" = b."roundId" AND d.kind = 'need') + 1)::timestamp AT TIME ZONE 'Europe/Oslo'`;
const FIRST_SENT = sql`(SELECT min(a.at) FROM "AuditEntry" a WHERE a."subjectType" = 'behovsmelding' AND a."subjectId" = b.id AND a.action = 'behovsmelding.submit')`;
/** What of need `b` a line shows: only of those that are picked. */
const LINE = (
  round: ListedRound,
): Sql => sql`b.id, b.number, b.title, b.state, o.name AS "ownerName", r.name AS "regionName", b."askedNetwork" AS network, b."askedUh" AS uh,
  coalesce((SELECT string_agg(p.name, ', ' ORDER BY p.name) FROM "BehovsmeldingUh" u JOIN "Organisation" p ON p.id = u."organisationId" WHERE u."behovsmeldingId" = b.id), '') AS "uhNames",
  ${egenandelStatus(round.rules)} AS "egenandelStatus", ${splitStatus(round.rules)} AS "splitStatus", ${missingCount(round.rules, round.year)} AS missing,
  ${filesOf} AS files, NOT ${lacks(round, 'uh-contact')} AS confirmed, b."paperReceivedOn",
  b.state IN ('submitted', 'recommended') AND (b."delegationId" IS NOT NULL AND b."ownerConfirmedAt" IS NULL
    OR EXISTS (SELECT 1 FROM "BehovsmeldingParty" y WHERE y."behovsmeldingId" = b.id AND y."confirmedAt" IS NULL)) AS unconfirmed,
  (SELECT x.reason FROM "LateSending" x WHERE x."roundId" = b."roundId" AND x."organisationId" = b."ownerId" AND (${FIRST_SENT} >= ${DEADLINE}
    OR b."paperReceivedOn" > (SELECT d."lastDay" FROM "Deadline" d WHERE d."roundId" = b."roundId" AND d.kind = 'need'))) AS "lateReason"`;

/** A round's sent needs as others read them, as SQL: those asked for are found by the index alone, and only they are filled in. */
function roundBehovsmeldingerSql(
  round: ListedRound,
  filter: BehovsmeldingFilter,
  more: Sql,
  limit: Sql,
  only = empty,
): Sql {
  const { by, joins } = SORTS[filter.sort];
  const direction = filter.descending === true ? sql`DESC NULLS LAST` : sql`ASC NULLS LAST`;
  const picked = sql`SELECT b.id, b."asSentId", row_number() OVER (ORDER BY ${by} ${direction}, b.number) AS place FROM "Behovsmelding" b ${joins}
    WHERE b."roundId" = ${round.id} AND b.state <> 'draft' AND ${isAskedFor(round, filter)}${only} ORDER BY ${by} ${direction}, b.number ${limit}`;
  const lines = sql`SELECT page.place, ${LINE(round)}${more} FROM page JOIN "Behovsmelding" b ON b.id = page.id ${OWNER} ${REGION}`;
  return sql`WITH page AS MATERIALIZED (${picked}) ${lines} WHERE page."asSentId" IS NULL
    UNION ALL (${asSent(sql`n.id IN (SELECT page.id FROM page WHERE page."asSentId" IS NOT NULL)`)} ${lines}) ORDER BY place`;
}

type Row = Omit<ListedBehovsmelding, 'network' | 'uh'> & Record<'network' | 'uh', bigint | null>;
const kroner = (sum: bigint | null): number | null => (sum === null ? null : Number(sum));

/** One page of a round's sent needs. */
export async function findRoundBehovsmeldinger(
  tx: Tx,
  round: ListedRound,
  filter: BehovsmeldingFilter,
): Promise<ListedBehovsmelding[]> {
  const page = sql`LIMIT ${NEEDS_PER_PAGE} OFFSET ${(filter.page - 1) * NEEDS_PER_PAGE}`;
  const rows = await tx.$queryRaw<Row[]>(roundBehovsmeldingerSql(round, filter, empty, page));
  return rows.map((row) => ({ ...row, network: kroner(row.network), uh: kroner(row.uh) }));
}

/** What an export has besides what a line of the list shows. */
export interface ExportedBehovsmelding extends ListedBehovsmelding {
  orgnr: string | null;
  years: number;
  egenandel: number | null;
  submittedAt: Date | null;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
}
const EXPORTED = sql`, o.orgnr, b.years, b."plannedEgenandel" AS egenandel, b."submittedAt", b."contactName", b."contactEmail", b."contactPhone"`;

/** All of a round's sent needs that are asked for, however many; the withdrawn, which no sum has, only when they are asked for. */
export async function exportRoundBehovsmeldinger(
  tx: Tx,
  round: ListedRound,
  filter: BehovsmeldingFilter,
): Promise<ExportedBehovsmelding[]> {
  const rows = await tx.$queryRaw<
    (Omit<ExportedBehovsmelding, 'network' | 'uh' | 'egenandel'> &
      Record<'network' | 'uh' | 'egenandel', bigint | null>)[]
  >(roundBehovsmeldingerSql(round, filter, EXPORTED, empty, sql` AND ${isCounted(filter)}`));
  return rows.map((row) => ({
    ...row,
    network: kroner(row.network),
    uh: kroner(row.uh),
    egenandel: kroner(row.egenandel),
  }));
}
