import { osloDay } from '#lib/domain/deadline';
import type { Task } from '#lib/domain/start';
import type { Tx } from './client';

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
