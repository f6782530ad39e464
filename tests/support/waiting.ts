import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { db } from '#lib/db/client';

/** Comes back when so many of this database's connections wait for a lock that another holds. */
export async function waitingForLock(many = 1): Promise<void> {
  for (let tries = 0; tries < 250; tries += 1) {
    const { rows } = await sql<{
      count: number;
    }>`SELECT count(*) AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(
      db(),
    );
    if ((rows[0]?.count ?? 0) >= many) return;
    await pause(20);
  }
  throw new Error('Nobody waits for a lock.');
}
