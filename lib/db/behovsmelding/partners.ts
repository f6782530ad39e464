import type { Tx } from '#lib/db/client';
import { any, newId } from '#lib/db/values';
import type { SubPartner } from '#lib/domain/behovsmelding/behovsmelding';
import { changeBehovsmelding, saveCells } from './rows';

export interface Contact {
  contact: string;
  contactRole: string;
  contactEmail: string;
  contactPhone: string;
}

const partners = (tx: Tx, id: string, organisationIds: readonly string[]) =>
  tx
    .updateTable('BehovsmeldingUh')
    .where('behovsmeldingId', '=', id)
    .where('organisationId', '=', any(organisationIds));

/** Lets a UH read the draft. */
export async function sharePartner(tx: Tx, id: string, organisationId: string, by: string, now: Date): Promise<void> {
  await partners(tx, id, [organisationId]).set({ sharedAt: now, sharedById: by }).execute();
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
  await partners(tx, id, organisationIds)
    .set({ ...contact, confirmedAt: now, confirmedById: by, declinedAt: null, declinedById: null, declineReason: '' })
    .execute();
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
  await partners(tx, id, organisationIds)
    .set({ declinedAt: now, declinedById: by, declineReason: reason, confirmedAt: null, confirmedById: null })
    .execute();
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
  await partners(tx, id, [organisationId]).set({ plan: part.plan, filledAt: now, filledById: by }).execute();
  await saveCells(
    tx,
    id,
    part.cells.map(({ budgetYear, amount }) => ({ side: 'uh', receiverId: organisationId, budgetYear, amount })),
  );
  await changeBehovsmelding(tx, id, now).execute();
}

/** Takes a partner out with all that is its own; its cells of the budget go with it. */
export async function removePartner(tx: Tx, id: string, organisationId: string, now: Date): Promise<void> {
  await tx
    .deleteFrom('BehovsmeldingSubPartner')
    .where('behovsmeldingId', '=', id)
    .where('throughId', '=', organisationId)
    .execute();
  await tx
    .deleteFrom('BehovsmeldingLine')
    .where('behovsmeldingId', '=', id)
    .where('side', '=', 'uh')
    .where('receiverId', '=', organisationId)
    .execute();
  // Laid bare first: the database lets no partner go that has anything of its own.
  await partners(tx, id, [organisationId])
    .set({ sharedAt: null, sharedById: null, confirmedAt: null, confirmedById: null, declinedAt: null })
    .set({ declinedById: null, declineReason: '', plan: '', filledAt: null, filledById: null })
    .execute();
  await tx
    .deleteFrom('BehovsmeldingUh')
    .where('behovsmeldingId', '=', id)
    .where('organisationId', '=', organisationId)
    .execute();
  await changeBehovsmelding(tx, id, now).execute();
}

/** Adds somebody who takes part through a UH. */
export async function addSubPartner(
  tx: Tx,
  id: string,
  throughId: string,
  { name, country, what }: Omit<SubPartner, 'id'>,
  by: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('BehovsmeldingSubPartner')
    .values({ id: newId(), behovsmeldingId: id, throughId, name, country, what, addedById: by, addedAt: now })
    .execute();
  await changeBehovsmelding(tx, id, now).execute();
}

/** Takes somebody who takes part through a UH away again. */
export async function removeSubPartner(tx: Tx, id: string, subPartnerId: string, now: Date): Promise<void> {
  await tx
    .deleteFrom('BehovsmeldingSubPartner')
    .where('id', '=', subPartnerId)
    .where('behovsmeldingId', '=', id)
    .execute();
  await changeBehovsmelding(tx, id, now).execute();
}

const parties = (tx: Tx, id: string, organisationIds: readonly string[]) =>
  tx
    .updateTable('BehovsmeldingParty')
    .where('behovsmeldingId', '=', id)
    .where('organisationId', '=', any(organisationIds));

/** An owner stands behind what was sent for it: its own need, or as a party. */
export async function confirmForOwners(
  tx: Tx,
  id: string,
  waiting: { own: boolean; parties: readonly string[] },
  by: string,
  now: Date,
): Promise<void> {
  if (waiting.own)
    await tx
      .updateTable('Behovsmelding')
      .set({ ownerConfirmedAt: now, ownerConfirmedById: by })
      .set({ ownerObjection: '', ownerObjectedAt: null, ownerObjectedById: null })
      .where('id', '=', id)
      .execute();
  await parties(tx, id, waiting.parties)
    .set({ confirmedAt: now, confirmedById: by, objection: '', objectedAt: null, objectedById: null })
    .execute();
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
    await tx
      .updateTable('Behovsmelding')
      .set({ ownerObjection: objection, ownerObjectedAt: now, ownerObjectedById: by })
      .where('id', '=', id)
      .execute();
  await parties(tx, id, waiting.parties).set({ objection, objectedAt: now, objectedById: by }).execute();
}
