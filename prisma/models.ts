import { PrismaPg } from '@prisma/adapter-pg';
import { z } from 'zod';
import { PrismaClient } from './generated/client';

let connected: { url: string; client: PrismaClient } | undefined;

/** The tables as Prisma's models, by which seeds and tests fill a database; the portal itself asks by lib/db. Connected at first use. */
export function models(): PrismaClient {
  const url = z.url().parse(process.env.DATABASE_URL);
  if (connected?.url !== url)
    connected = { url, client: new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) }) };
  return connected.client;
}
