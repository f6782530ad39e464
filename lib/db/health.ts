import { sql } from 'kysely';
import type { Tx } from './client';

/** Whether the database answers. */
export async function answers(tx: Tx): Promise<boolean> {
  try {
    await tx.selectNoFrom(sql`1`.as('one')).execute();
    return true;
  } catch {
    return false;
  }
}
