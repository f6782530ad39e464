import type { Tx } from './client';

/** Whether the database answers. */
export async function answers(tx: Tx): Promise<boolean> {
  try {
    await tx.$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}
