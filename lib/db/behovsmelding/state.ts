import { sql, type Tx } from '#lib/db/client';
import type { BehovsmeldingChoices } from '#lib/domain/behovsmelding/behovsmelding';
import type { NotSent } from '#lib/domain/behovsmelding/sending';
import { osloDay } from '#lib/domain/round/time';
import { type BehovsmeldingState, type OrganisationKind, OWNER_KINDS } from '#lib/domain/states';
import { titleAsSent } from './as-sent';
import { answerReturnComments } from './comment';
import { isUndated, lastDayToSend } from './last-day';
import { pruneCells } from './rows';

/** Marks a need as sent, under which delegation, to all whom it names. What owners said of an earlier sending is of that one. */
export async function markSubmitted(
  tx: Tx,
  id: string,
  delegationId: string | null,
  by: string,
  now: Date,
): Promise<void> {
  await pruneCells(tx, id);
  await tx.$executeRaw`UPDATE "Behovsmelding" SET state = 'submitted', "submittedById" = ${by}, "submittedAt" = ${now}, "updatedAt" = ${now}, "returnComment" = '', "returnedUntil" = NULL, "readyAt" = NULL, "readyById" = NULL, "declineComment" = '', version = version + 1,
    "delegationId" = ${delegationId}, "ownerConfirmedAt" = NULL, "ownerConfirmedById" = NULL, "ownerObjection" = '', "ownerObjectedAt" = NULL, "ownerObjectedById" = NULL WHERE id = ${id}`;
  await tx.$executeRaw`UPDATE "BehovsmeldingParty" SET "confirmedAt" = NULL, "confirmedById" = NULL, objection = '', "objectedAt" = NULL, "objectedById" = NULL WHERE "behovsmeldingId" = ${id}`;
  await answerReturnComments(tx, id, by, now);
  await tx.$executeRaw`UPDATE "BehovsmeldingUh" SET "sharedAt" = ${now}, "sharedById" = ${by} WHERE "behovsmeldingId" = ${id} AND "sharedAt" IS NULL`;
}

/** Moves a need to another state, with the comment its owner reads. Nobody is asked to approve it any more. */
export async function moveBehovsmelding(
  tx: Tx,
  id: string,
  state: BehovsmeldingState,
  now: Date,
  returnComment = '',
  returnedUntil: Date | null = null,
): Promise<void> {
  await tx.$executeRaw`UPDATE "Behovsmelding" SET state = ${state}, "returnComment" = ${returnComment}, "returnedUntil" = ${returnedUntil}::date, "readyAt" = NULL, "readyById" = NULL, "updatedAt" = ${now}, version = version + 1 WHERE id = ${id}`;
}

/** Makes a need a draft again, as if it had not been sent. */
export async function markReopened(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.$executeRaw`UPDATE "Behovsmelding" SET state = 'draft', "submittedById" = NULL, "submittedAt" = NULL, "updatedAt" = ${now}, version = version + 1 WHERE id = ${id}`;
}

/** Takes an undecided tildeling of a withdrawn need out of force, so that its money is free again. */
export async function releaseTildeling(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Tildeling" SET "inForce" = false, version = version + 1 WHERE "behovsmeldingId" = ${id} AND "inForce" AND state IN ('draft', 'proposed')`;
}

/** The organisations of these kinds, by name: whom a need may name as partner. */
export async function findPartners(
  tx: Tx,
  kinds: readonly OrganisationKind[],
): Promise<{ id: string; name: string }[]> {
  return tx.organisation.findMany({
    where: { kind: { in: [...kinds] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

/** What the need may choose among: the other owners of its county, the themes that hold when its round is, and the owner's tiltak with money in that year or later. */
export async function findChoices(
  tx: Tx,
  { countyId, ownerId, year, themes: named }: { countyId: string; ownerId: string; year: number; themes: string[] },
): Promise<BehovsmeldingChoices> {
  const owners = await tx.$queryRaw<BehovsmeldingChoices['owners']>`
    SELECT o.id, o.name, EXISTS (SELECT 1 FROM "RegionMembership" m JOIN "RegionMembership" w ON w."regionId" = m."regionId" WHERE m."organisationId" = o.id AND w."organisationId" = ${ownerId} AND m."to" IS NULL AND w."to" IS NULL) AS near
    FROM "Organisation" o WHERE o."countyId" = ${countyId} AND o.id <> ${ownerId} AND o.kind = ANY(${[...OWNER_KINDS]}::text[]) ORDER BY o.name COLLATE "nb-NO-x-icu", o.id`;
  const themes = await tx.theme.findMany({
    where: {
      countyId,
      OR: [
        { id: { in: named } },
        {
          from: { lt: new Date(Date.UTC(year + 1, 0, 1)) },
          OR: [{ to: null }, { to: { gt: new Date(Date.UTC(year, 0, 1)) } }],
        },
      ],
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  const tiltak = await tx.$queryRaw<BehovsmeldingChoices['tiltak']>`
    SELECT t.id, t.reference, t.title, json_agg(json_build_object('year', y."budgetYear", 'amount', y.amount) ORDER BY y."budgetYear") AS granted
    FROM "Tiltak" t JOIN LATERAL (
      SELECT l."budgetYear", sum(l.amount)::bigint AS amount FROM "Tildeling" g JOIN "TildelingLine" l ON l."tildelingId" = g.id
      WHERE g."tiltakId" = t.id AND g."inForce" AND g.state IN ('approved', 'sent') GROUP BY l."budgetYear"
    ) y ON true
    WHERE t."leadId" = ${ownerId} GROUP BY t.id HAVING max(y."budgetYear") >= ${year} ORDER BY t.reference`;
  return { owners, themes, tiltak };
}

/** Marks a need as ready for the owner's leader; its text and version stay as they are. */
export async function markReady(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await tx.behovsmelding.update({ where: { id }, data: { readyAt: now, readyById: by, declineComment: '' } });
}

/** Takes the mark off again, with what the leader wants changed first. */
export async function markDeclined(tx: Tx, id: string, declineComment: string): Promise<void> {
  await tx.behovsmelding.update({ where: { id }, data: { readyAt: null, readyById: null, declineComment } });
}

/** What a round may still get after it is closed, by owner: needs given back, as they were sent, and owners let in late who have sent nothing since. What is a draft stays its owner's. */
export const findNotSent = (tx: Tx, roundId: string, now: Date): Promise<NotSent[]> => tx.$queryRaw`
  SELECT * FROM (
    SELECT n.id AS "needId", ${titleAsSent(sql`n`)} AS title, o.name AS "ownerName", ${lastDayToSend(sql`n`)} AS "lastDay", ${isUndated(sql`n`)} AS undated
    FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId" JOIN "Organisation" o ON o.id = n."ownerId" WHERE r.id = ${roundId} AND n.state = 'returned'
    UNION ALL SELECT NULL, NULL, o.name, x.until, false FROM "LateSending" x JOIN "Organisation" o ON o.id = x."organisationId"
      WHERE x."roundId" = ${roundId} AND NOT EXISTS (SELECT 1 FROM "Behovsmelding" n WHERE n."roundId" = x."roundId" AND n."ownerId" = x."organisationId" AND n.state = 'submitted' AND n."submittedAt" >= x."openedAt")) l
  WHERE l.undated OR l."lastDay" >= ${osloDay(now)}::date ORDER BY l."lastDay", l."ownerName", l."needId"`;

/** Whether this person's saving of this record is in the log from the last quarter of an hour: one entry is enough. */
export async function savedLately(
  tx: Tx,
  saving: { subjectType: string; subjectId: string; action: string },
  by: string,
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - 15 * 60_000);
  return (
    (await tx.auditEntry.findFirst({ where: { ...saving, actorId: by, at: { gt: since } }, select: { id: true } })) !==
    null
  );
}
