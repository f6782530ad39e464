import { sql, type Tx } from '#lib/db/client';
import { openReports } from '#lib/db/report/save';
import type { Approvals } from '#lib/domain/tildeling/decide';
import type { SplitPlace } from '#lib/domain/tildeling/split';
import { total } from '#lib/domain/tildeling/tildeling';
import { randomUUID } from 'node:crypto';

export interface ApprovedRound {
  readonly id: string;
  readonly countyId: string;
  readonly year: number;
  readonly reportLastDay: Date;
}
export interface Approved {
  readonly tildelingId: string;
  readonly reference: string | null;
}

/** Gives this county's numbers of the year to one transaction at a time: to be held before they are read. */
export const numbersLock = (countyId: string, year: number) =>
  sql`pg_advisory_xact_lock(hashtextextended(${`tiltak ${countyId} ${year}`}, 0))::text AS numbers`;

export const lockNumbers = (tx: Tx, countyId: string, year: number): Promise<unknown> =>
  tx.$queryRaw`SELECT ${numbersLock(countyId, year)}`;

/** Stores the approvals: the tiltak with their references, the needs granted or declined, the reports opened, and the round when all is decided. */
export async function saveApprovals(
  tx: Tx,
  round: ApprovedRound,
  { approvals, complete }: Approvals,
  by: { userId: string; now: Date },
): Promise<Approved[]> {
  const rows = approvals.map(({ one, outcome, required, planned }, position) => ({
    id: one.tildeling.id,
    needId: one.needId,
    outcome,
    required,
    planned,
    position,
    tiltakId: total(one.tildeling) > 0 ? randomUUID() : null,
  }));
  const made = await tx.$queryRaw<{ id: string; tiltakId: string | null; reference: string | null; ownerId: string }[]>`
    WITH decided AS (
      SELECT d.*, row_number() OVER (PARTITION BY d."tiltakId" IS NULL ORDER BY d.position)::int AS place
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(id text, "needId" text, outcome text, required int, planned int, position int, "tiltakId" text)
    ), last AS (SELECT coalesce(max(number), 0) AS number FROM "Tiltak" WHERE "countyId" = ${round.countyId} AND year = ${round.year}
    ), tiltak AS (
      INSERT INTO "Tiltak" (id, reference, "countyId", year, number, "roundId", "behovsmeldingId", title, "leadId", "leadName", "regionId", "publicUnits", "privateUnits", participants)
      SELECT d."tiltakId", c.prefix || '-' || ${round.year}::int || '-' || lpad((last.number + d.place)::text, greatest(4, length((last.number + d.place)::text)), '0'), c.id, ${round.year}::int, last.number + d.place, n."roundId", n.id,
        n.title, n."ownerId", o.name, n."regionId", n."publicUnits", n."privateUnits", n.participants
      FROM decided d JOIN "Behovsmelding" n ON n.id = d."needId" JOIN "Organisation" o ON o.id = n."ownerId" JOIN "County" c ON c.id = ${round.countyId} CROSS JOIN last
      WHERE d."tiltakId" IS NOT NULL RETURNING id, reference
    ), tildelinger AS (
      UPDATE "Tildeling" t SET state = 'approved', outcome = d.outcome, "tiltakId" = d."tiltakId", "requiredEgenandel" = d.required, "plannedEgenandel" = d.planned,
        "approvedById" = ${by.userId}, "approvedAt" = ${by.now}, version = t.version + 1 FROM decided d WHERE t.id = d.id
    ), needs AS (
      UPDATE "Behovsmelding" n SET state = CASE WHEN d."tiltakId" IS NULL THEN 'declined' ELSE 'granted' END, version = n.version + 1 FROM decided d WHERE n.id = d."needId"
      RETURNING n.id, n."ownerId"
    ), round AS (UPDATE "Round" SET state = 'approved', version = version + 1 WHERE id = ${round.id} AND ${complete})
    SELECT d.id, d."tiltakId", t.reference, n."ownerId" FROM decided d LEFT JOIN tiltak t ON t.id = d."tiltakId" JOIN needs n ON n.id = d."needId"`;
  const uhIds = new Map(approvals.map(({ one }) => [one.tildeling.id, one.tildeling.uhIds]));
  await openReports(
    tx,
    made.flatMap(({ id, tiltakId, ownerId }) =>
      tiltakId === null
        ? []
        : [{ tiltakId, year: round.year, dueOn: round.reportLastDay, ownerId, uhIds: uhIds.get(id) ?? [] }],
    ),
  );
  return made.map(({ id, reference }) => ({ tildelingId: id, reference }));
}

/** Sends proposed tildelinger back to be worked on, and its round with it. */
export async function saveReturn(tx: Tx, ids: readonly string[], roundId: string, comment: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Tildeling" SET state = 'draft', "proposedById" = NULL, "proposedAt" = NULL, "returnComment" = ${comment}, version = version + 1 WHERE id = ANY(${[...ids]})`;
  await tx.$executeRaw`UPDATE "Round" SET state = 'recommended', version = version + 1 WHERE id = ${roundId} AND state = 'proposed'`;
}

/** Stores that the caseworker asks for an exception from the key. */
export async function saveSplitAsked(
  tx: Tx,
  roundId: string,
  asked: SplitPlace & { reason: string },
  by: { userId: string; now: Date },
): Promise<string> {
  const id = randomUUID();
  await tx.$executeRaw`INSERT INTO "Dispensation" (id, rule, "roundId", "behovsmeldingId", "regionId", reason, "askedById", "askedAt")
    VALUES (${id}, 'split', ${roundId}, ${asked.behovsmeldingId}, ${asked.regionId}, ${asked.reason}, ${by.userId}, ${by.now})`;
  return id;
}

/** Stores an agreement that the UH gets a larger share. */
export async function saveAgreement(
  tx: Tx,
  roundId: string,
  agreed: SplitPlace & { parties: string; uhPercent: number; agreedOn: Date },
  by: { userId: string; now: Date },
): Promise<string> {
  const id = randomUUID();
  await tx.$executeRaw`INSERT INTO "SplitAgreement" (id, "roundId", "regionId", "behovsmeldingId", parties, "uhPercent", "agreedOn", "registeredById", "registeredAt")
    VALUES (${id}, ${roundId}, ${agreed.regionId}, ${agreed.behovsmeldingId}, ${agreed.parties}, ${agreed.uhPercent}, ${agreed.agreedOn.toISOString().slice(0, 10)}::date, ${by.userId}, ${by.now})`;
  return id;
}
