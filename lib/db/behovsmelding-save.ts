import type { NeedChoices } from '#lib/domain/behovsmelding';
import { OWNER_KINDS, type NeedState, type OrganisationKind } from '#lib/domain/states';
import { pruneCells } from './behovsmelding-rows';
import type { Tx } from './client';
import { answerReturnComments } from './comment';

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
export async function moveNeed(
  tx: Tx,
  id: string,
  state: NeedState,
  now: Date,
  returnComment = '',
  returnedUntil: Date | null = null,
): Promise<void> {
  await tx.$executeRaw`UPDATE "Behovsmelding" SET state = ${state}, "returnComment" = ${returnComment}, "returnedUntil" = ${returnedUntil}::date, "readyAt" = NULL, "readyById" = NULL, "updatedAt" = ${now}, version = version + 1 WHERE id = ${id}`;
}

/** Makes a need a draft again, as if it had not been sent. */
export async function reopenNeed(tx: Tx, id: string, now: Date): Promise<void> {
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
): Promise<NeedChoices> {
  const owners = await tx.$queryRaw<NeedChoices['owners']>`
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
  const tiltak = await tx.$queryRaw<NeedChoices['tiltak']>`
    SELECT t.id, t.reference, t.title, json_agg(json_build_object('year', y."budgetYear", 'amount', y.amount) ORDER BY y."budgetYear") AS granted
    FROM "Tiltak" t JOIN LATERAL (
      SELECT l."budgetYear", sum(l.amount)::bigint AS amount FROM "Tildeling" g JOIN "TildelingLine" l ON l."tildelingId" = g.id
      WHERE g."tiltakId" = t.id AND g."inForce" AND g.state IN ('approved', 'sent') GROUP BY l."budgetYear"
    ) y ON true
    WHERE t."leadId" = ${ownerId} GROUP BY t.id HAVING max(y."budgetYear") >= ${year} ORDER BY t.reference`;
  return { owners, themes, tiltak };
}
