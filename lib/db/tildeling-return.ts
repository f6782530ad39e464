import type { Tx } from './client';

/** Sends proposed tildelinger back to be worked on, and its round with it. */
export async function saveReturn(tx: Tx, ids: readonly string[], roundId: string, comment: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Tildeling" SET state = 'draft', "proposedById" = NULL, "proposedAt" = NULL, "returnComment" = ${comment}, version = version + 1 WHERE id = ANY(${[...ids]})`;
  await tx.$executeRaw`UPDATE "Round" SET state = 'recommended', version = version + 1 WHERE id = ${roundId} AND state = 'proposed'`;
}
