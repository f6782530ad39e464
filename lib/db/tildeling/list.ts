import type { Reach } from '#lib/domain/policy/may';
import type { Programme, TildelingOutcome, TildelingState } from '#lib/domain/states';
import { isDelegated } from '#lib/db/behovsmelding/parties';
import { join, sql, type Sql, type Tx } from '#lib/db/client';
import { TILDELING_JOINS } from './tildeling';

export interface TildelingListRow {
  id: string;
  title: string;
  reference: string | null;
  ownerName: string;
  regionName: string | null;
  programme: Programme;
  year: number;
  countyName: string;
  state: TildelingState;
  outcome: TildelingOutcome;
  network: number;
  uh: number;
}

function within({ scope, id, states }: Reach, now: Date): Sql {
  const where = {
    county: sql`r."countyId" = ${id}`,
    forum: sql`r."forumId" = ${id}`,
    own: sql`(coalesce(n."ownerId", k."leadId") = ${id} OR EXISTS (SELECT 1 FROM "BehovsmeldingParty" p WHERE p."behovsmeldingId" = n.id AND p."organisationId" = ${id}))`,
    delegated: isDelegated(sql`coalesce(n."ownerId", k."leadId")`, [id], now, null),
    partner: sql`(EXISTS (SELECT 1 FROM "TildelingLine" l WHERE l."tildelingId" = t.id AND l.side = 'uh' AND l."receiverId" = ${id}) OR EXISTS (SELECT 1 FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id AND u."organisationId" = ${id}))`,
    invited: sql`false`,
    writer: sql`false`,
    party: sql`false`,
    all: sql`false`,
  }[scope];
  return states === null ? where : sql`(${where} AND t.state = ANY(${[...states]}))`;
}

/** A page of the tildelinger that the reader has to do with, newest round first, and how many there are. What is public alone is in the register. */
export async function listTildelinger(
  tx: Tx,
  ways: readonly Reach[],
  now: Date,
  page: { size: number; number: number },
): Promise<{ rows: TildelingListRow[]; count: number }> {
  const where = sql`t."inForce" AND (${join(
    ways.map((way) => within(way, now)),
    ' OR ',
  )})`;
  const rows = await tx.$queryRaw<TildelingListRow[]>`
    SELECT t.id, coalesce(n.title, k.title, '') AS title, k.reference, coalesce(o.name, k."leadName", '') AS "ownerName", g.name AS "regionName", r.programme, r.year, c.name AS "countyName", t.state, t.outcome,
      coalesce(s.network, 0)::float8 AS network, coalesce(s.uh, 0)::float8 AS uh
    FROM ${TILDELING_JOINS}
    LEFT JOIN LATERAL (SELECT sum(l.amount) FILTER (WHERE l.side = 'network') AS network, sum(l.amount) FILTER (WHERE l.side = 'uh') AS uh FROM "TildelingLine" l WHERE l."tildelingId" = t.id) s ON true
    WHERE ${where} ORDER BY r.year DESC, k.number NULLS LAST, n.number NULLS LAST, t.id LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`;
  const [counted] = await tx.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::int AS count FROM ${TILDELING_JOINS} WHERE ${where}`;
  return { rows, count: counted?.count ?? 0 };
}
