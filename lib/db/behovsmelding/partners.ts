import type { SubPartner } from '#lib/domain/behovsmelding/behovsmelding';
import { sql, type Sql, type Tx } from '#lib/db/client';

const list = (columns: Sql, from: Sql): Sql => sql`(SELECT coalesce(json_agg(${columns}), '[]'::json) FROM ${from})`;

/** Whether UH `u` sees need `n`: a draft when it has been shared with it, also one that is completed, and what has been sent. */
export const isShared = sql`(u."sharedAt" IS NOT NULL OR n.state <> 'draft' AND n."asSentId" IS NULL)`;
/** The other owners in whose name need `n` was sent: those of a draft until then, and of what was sent while it is completed. */
export const partiesAsSent = sql`(CASE WHEN n."asSentId" IS NULL THEN ARRAY(SELECT b."organisationId" FROM "BehovsmeldingParty" b WHERE b."behovsmeldingId" = n.id)
  ELSE ARRAY(SELECT p ->> 'organisationId' FROM "BehovsmeldingAsSent" k, jsonb_array_elements(k.rows -> 'parties') p WHERE k.id = n."asSentId") END)`;

const SUB_PARTNERS = list(
  sql`json_build_object('id', s.id, 'name', s.name, 'country', s.country, 'what', s.what) ORDER BY s."addedAt", s.id`,
  sql`"BehovsmeldingSubPartner" s WHERE s."behovsmeldingId" = u."behovsmeldingId" AND s."throughId" = u."organisationId"`,
);

/** The UH that need `n` names, by name, each with its answer, its part and who takes part through it. */
export const uhOf = list(
  sql`json_build_object('organisationId', u."organisationId", 'name', p.name, 'kind', p.kind,
    'contact', u.contact, 'contactRole', u."contactRole", 'contactEmail', u."contactEmail", 'contactPhone', u."contactPhone",
    'sharedAt', u."sharedAt", 'confirmedAt', u."confirmedAt", 'declinedAt', u."declinedAt", 'declineReason', u."declineReason",
    'plan', u.plan, 'filledAt', u."filledAt", 'filledByName', f.name, 'subPartners', ${SUB_PARTNERS}) ORDER BY p.name, p.id`,
  sql`"BehovsmeldingUh" u JOIN "Organisation" p ON p.id = u."organisationId" LEFT JOIN "User" f ON f.id = u."filledById" WHERE u."behovsmeldingId" = n.id`,
);

/** The other owners on whose behalf need `n` is, by name, each with its answer. */
export const partiesOf = list(
  sql`json_build_object('organisationId', p.id, 'name', p.name, 'confirmedAt', b."confirmedAt", 'confirmedByName', c.name, 'objection', b.objection) ORDER BY p.name, p.id`,
  sql`"BehovsmeldingParty" b JOIN "Organisation" p ON p.id = b."organisationId" LEFT JOIN "User" c ON c.id = b."confirmedById" WHERE b."behovsmeldingId" = n.id`,
);

export interface Contact {
  contact: string;
  contactRole: string;
  contactEmail: string;
  contactPhone: string;
}
const partner = (behovsmeldingId: string, organisationIds: readonly string[]) => ({
  behovsmeldingId,
  organisationId: { in: [...organisationIds] },
});

/** Lets a UH read the draft. */
export async function sharePartner(tx: Tx, id: string, organisationId: string, by: string, now: Date): Promise<void> {
  await tx.behovsmeldingUh.updateMany({
    where: partner(id, [organisationId]),
    data: { sharedAt: now, sharedById: by },
  });
}

/** Records that the UH knows the need and takes part, and whom to talk to there. */
export async function confirmPartner(
  tx: Tx,
  id: string,
  organisationIds: readonly string[],
  contact: Contact,
  by: string,
  now: Date,
): Promise<void> {
  await tx.behovsmeldingUh.updateMany({
    where: partner(id, organisationIds),
    data: { ...contact, confirmedAt: now, confirmedById: by, declinedAt: null, declinedById: null, declineReason: '' },
  });
}

/** Records that the UH does not take part, and why. */
export async function declinePartner(
  tx: Tx,
  id: string,
  organisationIds: readonly string[],
  reason: string,
  by: string,
  now: Date,
): Promise<void> {
  await tx.behovsmeldingUh.updateMany({
    where: partner(id, organisationIds),
    data: { declinedAt: now, declinedById: by, declineReason: reason, confirmedAt: null, confirmedById: null },
  });
}

/** Writes a UH's own part: what it will do, and its cells of the budget. */
export async function storeUhPart(
  tx: Tx,
  id: string,
  organisationId: string,
  part: { plan: string; cells: readonly { budgetYear: number; amount: number | null }[] },
  by: string,
  now: Date,
): Promise<void> {
  await tx.behovsmeldingUh.updateMany({
    where: partner(id, [organisationId]),
    data: { plan: part.plan, filledAt: now, filledById: by },
  });
  for (const { budgetYear, amount } of part.cells) {
    const cell = { behovsmeldingId: id, side: 'uh', receiverId: organisationId, budgetYear };
    await tx.behovsmeldingLine.upsert({
      where: { behovsmeldingId_side_receiverId_budgetYear: cell },
      create: { ...cell, amount },
      update: { amount },
    });
  }
  await touch(tx, id, now);
}

/** Takes a partner out with all that is its own; its cells of the budget go with it. */
export async function removePartner(tx: Tx, id: string, organisationId: string, now: Date): Promise<void> {
  await tx.behovsmeldingSubPartner.deleteMany({ where: { behovsmeldingId: id, throughId: organisationId } });
  await tx.behovsmeldingLine.deleteMany({ where: { behovsmeldingId: id, side: 'uh', receiverId: organisationId } });
  // Laid bare first: the database lets no partner go that has anything of its own.
  await tx.$executeRaw`UPDATE "BehovsmeldingUh" SET "sharedAt" = NULL, "sharedById" = NULL, "confirmedAt" = NULL, "confirmedById" = NULL, "declinedAt" = NULL, "declinedById" = NULL, "declineReason" = '', plan = '', "filledAt" = NULL, "filledById" = NULL
    WHERE "behovsmeldingId" = ${id} AND "organisationId" = ${organisationId}`;
  await tx.behovsmeldingUh.deleteMany({ where: partner(id, [organisationId]) });
  await touch(tx, id, now);
}

const touch = (tx: Tx, id: string, now: Date) =>
  tx.$executeRaw`UPDATE "Behovsmelding" SET "updatedAt" = ${now}, version = version + 1 WHERE id = ${id}`;

/** Adds somebody who takes part through a UH. */
export async function addSubPartner(
  tx: Tx,
  id: string,
  throughId: string,
  { name, country, what }: Omit<SubPartner, 'id'>,
  by: string,
  now: Date,
): Promise<void> {
  await tx.behovsmeldingSubPartner.create({
    data: { behovsmeldingId: id, throughId, name, country, what, addedById: by, addedAt: now },
  });
  await touch(tx, id, now);
}

/** Takes somebody who takes part through a UH away again. */
export async function removeSubPartner(tx: Tx, id: string, subPartnerId: string, now: Date): Promise<void> {
  await tx.behovsmeldingSubPartner.deleteMany({ where: { id: subPartnerId, behovsmeldingId: id } });
  await touch(tx, id, now);
}

/** An owner stands behind what was sent for it: its own need, or as a party. */
export async function confirmForOwners(
  tx: Tx,
  id: string,
  waiting: { own: boolean; parties: readonly string[] },
  by: string,
  now: Date,
): Promise<void> {
  if (waiting.own)
    await tx.behovsmelding.update({
      where: { id },
      data: {
        ownerConfirmedAt: now,
        ownerConfirmedById: by,
        ownerObjection: '',
        ownerObjectedAt: null,
        ownerObjectedById: null,
      },
    });
  await tx.behovsmeldingParty.updateMany({
    where: partner(id, waiting.parties),
    data: { confirmedAt: now, confirmedById: by, objection: '', objectedAt: null, objectedById: null },
  });
}

/** An owner asks for what was sent for it to be put right. It stays sent. */
export async function objectForOwners(
  tx: Tx,
  id: string,
  waiting: { own: boolean; parties: readonly string[] },
  objection: string,
  by: string,
  now: Date,
): Promise<void> {
  if (waiting.own)
    await tx.behovsmelding.update({
      where: { id },
      data: { ownerObjection: objection, ownerObjectedAt: now, ownerObjectedById: by },
    });
  await tx.behovsmeldingParty.updateMany({
    where: partner(id, waiting.parties),
    data: { objection, objectedAt: now, objectedById: by },
  });
}
