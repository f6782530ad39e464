import { osloDay } from '#lib/domain/round/time';
import type { DelegationCover } from '#lib/domain/states';
import { empty, sql, type Sql, type Tx } from '#lib/db/client';

/** The delegations `d` that hold on the day of `now` and cover this; null: whatever they cover. */
export const holdsToday = (now: Date, covers: DelegationCover | null): Sql =>
  sql`d."from" <= ${osloDay(now)}::date AND (d."to" IS NULL OR d."to" > ${osloDay(now)}::date)${covers === null ? empty : sql` AND ${covers} = ANY (d.covers)`}`;

/** The regions an organisation has handed this work to on the day of `now`, as an SQL array. */
export const delegatedRegions = (organisation: Sql, now: Date, covers: DelegationCover | null): Sql =>
  sql`ARRAY(SELECT DISTINCT d."regionId" FROM "Delegation" d WHERE d."organisationId" = ${organisation} AND ${holdsToday(now, covers)})`;

/** Whether an organisation has handed this work to one of these regions on the day of `now`. */
export const isDelegated = (
  organisation: Sql,
  regions: readonly string[],
  now: Date,
  covers: DelegationCover | null,
): Sql =>
  sql`EXISTS (SELECT 1 FROM "Delegation" d WHERE d."organisationId" = ${organisation} AND d."regionId" = ANY (${[...regions]}::text[]) AND ${holdsToday(now, covers)})`;

/** Those asked to comment on a need, and to write in it, until they are taken off again. */
export const invitedTo = (
  need: Sql,
): Sql => sql`ARRAY(SELECT c."userId" FROM "Contributor" c WHERE c."behovsmeldingId" = ${need} AND c.may = 'comment' AND c."endedAt" IS NULL) AS "commenterIds",
      ARRAY(SELECT c."userId" FROM "Contributor" c WHERE c."behovsmeldingId" = ${need} AND c.may = 'write' AND c."endedAt" IS NULL) AS "writerIds"`;

export interface OwnerSubject {
  id: string;
  name: string;
  kind: string;
  countyId: string;
  ownerIds: string[];
  delegatedRegionIds: string[];
  regionId: string | null;
}

/** An owner as the policy sees it, with the region it belongs to today. */
export async function findOwner(tx: Tx, id: string, now: Date): Promise<OwnerSubject | null> {
  const rows = await tx.$queryRaw<OwnerSubject[]>`
    SELECT o.id, o.name, o.kind, o."countyId", ARRAY[o.id] AS "ownerIds", ${delegatedRegions(sql`o.id`, now, 'needs')} AS "delegatedRegionIds",
      (SELECT m."regionId" FROM "RegionMembership" m WHERE m."organisationId" = o.id AND m."from" <= ${osloDay(now)}::date AND (m."to" IS NULL OR m."to" > ${osloDay(now)}::date) ORDER BY m."from", m."regionId" LIMIT 1) AS "regionId"
    FROM "Organisation" o WHERE o.id = ${id} AND o."countyId" IS NOT NULL`;
  return rows[0] ?? null;
}
