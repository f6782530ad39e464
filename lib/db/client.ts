import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { z } from 'zod';
import { Prisma, PrismaClient } from './generated/client';
import { constraintOf } from './constraints';
import { nameOf } from './builder';
import { type Both, withRaw } from './raw';

const Environment = z.object({
  DATABASE_URL: z.url(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
});

/** How long a statement waits for another's lock, how long it runs, and how long a transaction lasts: each ends before the next. */
const LOCK_MS = 10_000;
const STATEMENT_MS = 20_000;
const TRANSACTION_MS = 30_000;

type Beginning = AsyncLocalStorage<{ connection?: pg.PoolClient }>;

// One of each per process: Next loads this file once for pages and once for actions, and the development server again at each change.
const kept = globalThis as typeof globalThis & { portalDb?: Both<PrismaClient>; portalBeginning?: Beginning };

/** The connection that a transaction about to begin takes from the pool. */
const beginning: Beginning = (kept.portalBeginning ??= new AsyncLocalStorage());

class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | undefined {
    if (callback !== undefined) {
      super.connect(callback);
      return undefined;
    }
    const taker = beginning.getStore();
    return super.connect().then((connection) => {
      if (taker !== undefined) taker.connection ??= connection;
      return connection;
    });
  }
}

function connect(): Both<PrismaClient> {
  const { DATABASE_URL, DATABASE_POOL } = Environment.parse(process.env);
  const pool = new Pool({
    connectionString: DATABASE_URL,
    max: DATABASE_POOL,
    lock_timeout: LOCK_MS,
    statement_timeout: STATEMENT_MS,
    // Compiling a statement takes longer than any of ours runs.
    options: '-c jit=off',
  });
  // A connection lost while it rests is replaced when next needed; unheard, it would end the process.
  pool.on('error', () => undefined);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql: text }) => nameOf(text) }),
  });
  return withRaw(prisma, () => pool, { $disconnect: () => prisma.$disconnect().then(() => pool.end()) });
}

/** The database, connected at first use. */
export const db = (): Both<PrismaClient> => (kept.portalDb ??= connect());

/** What both the database and an open transaction can do. */
export type Tx = Both<Prisma.TransactionClient>;

const RETRIED = new Set(['40001', '40P01']);

/** Runs `work` in one transaction, again (three times at most) when PostgreSQL asks for it; rolls all back on a throw. */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, tries = 3, longest = TRANSACTION_MS): Promise<T> {
  const taker: { connection?: pg.PoolClient } = {};
  let over = false;
  const begun = (tx: Prisma.TransactionClient): Promise<T> => {
    // Prisma's timer rolls back while work still runs. What work then sent past Prisma would stand alone, or in the transaction of the next: so it ends before that.
    const last = performance.now() + longest * 0.9;
    return work(
      withRaw(tx, () => {
        if (taker.connection === undefined) throw new Error('A transaction began without a connection.');
        if (over || performance.now() > last) throw new Error('A statement came after its transaction was over.');
        return taker.connection;
      }),
    );
  };
  try {
    return await beginning.run(taker, () => db().$transaction(begun, { maxWait: 15_000, timeout: longest }));
  } catch (error) {
    if (tries > 1 && RETRIED.has(constraintOf(error)?.sqlState ?? ''))
      return await transaction(work, tries - 1, longest);
    throw error;
  } finally {
    over = true;
  }
}

/** A piece of SQL with its values apart. */
export const sql = Prisma.sql;
export const join = Prisma.join;
export const empty = Prisma.empty;
export type Sql = Prisma.Sql;
