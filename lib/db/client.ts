import type { Kysely, QueryCreator, Transaction } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { builder } from './builder';
import { constraintOf } from './constraints';
import type { Tables } from './tables';

const Environment = z.object({
  DATABASE_URL: z.url(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
});

/** How long a statement waits for another's lock, how long it runs, and how long a transaction lasts: each ends before the next. */
const LOCK_MS = 10_000;
const STATEMENT_MS = 20_000;
const TRANSACTION_MS = 30_000;
/** How long one waits for a connection when all are taken. */
const CONNECTION_MS = 15_000;
/** How long one that nobody needs is kept, with all it has prepared: whoever comes after a quiet while need not wait for that again. */
const IDLE_MS = 10 * 60_000;

// One per process: Next loads this file once for pages and once for actions, and the development server again at each change.
const kept = globalThis as typeof globalThis & { portalDb?: Kysely<Tables> };

function connect(): Kysely<Tables> {
  const { DATABASE_URL, DATABASE_POOL } = Environment.parse(process.env);
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    max: DATABASE_POOL,
    connectionTimeoutMillis: CONNECTION_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    lock_timeout: LOCK_MS,
    statement_timeout: STATEMENT_MS,
    // Compiling a statement takes longer than any of ours runs.
    options: '-c jit=off',
  });
  // A connection that is lost is replaced when next needed, and what it did fails by itself; unheard, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return builder(pool);
}

/** The database, connected at first use. */
export const db = (): Kysely<Tables> => (kept.portalDb ??= connect());

/** What both the database and an open transaction can do. */
export type Tx = QueryCreator<Tables>;

const RETRIED = new Set(['40001', '40P01']);

/**
 * Runs `work` in one transaction, again (three times at most) when PostgreSQL asks for it; rolls all back on a throw,
 * and when it lasts too long.
 */
export async function transaction<T>(
  work: (tx: Transaction<Tables>) => Promise<T>,
  tries = 3,
  longest = TRANSACTION_MS,
): Promise<T> {
  try {
    return await db()
      .transaction()
      .execute((tx) => within(longest, work(tx)));
  } catch (error) {
    if (tries > 1 && RETRIED.has(constraintOf(error)?.sqlState ?? ''))
      return await transaction(work, tries - 1, longest);
    throw error;
  }
}

function within<T>(longest: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('A transaction lasted too long.')), longest);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
