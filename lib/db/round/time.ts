import { dayOf } from '#lib/domain/round/time';
import type { DeadlineKind } from '#lib/domain/states';
import { sql, type Tx } from '#lib/db/client';
import { isShared } from '#lib/db/behovsmelding/partners';

export interface LateSending {
  organisationId: string;
  name: string;
  until: Date;
  reason: string;
  openedByName: string;
  openedAt: Date;
  sent: number;
}

/** Those who may send late in a round, by name, and how many needs they have sent in it. */
export const lateSendings = (tx: Tx, roundId: string): Promise<LateSending[]> => tx.$queryRaw<LateSending[]>`
  SELECT l."organisationId", o.name, l.until, l.reason, coalesce(u.name, '') AS "openedByName", l."openedAt",
    (SELECT count(*)::int FROM "Behovsmelding" b WHERE b."roundId" = l."roundId" AND b."ownerId" = l."organisationId" AND b.state <> 'draft') AS sent
  FROM "LateSending" l JOIN "Organisation" o ON o.id = l."organisationId" LEFT JOIN "User" u ON u.id = l."openedById"
  WHERE l."roundId" = ${roundId} ORDER BY o.name, o.id`;

/** The day one owner may send late until; null when nothing is opened for them. */
export async function lateUntil(tx: Tx, roundId: string, organisationId: string): Promise<Date | null> {
  const found = await tx.lateSending.findUnique({
    where: { roundId_organisationId: { roundId, organisationId } },
    select: { until: true },
  });
  return found?.until ?? null;
}

/** Opens for one owner, or moves the day and the reason of what was opened. */
export async function storeLateOpening(
  tx: Tx,
  at: { roundId: string; organisationId: string },
  late: { until: Date; reason: string; openedById: string; openedAt: Date },
): Promise<void> {
  await tx.lateSending.upsert({ where: { roundId_organisationId: at }, create: { ...at, ...late }, update: late });
}

/** Those who may report needs in a county, by name. */
export const ownersOf = (tx: Tx, countyId: string): Promise<{ id: string; name: string }[]> => tx.$queryRaw<
  { id: string; name: string }[]
>`
  SELECT o.id, o.name FROM "Organisation" o
  WHERE o."countyId" = ${countyId} AND o.kind IN ('kommune', 'fylkeskommune', 'friskole', 'state-school', 'barnehageeier') ORDER BY o.name COLLATE "nb-x-icu", o.id`;

/** The UH that take part in a need of the round which is still written on or weighed, and see it. */
export const uhInRound = async (tx: Tx, roundId: string): Promise<string[]> =>
  (
    await tx.$queryRaw<{ id: string }[]>`
  SELECT DISTINCT u."organisationId" AS id FROM "BehovsmeldingUh" u JOIN "Behovsmelding" n ON n.id = u."behovsmeldingId"
  WHERE n."roundId" = ${roundId} AND n.state IN ('draft', 'returned', 'submitted') AND u."declinedAt" IS NULL AND ${isShared} ORDER BY 1`
  ).map(({ id }) => id);

/** Moves a deadline. The reports that were due that day are due the new one. */
export async function moveDeadline(tx: Tx, roundId: string, kind: DeadlineKind, from: Date, to: Date): Promise<void> {
  await tx.deadline.update({ where: { roundId_kind: { roundId, kind } }, data: { lastDay: to } });
  if (kind !== 'report') return;
  const ofRound = sql`"tiltakId" IN (SELECT t.id FROM "Tiltak" t WHERE t."roundId" = ${roundId})`;
  await tx.$executeRaw`UPDATE "AnnualReport" SET "dueOn" = ${dayOf(to)}::date WHERE "dueOn" = ${dayOf(from)}::date AND ${ofRound}`;
}
