import { lastDayToSend } from '#lib/db/behovsmelding/last-day';
import { isDelegated } from '#lib/db/behovsmelding/parties';
import { isShared } from '#lib/db/behovsmelding/partners';
import { sql, type Sql, type Tx } from '#lib/db/client';
import { roundCounts } from '#lib/db/round/round';
import type { Actor } from '#lib/domain/policy/actor';
import { idsIn, reach } from '#lib/domain/policy/may';
import { osloDay } from '#lib/domain/round/time';
import type { DeskRound, Task, TaskKind } from '#lib/domain/start';
import type { DelegationCover } from '#lib/domain/states';

/** The regions somebody coordinates: what is handed to one of them is handed to them. */
export const coordinated = (actor: Actor): string[] => idsIn(reach(actor, 'delegation.read'), 'delegated');

/** The organisations somebody acts for: their own, which they write for or lead, and those that have handed needs or reports to the region, their UH, and whose needs are handed to them. */
export async function actsFor(
  tx: Tx,
  actor: Actor,
  now: Date,
): Promise<Record<DelegationCover | 'uh' | 'writes' | 'leads' | 'handed', string[]>> {
  const regions = coordinated(actor);
  const writes = idsIn(reach(actor, 'behovsmelding.ask-approval'), 'own');
  const leads = idsIn(reach(actor, 'behovsmelding.decline-approval'), 'own');
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
    uh: idsIn(reach(actor, 'behovsmelding.save-uh'), 'partner'),
    writes,
    leads,
    handed: handed('needs'),
  };
}

/** Where somebody sees rounds: the counties they work for, and their fora. */
export const desks = (actor: Actor) => ({
  counties: idsIn(reach(actor, 'round.work'), 'county'),
  fora: idsIn(reach(actor, 'round.read'), 'forum'),
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

const SOON_DAYS = 30;

/** The delegations that are about to end, and are not given anew: for whoever gave them, and for whoever works by them. */
export async function findDelegationTasks(
  tx: Tx,
  { leads, regions }: { leads: readonly string[]; regions: readonly string[] },
  now: Date,
): Promise<Task[]> {
  if (leads.length + regions.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string; mine: boolean; owner: string; region: string; due: Date }[]>`
    SELECT d.id, d."organisationId" = ANY(${[...leads]}) AS mine, o.name AS owner, g.name AS region, d."to" - 1 AS due
    FROM "Delegation" d JOIN "Organisation" o ON o.id = d."organisationId" JOIN "Region" g ON g.id = d."regionId"
    WHERE (d."organisationId" = ANY(${[...leads]}) OR d."regionId" = ANY(${[...regions]})) AND d."endedAt" IS NULL AND d."from" < d."to"
      AND d."to" - 1 BETWEEN ${osloDay(now)}::date AND ${osloDay(now)}::date + ${SOON_DAYS}::int
      AND NOT EXISTS (SELECT 1 FROM "Delegation" n WHERE n."organisationId" = d."organisationId" AND n."regionId" = d."regionId" AND n.covers @> d.covers AND n."from" <= d."to" AND (n."to" IS NULL OR n."to" > d."to"))
    ORDER BY d."to", o.name, d.id LIMIT 20`;
  return rows.map(({ id, mine, owner, region, due }) => ({
    kind: mine ? 'delegation-ending' : 'delegation-lapsing',
    id,
    title: mine ? region : owner,
    due,
    count: 0,
    kroner: null,
    note: '',
    who: mine ? region : owner,
  }));
}

/** Whose tasks: the owners somebody writes for, those they lead, those that have handed their needs to them, and their UH. */
interface For {
  owners: readonly string[];
  leads: readonly string[];
  handed: readonly string[];
  uh: readonly string[];
}

const NEED = sql`"Behovsmelding" n JOIN "Round" r ON r.id = n."roundId"`;
const PARTNER = sql`${NEED} JOIN "BehovsmeldingUh" u ON u."behovsmeldingId" = n.id JOIN "Organisation" p ON p.id = u."organisationId"`;
const PARTY = sql`${NEED} JOIN "BehovsmeldingParty" b ON b."behovsmeldingId" = n.id JOIN "Organisation" p ON p.id = b."organisationId"`;
const OWNER = sql`${NEED} JOIN "Organisation" p ON p.id = n."ownerId"`;
const UNDER_WAY = sql`r.state IN ('open', 'closed', 'recommended')`;
const SENT = sql`n.state IN ('submitted', 'recommended') AND ${UNDER_WAY}`;
/** The years for which UH `u` has written an amount, of those need `n` asks for. */
const FILLED = sql`(SELECT count(l.amount) FROM "BehovsmeldingLine" l WHERE l."behovsmeldingId" = n.id AND l.side = 'uh' AND l."receiverId" = u."organisationId"
  AND l."budgetYear" >= r.year AND l."budgetYear" < r.year + n.years)`;
const any = (ids: readonly string[]): Sql => sql`ANY(${[...ids]}::text[])`;

/** What waits between an owner and its partners: answers to give, parts to fill in, and answers that came. */
export async function findPartnerTasks(tx: Tx, { owners, leads, handed, uh }: For): Promise<Task[]> {
  if (owners.length + leads.length + uh.length === 0) return [];
  const one = (kind: TaskKind, note: Sql, from: Sql): Sql =>
    sql`SELECT ${kind} AS kind, n.id, n.title, ${lastDayToSend(sql`n`)} AS due, n.number, ${note} AS note, p.name AS who FROM ${from}`;
  const rows = await tx.$queryRaw<(Pick<Task, 'id' | 'title' | 'due' | 'note'> & { kind: TaskKind; who: string })[]>`
    ${one(
      'need-confirm',
      sql`''`,
      sql`${PARTNER} WHERE u."organisationId" = ${any(uh)} AND ${isShared} AND u."confirmedAt" IS NULL AND u."declinedAt" IS NULL
      AND n.state IN ('draft', 'returned', 'submitted', 'recommended') AND ${UNDER_WAY}`,
    )}
    UNION ALL ${one(
      'need-uh-part',
      sql`''`,
      sql`${PARTNER} WHERE u."organisationId" = ${any(uh)} AND ${isShared} AND u."confirmedAt" IS NOT NULL AND n.state IN ('draft', 'returned')
      AND r.state IN ('open', 'closed') AND (u.plan = '' OR ${FILLED} < n.years)`,
    )}
    UNION ALL ${one('need-uh-declined', sql`u."declineReason"`, sql`${PARTNER} WHERE n."ownerId" = ${any(owners)} AND u."declinedAt" IS NOT NULL AND n.state IN ('draft', 'returned', 'submitted') AND r.state IN ('open', 'closed')`)}
    UNION ALL ${one('need-owner-confirm', sql`n."ownerObjection"`, sql`${OWNER} WHERE n."ownerId" = ${any(leads)} AND n."delegationId" IS NOT NULL AND n."ownerConfirmedAt" IS NULL AND ${SENT}`)}
    UNION ALL ${one('need-owner-confirm', sql`b.objection`, sql`${PARTY} WHERE b."organisationId" = ${any(leads)} AND b."confirmedAt" IS NULL AND ${SENT}`)}
    UNION ALL ${one('need-owner-objected', sql`n."ownerObjection"`, sql`${OWNER} WHERE n."ownerId" = ${any(handed)} AND n."ownerObjection" <> '' AND ${SENT}`)}
    UNION ALL ${one('need-owner-objected', sql`b.objection`, sql`${PARTY} WHERE n."ownerId" = ${any(owners)} AND b.objection <> '' AND ${SENT}`)}
    ORDER BY due, number, kind LIMIT 50`;
  return rows.map(({ kind, id, title, due, note, who }) => ({
    kind,
    id,
    title,
    due,
    note,
    who,
    count: 0,
    kroner: null,
  }));
}
