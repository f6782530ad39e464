import type { Tx } from './client';

/** Marks a need as ready for the owner's leader; its text and version stay as they are. */
export async function markReady(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await tx.behovsmelding.update({ where: { id }, data: { readyAt: now, readyById: by, declineComment: '' } });
}

/** Takes the mark off again, with what the leader wants changed first. */
export async function markDeclined(tx: Tx, id: string, declineComment: string): Promise<void> {
  await tx.behovsmelding.update({ where: { id }, data: { readyAt: null, readyById: null, declineComment } });
}
