import { UNWRITTEN, type InnstillingDraft, type SavedDraft } from '#lib/domain/innstilling/write';
import type { Tx } from '#lib/db/client';
import { findInnstilling } from './innstilling';
import { lockRound, shareRound, type RoundRow } from '#lib/db/round/round';
import { savedLately } from '#lib/db/behovsmelding/state';

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
  const isBegun = (await tx.innstilling.count({ where: { roundId: id, state: 'draft' } })) > 0;
  const round = await (isBegun ? shareRound(tx, id) : lockRound(tx, id));
  if (round === null) return null;
  await tx.$queryRaw`SELECT id FROM "Innstilling" WHERE "roundId" = ${id} AND state = 'draft' FOR UPDATE`;
  const found = await findInnstilling(tx, id);
  const needs = await tx.behovsmelding.findMany({ where: { roundId: id, state: 'submitted' }, select: { id: true } });
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
  const { id } =
    begun === null
      ? await tx.innstilling.create({ data: { roundId, ...head }, select: { id: true } })
      : await tx.innstilling.update({
          where: { id: begun },
          data: { ...head, revision: { increment: 1 } },
          select: { id: true },
        });
  if (lines.length === 0) return;
  await tx.innstillingLine.deleteMany({
    where: { innstillingId: id, behovsmeldingId: { in: lines.map(({ needId }) => needId) } },
  });
  await tx.innstillingLine.createMany({
    data: lines.map(({ needId, ...line }) => ({ innstillingId: id, behovsmeldingId: needId, ...line })),
  });
}
