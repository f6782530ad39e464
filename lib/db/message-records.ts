import type { Whereabouts } from '#lib/domain/addressee';
import { sql, type Sql, type Tx } from './client';
import { isShared, partiesAsSent } from './need-partners';
import { delegatedRegions, invitedTo } from './parties';

const uhOfNeed = sql`ARRAY(SELECT u."organisationId" FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id)`;
const inRound = sql`r."countyId", r."forumId"`;

/** Each kind of record as the policy sees it now; a report has one line for each half. */
const RECORDS: Readonly<Record<string, (ids: readonly string[], now: Date) => Sql>> = {
  behovsmelding: (ids, now) => sql`
    SELECT n.id, ${inRound}, n.state, ARRAY[n."ownerId"] AS "ownerIds", ${delegatedRegions(sql`n."ownerId"`, now, 'needs')} AS "delegatedRegionIds", ARRAY(SELECT u."organisationId" FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id AND ${isShared}) AS "uhIds",
      ${partiesAsSent} AS "partyIds", ${invitedTo(sql`n.id`)}
    FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId" WHERE n.id = ANY(${[...ids]})`,
  round: (ids) => sql`SELECT r.id, ${inRound}, r.state FROM "Round" r WHERE r.id = ANY(${[...ids]})`,
  dispensation: (ids, now) => sql`
    SELECT d.id, ${inRound}, d.state, array_remove(ARRAY[n."ownerId"], NULL) AS "ownerIds", ${delegatedRegions(sql`n."ownerId"`, now, 'needs')} AS "delegatedRegionIds"
    FROM "Dispensation" d JOIN "Round" r ON r.id = d."roundId" LEFT JOIN "Behovsmelding" n ON n.id = d."behovsmeldingId" WHERE d.id = ANY(${[...ids]})`,
  delegation: (ids) => sql`
    SELECT d.id, g."countyId", ARRAY[d."organisationId"] AS "ownerIds", ARRAY[d."regionId"] AS "delegatedRegionIds"
    FROM "Delegation" d JOIN "Region" g ON g.id = d."regionId" WHERE d.id = ANY(${[...ids]})`,
  tildeling: (ids, now) => sql`
    SELECT t.id, ${inRound}, t.state, array_remove(ARRAY[n."ownerId"], NULL) AS "ownerIds", ${delegatedRegions(sql`n."ownerId"`, now, null)} AS "delegatedRegionIds",
      ARRAY(SELECT l."receiverId" FROM "TildelingLine" l WHERE l."tildelingId" = t.id AND l.side = 'uh' AND l."receiverId" IS NOT NULL UNION SELECT unnest(${uhOfNeed})) AS "uhIds"
    FROM "Tildeling" t JOIN "Round" r ON r.id = t."roundId" LEFT JOIN "Behovsmelding" n ON n.id = t."behovsmeldingId" WHERE t.id = ANY(${[...ids]})`,
  report: (ids, now) => sql`
    SELECT a.id, ${inRound}, h.state, array_remove(ARRAY[w.id], NULL) AS "ownerIds", ${delegatedRegions(sql`w.id`, now, 'reports')} AS "delegatedRegionIds",
      ARRAY(SELECT u."organisationId" FROM "ReportHalf" u WHERE u."reportId" = a.id AND u.side = 'uh' AND u."organisationId" IS NOT NULL) AS "uhIds"
    FROM "AnnualReport" a JOIN "ReportHalf" h ON h."reportId" = a.id JOIN "Tiltak" t ON t.id = a."tiltakId" JOIN "Round" r ON r.id = t."roundId"
      LEFT JOIN LATERAL (SELECT coalesce((SELECT o."organisationId" FROM "ReportHalf" o WHERE o."reportId" = a.id AND o.side = 'owner'), t."leadId") AS id) w ON true
    WHERE a.id = ANY(${[...ids]})`,
};

/** These records of one kind as they are now, by id. */
export async function recordsOf(
  tx: Tx,
  about: string,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Whereabouts[]>> {
  const statement = RECORDS[about];
  const rows = statement === undefined ? [] : await tx.$queryRaw<(Whereabouts & { id: string })[]>(statement(ids, now));
  const found = new Map<string, Whereabouts[]>();
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row]);
  return found;
}
