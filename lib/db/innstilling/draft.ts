import { UNWRITTEN, type InnstillingDraft, type SavedDraft } from '#lib/domain/innstilling/write';
import type { Tx } from '#lib/db/client';
import { findInnstilling, insertLines } from './innstilling';
import { any, newId } from '#lib/db/values';
import { lockRound, shareRound, type RoundRow } from '#lib/db/round/round';
import { savedLately } from '#lib/db/log';

export interface ForumDraft extends RoundRow {
  innstillingId: string | null;
  revision: number;
  draft: InnstillingDraft;
  needIds: readonly string[];
  logged: boolean;
}

/**
 * Holds a round's draft for one who saves in it: the round as it is, or locked while there is no draft yet, so that two do not
 * begin it at once; then the draft. `logged` when this person's saving is in the log of the last quarter of an hour.
 */
export async function lockForumDraft(tx: Tx, id: string, by: string, now: Date): Promise<ForumDraft | null> {
  const begun = await tx
    .selectFrom('Innstilling')
    .where('roundId', '=', id)
    .where('state', '=', 'draft')
    .select('id')
    .executeTakeFirst();
  const round = await (begun === undefined ? lockRound(tx, id) : shareRound(tx, id));
  if (round === null) return null;
  await tx
    .selectFrom('Innstilling')
    .where('roundId', '=', id)
    .where('state', '=', 'draft')
    .select('id')
    .forUpdate()
    .execute();
  const found = await findInnstilling(tx, id);
  const needs = await tx
    .selectFrom('Behovsmelding')
    .where('roundId', '=', id)
    .where('state', '=', 'submitted')
    .select('id')
    .execute();
  return {
    ...round,
    innstillingId: found?.id ?? null,
    revision: found?.revision ?? 0,
    draft: found ?? UNWRITTEN,
    needIds: needs.map((need) => need.id),
    logged: await savedLately(tx, { subjectType: 'round', subjectId: id, action: 'innstilling.save' }, by, now),
  };
}

/** Writes the fields that were changed, and the lines they are in, and counts the draft one revision up. */
export async function saveDraft(
  tx: Tx,
  { id: roundId, innstillingId: begun }: ForumDraft,
  { meetingOn, decisionForm, note, lines, fields }: SavedDraft,
): Promise<void> {
  if (fields.length === 0) return;
  const head = { meetingOn, decisionForm, note };
  const id = begun ?? newId();
  await (begun === null
    ? tx
        .insertInto('Innstilling')
        .values({ id, roundId, ...head })
        .execute()
    : tx
        .updateTable('Innstilling')
        .set((eb) => ({ ...head, revision: eb('revision', '+', 1) }))
        .where('id', '=', id)
        .execute());
  if (lines.length === 0) return;
  await tx
    .deleteFrom('InnstillingLine')
    .where('innstillingId', '=', id)
    .where('behovsmeldingId', '=', any(lines.map(({ needId }) => needId)))
    .execute();
  await insertLines(tx, id, lines);
}
