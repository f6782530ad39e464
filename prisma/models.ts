import { PrismaPg } from '@prisma/adapter-pg';
import { z } from 'zod';
import { parseDay, type Day } from '#lib/domain/day';
import { PrismaClient } from './generated/client';

let connected: { url: string; client: PrismaClient } | undefined;

/** The tables as Prisma's models, by which seeds and tests fill a database; the portal itself asks by lib/db. Connected at first use. */
export function models(): PrismaClient {
  const url = z.url().parse(process.env.DATABASE_URL);
  if (connected?.url !== url)
    connected = { url, client: new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) }) };
  return connected.client;
}

/** A day, YYYY-MM-DD, as Prisma's models take it: midnight in UTC. */
export function asColumn(text: string): Date {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`${text} is no day.`);
  return new Date(day);
}

/** The day of such a column. */
export function fromColumn(column: Date | string): Day {
  const day = parseDay(new Date(column).toISOString().slice(0, 10));
  if (day === null) throw new RangeError('A column of days without one.');
  return day;
}
