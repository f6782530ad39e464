import { behovsmeldingerAsOthersRead } from '#lib/db/behovsmelding/as-sent';
import { join, sql, type Tx } from '#lib/db/client';
import type { Reach } from '#lib/domain/policy/may';
import type { RoundCounts } from '#lib/domain/round/steps';
import type { BehovsmeldingState, Programme, RoundState } from '#lib/domain/states';
import { roundCounts } from './round';

export interface ListedRoundRow {
  id: string;
  countyId: string;
  countyName: string;
  forumId: string;
  programme: Programme;
  year: number;
  state: RoundState;
  needLastDay: Date;
  innstillingLastDay: Date;
  decisionLastDay: Date;
  counts: RoundCounts;
}

/** The rounds these ways lead to, newest first, with how many records have come to each step. */
export async function findRounds(tx: Tx, ways: readonly Reach[]): Promise<ListedRoundRow[]> {
  const counties = ways.filter(({ scope }) => scope === 'county').map(({ id }) => id);
  const fora = ways.filter(({ scope }) => scope === 'forum').map(({ id }) => id);
  const deadline = (kind: string) =>
    sql`(SELECT d."lastDay" FROM "Deadline" d WHERE d."roundId" = r.id AND d.kind = ${kind})`;
  return tx.$queryRaw<ListedRoundRow[]>`
    SELECT r.id, r."countyId", c.name AS "countyName", r."forumId", r.programme, r.year, r.state,
      ${deadline('need')} AS "needLastDay", ${deadline('innstilling')} AS "innstillingLastDay", ${deadline('decision')} AS "decisionLastDay",
      ${roundCounts(sql`r.id`)}
    FROM "Round" r JOIN "County" c ON c.id = r."countyId"
    WHERE r."countyId" IN (${join(['', ...counties])}) OR r."forumId" IN (${join(['', ...fora])}) ORDER BY r.year DESC, c.name, r.programme`;
}

export interface RoundFigures {
  needs: { state: BehovsmeldingState; count: number }[];
  askedNetwork: number;
  askedUh: number;
  askedOpen: number;
  recommended: { network: number; uh: number } | null;
  granted: number;
  counts: RoundCounts;
}

/** What is asked, recommended and granted in a round, in kroner, and how far its records have come. */
export async function findRoundFigures(tx: Tx, roundId: string): Promise<RoundFigures> {
  const needs = await tx.$queryRaw<
    { state: BehovsmeldingState; count: number; network: bigint; uh: bigint; open: number }[]
  >`
    SELECT state, count(*)::int AS count, coalesce(sum("askedNetwork"), 0)::bigint AS network, coalesce(sum("askedUh"), 0)::bigint AS uh,
      (count(*) FILTER (WHERE "askedNetwork" IS NULL OR "askedUh" IS NULL))::int AS open
    FROM ${behovsmeldingerAsOthersRead(roundId, sql`b.state, b."askedNetwork", b."askedUh"`)} b GROUP BY state`;
  const recommended = await tx.$queryRaw<{ network: bigint; uh: bigint }[]>`
    SELECT coalesce(sum(l.network), 0)::bigint AS network, coalesce(sum(l.uh), 0)::bigint AS uh FROM "Innstilling" i JOIN "InnstillingLine" l ON l."innstillingId" = i.id
    WHERE i."roundId" = ${roundId} AND i.state = 'delivered' GROUP BY i.id ORDER BY i.version DESC LIMIT 1`;
  const [rest] = await tx.$queryRaw<{ granted: bigint; counts: RoundCounts }[]>`
    SELECT (SELECT coalesce(sum(l.amount), 0) FROM "Tildeling" t JOIN "TildelingLine" l ON l."tildelingId" = t.id WHERE t."roundId" = ${roundId} AND t."inForce" AND t.state IN ('approved', 'sent'))::bigint AS granted,
      ${roundCounts(sql`${roundId}`)}`;
  if (rest === undefined) throw new Error(`Round without figures: ${roundId}`);
  const sent = needs.filter(({ state }) => state !== 'draft' && state !== 'withdrawn');
  const add = (of: (row: (typeof needs)[number]) => number | bigint): number =>
    sent.reduce((sum, row) => sum + Number(of(row)), 0);
  const [line] = recommended;
  return {
    needs: needs.map(({ state, count }) => ({ state, count })),
    askedNetwork: add((row) => row.network),
    askedUh: add((row) => row.uh),
    askedOpen: add((row) => row.open),
    recommended: line === undefined ? null : { network: Number(line.network), uh: Number(line.uh) },
    granted: Number(rest.granted),
    counts: rest.counts,
  };
}

export interface SavedFilter {
  id: string;
  name: string;
  query: string;
}

/** The filters somebody keeps, by name. */
export const savedFilters = (tx: Tx, userId: string): Promise<SavedFilter[]> =>
  tx.savedFilter.findMany({
    where: { userId },
    select: { id: true, name: true, query: true },
    orderBy: { name: 'asc' },
  });

/** Keeps a filter by name; the same name again is the new one. */
export async function keepFilter(tx: Tx, userId: string, name: string, query: string): Promise<void> {
  await tx.savedFilter.upsert({
    where: { userId_name: { userId, name } },
    create: { userId, name, query },
    update: { query },
  });
}

/** Forgets a filter of this person's. */
export async function forgetFilter(tx: Tx, userId: string, id: string): Promise<void> {
  await tx.savedFilter.deleteMany({ where: { id, userId } });
}
