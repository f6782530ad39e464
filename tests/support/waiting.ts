import { setTimeout as pause } from 'node:timers/promises';
import { db } from '#lib/db/client';

/** Comes back when so many of this database's connections wait for a lock that another holds. */
export async function waitingForLock(many = 1): Promise<void> {
  for (let tries = 0; tries < 250; tries += 1) {
    const [row] = await db().$queryRaw<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if ((row?.count ?? 0) >= many) return;
    await pause(20);
  }
  throw new Error('Nobody waits for a lock.');
}
