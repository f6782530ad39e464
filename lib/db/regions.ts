import { osloDay } from '#lib/domain/deadline';
import { join, type Tx } from './client';

export interface ListedRegion {
  id: string;
  name: string;
  countyId: string;
  countyName: string;
  dissolvedOn: Date | null;
  members: string[];
  tiltak: number;
}

/** The regions of these counties, those that are over last, with their members today and how many tiltak they have had. */
export const findRegions = (
  tx: Tx,
  counties: readonly string[],
  today: string,
): Promise<ListedRegion[]> => tx.$queryRaw<ListedRegion[]>`
  SELECT g.id, g.name, g."countyId", c.name AS "countyName", g."dissolvedOn",
    ARRAY(SELECT o.name FROM "RegionMembership" m JOIN "Organisation" o ON o.id = m."organisationId" WHERE m."regionId" = g.id AND m."from" <= ${today}::date AND (m."to" IS NULL OR m."to" > ${today}::date) ORDER BY o.name) AS members,
    (SELECT count(*)::int FROM "Tiltak" t WHERE t."regionId" = g.id) AS tiltak
  FROM "Region" g JOIN "County" c ON c.id = g."countyId" WHERE g."countyId" IN (${join(['', ...counties])})
  ORDER BY c.name, coalesce(g."dissolvedOn" <= ${today}::date, false), g.name`;

export interface RegionWork {
  tiltak: number;
  needs: number;
  delegations: { organisation: string; from: Date; to: Date | null }[];
  alsoIn: { organisationId: string; region: string }[];
  candidates: { id: string; name: string }[];
}

/** What a region has had to do with, who has handed their work to it, its members' other regions, and who could join. */
export async function findRegionWork(tx: Tx, region: { id: string; countyId: string }, now: Date): Promise<RegionWork> {
  const today = osloDay(now);
  const [counts] = await tx.$queryRaw<
    { tiltak: number; needs: number }[]
  >`SELECT (SELECT count(*)::int FROM "Tiltak" t WHERE t."regionId" = ${region.id}) AS tiltak,
    (SELECT count(*)::int FROM "Behovsmelding" b WHERE b."regionId" = ${region.id} AND b.state <> 'draft') AS needs`;
  const delegations = await tx.$queryRaw<
    RegionWork['delegations']
  >`SELECT o.name AS organisation, d."from", d."to" FROM "Delegation" d JOIN "Organisation" o ON o.id = d."organisationId" WHERE d."regionId" = ${region.id} ORDER BY d."to" IS NOT NULL, o.name, d."from"`;
  const alsoIn = await tx.$queryRaw<RegionWork['alsoIn']>`
    SELECT DISTINCT m."organisationId", g.name AS region FROM "RegionMembership" m JOIN "Region" g ON g.id = m."regionId"
    WHERE m."regionId" <> ${region.id} AND m."from" <= ${today}::date AND (m."to" IS NULL OR m."to" > ${today}::date)
      AND m."organisationId" IN (SELECT i."organisationId" FROM "RegionMembership" i WHERE i."regionId" = ${region.id} AND (i."to" IS NULL OR i."to" > ${today}::date)) ORDER BY g.name`;
  const candidates = await tx.$queryRaw<
    RegionWork['candidates']
  >`SELECT id, name FROM "Organisation" WHERE ("countyId" = ${region.countyId} OR "countyId" IS NULL) AND kind IN ('kommune','fylkeskommune','friskole','state-school','barnehageeier','other') ORDER BY name, id`;
  return { tiltak: counts?.tiltak ?? 0, needs: counts?.needs ?? 0, delegations, alsoIn, candidates };
}
