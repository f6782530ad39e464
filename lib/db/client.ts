import { PrismaPg } from '@prisma/adapter-pg';
import { z } from 'zod';
import { Prisma, PrismaClient } from './generated/client';
import { constraintOf } from './constraints';

const Environment = z.object({ DATABASE_URL: z.url(), DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10) });

function connect(): PrismaClient {
  const { DATABASE_URL, DATABASE_POOL } = Environment.parse(process.env);
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: DATABASE_URL, max: DATABASE_POOL }) });
}

// One client per process, also when the development server reloads this file.
const kept = globalThis as typeof globalThis & { portalDb?: PrismaClient };

/** The database, connected at first use. */
export const db = (): PrismaClient => (kept.portalDb ??= connect());

/** What both the database and an open transaction can do. */
export type Tx = Prisma.TransactionClient;

const RETRIED = new Set(['40001', '40P01']);

/** Runs `work` in one transaction, again (three times at most) when PostgreSQL asks for it; rolls all back on a throw. */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, tries = 3): Promise<T> {
  try {
    return await db().$transaction(work, { maxWait: 15_000, timeout: 30_000 });
  } catch (error) {
    if (tries > 1 && RETRIED.has(constraintOf(error)?.sqlState ?? '')) return transaction(work, tries - 1);
    throw error;
  }
}

/** A piece of SQL with its values apart. */
export const sql = Prisma.sql;
export const join = Prisma.join;
export const empty = Prisma.empty;
export type Sql = Prisma.Sql;
