import type { EgenandelBase, Enforcement } from '#lib/domain/money/egenandel';
import type { Programme, Side, TildelingOutcome, TildelingState } from '#lib/domain/states';
import { delegatedRegions } from '#lib/db/behovsmelding/parties';
import { sql, type Sql, type Tx } from '#lib/db/client';

/** A tildeling as the policy sees it. */
export interface TildelingSubject {
  id: string;
  roundId: string;
  countyId: string;
  forumId: string;
  state: TildelingState;
  proposedById: string | null;
  ownerIds: string[];
  delegatedRegionIds: string[];
  uhIds: string[];
}
export interface TildelingRow extends TildelingSubject {
  title: string;
  reference: string | null;
  behovsmeldingId: string | null;
  needNumber: number | null;
  tiltakId: string | null;
  ownerName: string;
  ownerOrgnr: string | null;
  ownerLanguage: string;
  regionName: string | null;
  outcome: TildelingOutcome;
  version: number;
  inForce: boolean;
  imported: boolean;
  method: string;
  methodReason: string;
  methodFigures: Record<string, string | number | null>;
  reason: string;
  returnComment: string;
  requiredEgenandel: number | null;
  plannedEgenandel: number | null;
  proposedByName: string | null;
  approvedByName: string | null;
  proposedAt: Date | null;
  approvedAt: Date | null;
  countyName: string;
  statsforvalterName: string;
  programme: Programme;
  year: number;
  reportLastDay: Date | null;
  ruleSetName: string;
  validFrom: Date;
  egenandelPercent: number;
  egenandelBase: EgenandelBase;
  egenandelEnforcement: Enforcement;
  egenandelSource: string;
  legalBasis: string;
  lines: TildelingLineRow[];
  asked: { network: number; uh: number } | null;
  recommended: { network: number; uh: number } | null;
  egenandelDispensation: boolean;
}
export interface TildelingLineRow {
  id: string;
  side: Side;
  receiver: string;
  budgetYear: number;
  amount: number | null;
  printed: string | null;
}

/** Whom a tildeling is between; for `FROM "Tildeling" t` with its need n and tiltak k. */
const partyColumns = (now: Date): Sql => sql`
  ARRAY(SELECT coalesce(n."ownerId", k."leadId") WHERE coalesce(n."ownerId", k."leadId") IS NOT NULL UNION SELECT p."organisationId" FROM "BehovsmeldingParty" p WHERE p."behovsmeldingId" = n.id) AS "ownerIds",
  ${delegatedRegions(sql`coalesce(n."ownerId", k."leadId")`, now, null)} AS "delegatedRegionIds",
  ARRAY(SELECT u."organisationId" FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id UNION SELECT l."receiverId" FROM "TildelingLine" l WHERE l."tildelingId" = t.id AND l.side = 'uh' AND l."receiverId" IS NOT NULL) AS "uhIds"`;

export const TILDELING_JOINS = sql`"Tildeling" t JOIN "Round" r ON r.id = t."roundId" JOIN "County" c ON c.id = r."countyId"
  LEFT JOIN "Behovsmelding" n ON n.id = t."behovsmeldingId" LEFT JOIN "Tiltak" k ON k.id = t."tiltakId"
  LEFT JOIN "Organisation" o ON o.id = coalesce(n."ownerId", k."leadId") LEFT JOIN "Region" g ON g.id = coalesce(n."regionId", k."regionId")`;

/** A tildeling with its lines, its round and the persons who decided. */
export async function findTildeling(tx: Tx, id: string, now: Date): Promise<TildelingRow | null> {
  const rows = await tx.$queryRaw<TildelingRow[]>`
    SELECT t.id, t."roundId", r."countyId", r."forumId", t.state, t."proposedById", ${partyColumns(now)},
      coalesce(n.title, k.title, '') AS title, k.reference, t."behovsmeldingId", n.number AS "needNumber", t."tiltakId",
      coalesce(o.name, k."leadName", '') AS "ownerName", o.orgnr AS "ownerOrgnr", coalesce(o.language, 'nb') AS "ownerLanguage", g.name AS "regionName",
      t.outcome, t.version, t."inForce", t.imported, t.method, t."methodReason", t."methodFigures", t.reason, t."returnComment", t."requiredEgenandel", t."plannedEgenandel",
      proposer.name AS "proposedByName", approver.name AS "approvedByName", t."proposedAt", t."approvedAt",
      c.name AS "countyName", c."statsforvalterName", r.programme, r.year, (SELECT d."lastDay" FROM "Deadline" d WHERE d."roundId" = r.id AND d.kind = 'report') AS "reportLastDay",
      s.name AS "ruleSetName", s."validFrom", s."egenandelPercent", s."egenandelBase", s."egenandelEnforcement", s."egenandelSource", s."legalBasis",
      (SELECT coalesce(json_agg(json_build_object('id', l.id, 'side', l.side, 'receiver', coalesce(ro.name, l."receiverName", ''), 'budgetYear', l."budgetYear", 'amount', l.amount, 'printed', l.printed)
        ORDER BY l.side, ro.name, l."budgetYear"), '[]') FROM "TildelingLine" l LEFT JOIN "Organisation" ro ON ro.id = l."receiverId" WHERE l."tildelingId" = t.id) AS lines,
      (SELECT json_build_object('network', coalesce(sum(l.amount) FILTER (WHERE l.side = 'network'), 0), 'uh', coalesce(sum(l.amount) FILTER (WHERE l.side = 'uh'), 0))
        FROM "BehovsmeldingLine" l WHERE l."behovsmeldingId" = n.id) AS asked,
      (SELECT json_build_object('network', l.network, 'uh', l.uh) FROM "InnstillingLine" l JOIN "Innstilling" i ON i.id = l."innstillingId"
        WHERE l."behovsmeldingId" = n.id AND i."roundId" = r.id AND i.state = 'delivered' AND l.network IS NOT NULL AND l.uh IS NOT NULL ORDER BY i.version DESC LIMIT 1) AS recommended,
      EXISTS (SELECT 1 FROM "Dispensation" d WHERE d."behovsmeldingId" = n.id AND d.rule = 'egenandel' AND d.state = 'granted') AS "egenandelDispensation"
    FROM ${TILDELING_JOINS} JOIN "RuleSet" s ON s.id = r."ruleSetId"
    LEFT JOIN "User" proposer ON proposer.id = t."proposedById" LEFT JOIN "User" approver ON approver.id = t."approvedById"
    WHERE t.id = ${id}`;
  return rows[0] ?? null;
}

/** What happened to a tildeling, newest first. */
export interface HistoryRow {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  details: Record<string, string | number | boolean | null>;
}

export function tildelingHistory(tx: Tx, id: string): Promise<HistoryRow[]> {
  return tx.$queryRaw<HistoryRow[]>`
    SELECT id::text, at, "actorName", action, details FROM "AuditEntry" WHERE "subjectType" = 'tildeling' AND "subjectId" = ${id} ORDER BY at DESC, "AuditEntry".id DESC LIMIT 200`;
}
