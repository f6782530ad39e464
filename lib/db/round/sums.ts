import type { BehovsmeldingFilter } from '#lib/domain/behovsmelding/list';
import type { BehovsmeldingState } from '#lib/domain/states';
import { asSent, behovsmeldingerAsOthersRead } from '#lib/db/behovsmelding/as-sent';
import { sql, type Sql, type Tx } from '#lib/db/client';
import { isCounted, lacksEgenandel } from '#lib/db/behovsmelding/status';
import { isAskedFor, type ListedRound } from './behovsmeldinger';

export interface Counted<T> {
  key: T;
  name: string;
  count: number;
}
export interface RoundSums {
  /** Of what is filtered: how many, and the sums of the amounts given, in kroner, without the withdrawn. */
  found: { count: number; network: number; uh: number };
  all: number;
  short: number;
  states: { key: BehovsmeldingState; count: number }[];
  regions: Counted<string>[];
  partners: Counted<string>[];
}
interface Group {
  kind: 'all' | 'state' | 'region' | 'uh';
  key: string | null;
  name: string | null;
  count: number;
  found: number;
  network: bigint;
  uh: bigint;
  short: number;
}

/** Counts over the whole round for the filters, and counts and sums of what is filtered, in one statement. */
function roundNeedSumsSql(round: ListedRound, filter: BehovsmeldingFilter): Sql {
  return sql`WITH needs AS MATERIALIZED (
      SELECT * FROM ${behovsmeldingerAsOthersRead(round.id, sql`b.id, b.state, b."regionId", b."askedNetwork", b."askedUh", ${isCounted({})} AND ${lacksEgenandel(round)} AS short, ${isAskedFor(round, filter)} AS hit, ${isCounted(filter)} AS counted`)} b WHERE b.state <> 'draft'),
    sums AS (SELECT state, "regionId", grouping(state, "regionId") AS level, count(*)::int AS count, (count(*) FILTER (WHERE hit))::int AS found,
        coalesce(sum("askedNetwork") FILTER (WHERE hit AND counted), 0)::bigint AS network, coalesce(sum("askedUh") FILTER (WHERE hit AND counted), 0)::bigint AS uh, (count(*) FILTER (WHERE short))::int AS short
      FROM needs GROUP BY GROUPING SETS ((), (state), ("regionId")))
    SELECT CASE level WHEN 3 THEN 'all' WHEN 1 THEN 'state' ELSE 'region' END AS kind, coalesce(state, "regionId") AS key, r.name, count, found, network, uh, short
      FROM sums LEFT JOIN "Region" r ON r.id = "regionId"
    UNION ALL SELECT 'uh', c.key, o.name, c.count, 0, 0, 0, 0
      FROM (SELECT u."organisationId" AS key, count(*)::int AS count FROM (
        SELECT u."organisationId" FROM "BehovsmeldingUh" u JOIN "Behovsmelding" b ON b.id = u."behovsmeldingId" WHERE b."roundId" = ${round.id} AND b.state <> 'draft' AND b."asSentId" IS NULL
        UNION ALL (${asSent(sql`n."roundId" = ${round.id}`)} SELECT u."organisationId" FROM "BehovsmeldingUh" u)) u GROUP BY 1) c JOIN "Organisation" o ON o.id = c.key`;
}

const counted = (groups: readonly Group[], kind: Group['kind']): Counted<string>[] =>
  groups.flatMap(({ kind: own, key, name, count }) =>
    own === kind && key !== null ? [{ key, name: name ?? key, count }] : [],
  );

/** What the filters of a round's list count, and the sums of what is filtered. */
export async function findRoundSums(tx: Tx, round: ListedRound, filter: BehovsmeldingFilter): Promise<RoundSums> {
  const groups = await tx.$queryRaw<Group[]>(roundNeedSumsSql(round, filter));
  const whole = groups.find(({ kind }) => kind === 'all');
  const states = groups.flatMap((group) =>
    group.kind === 'state' ? [{ key: group.key as BehovsmeldingState, count: group.count }] : [],
  );
  return {
    found: { count: whole?.found ?? 0, network: Number(whole?.network ?? 0), uh: Number(whole?.uh ?? 0) },
    all: whole?.count ?? 0,
    short: whole?.short ?? 0,
    states,
    regions: counted(groups, 'region'),
    partners: counted(groups, 'uh'),
  };
}
