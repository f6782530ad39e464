import type { Actor, Role } from '#lib/domain/policy';
import type { DeskRound } from '#lib/domain/start';
import type { DelegationCover } from '#lib/domain/states';
import { sql, type Tx } from './client';
import { isDelegated } from './parties';
import { roundCounts } from './round-counts';

const of = (
  actor: Actor,
  roles: readonly Role[],
  place: 'organisationId' | 'regionId' | 'countyId' | 'forumId',
): string[] =>
  actor.grants.flatMap((grant) => (roles.includes(grant.role) && grant[place] !== null ? [grant[place]] : []));

/** The organisations somebody acts for: their own, which they write for or lead, and those that have handed needs or reports to the region, their UH, and whose needs are handed to them. */
export async function actsFor(
  tx: Tx,
  actor: Actor,
  now: Date,
): Promise<Record<DelegationCover | 'uh' | 'writes' | 'leads' | 'handed', string[]>> {
  const regions = of(actor, ['coordinator'], 'regionId');
  const [writes, leads] = [of(actor, ['skoleeier'], 'organisationId'), of(actor, ['leader'], 'organisationId')];
  const own = [...new Set([...writes, ...leads])];
  const delegated =
    regions.length === 0
      ? []
      : await tx.$queryRaw<{ id: string; needs: boolean; reports: boolean }[]>`
    SELECT o.id, ${isDelegated(sql`o.id`, regions, now, 'needs')} AS needs, ${isDelegated(sql`o.id`, regions, now, 'reports')} AS reports
    FROM "Organisation" o WHERE ${isDelegated(sql`o.id`, regions, now, null)}`;
  const handed = (what: DelegationCover) => delegated.flatMap((one) => (one[what] ? [one.id] : []));
  return {
    needs: [...own, ...handed('needs')],
    reports: [...own, ...handed('reports')],
    uh: of(actor, ['uh'], 'organisationId'),
    writes,
    leads,
    handed: handed('needs'),
  };
}

/** Where somebody sees rounds: the counties they work for, and their fora. */
export const desks = (actor: Actor) => ({
  counties: of(actor, ['caseworker', 'approver', 'auditor'], 'countyId'),
  fora: of(actor, ['secretariat', 'member', 'deputy'], 'forumId'),
});

const last = (kind: string) =>
  sql`(SELECT d."lastDay" FROM "Deadline" d WHERE d."roundId" = r.id AND d.kind = ${kind})`;

/** The rounds under way in these counties and fora, with how many of each kind of record. */
export async function findDeskRounds(
  tx: Tx,
  { counties, fora }: { counties: string[]; fora: string[] },
): Promise<DeskRound[]> {
  if (counties.length + fora.length === 0) return [];
  const rows = await tx.$queryRaw<(Omit<DeskRound, 'proposedSum'> & { proposedSum: bigint })[]>`
    SELECT r.id, r."countyId", c.name AS "countyName", r."forumId", r.programme, r.year, r.state, r.budget,
      ${last('need')} AS "needDue", ${last('innstilling')} AS "innstillingDue", ${last('decision')} AS "decisionDue", ${last('report')} AS "reportDue",
      ${roundCounts(sql`r.id`)}, n.*, t.*, h.*
    FROM "Round" r JOIN "County" c ON c.id = r."countyId",
      LATERAL (SELECT count(*) FILTER (WHERE b.state = 'submitted')::int AS submitted,
        count(*) FILTER (WHERE b.state = 'recommended')::int AS recommended FROM "Behovsmelding" b WHERE b."roundId" = r.id) n,
      LATERAL (SELECT count(*) FILTER (WHERE g.state = 'proposed')::int AS proposed, count(*) FILTER (WHERE g.state = 'draft' AND g."returnComment" <> '')::int AS returned,
        coalesce(array_agg(DISTINCT g."proposedById") FILTER (WHERE g.state = 'proposed' AND g."proposedById" IS NOT NULL), '{}') AS "proposerIds",
        (SELECT coalesce(sum(l.amount), 0) FROM "TildelingLine" l JOIN "Tildeling" p ON p.id = l."tildelingId" WHERE p."roundId" = r.id AND p.state = 'proposed' AND p."inForce") AS "proposedSum"
        FROM "Tildeling" g WHERE g."roundId" = r.id AND g."inForce") t,
      LATERAL (SELECT count(*) FILTER (WHERE h.state = 'filed')::int AS filed
        FROM "ReportHalf" h JOIN "AnnualReport" a ON a.id = h."reportId" JOIN "Tiltak" k ON k.id = a."tiltakId" WHERE k."roundId" = r.id) h
    WHERE r.state <> 'finished' AND (r."countyId" = ANY(${counties}) OR r."forumId" = ANY(${fora}))
    ORDER BY r.year DESC, c.name, r.programme`;
  return rows.map((row) => ({ ...row, proposedSum: Number(row.proposedSum) }));
}
