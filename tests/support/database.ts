import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of one's own, cloned from the migrated template. `DATABASE_URL` points to it from now on. */
export async function testDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { server, template } = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await ask(server, `create database ${name} template ${template}`);
  const url = server.replace(/\/postgres$/, `/${name}`);
  process.env.DATABASE_URL = url;
  return { url, drop: () => ask(server, `drop database if exists ${name} with (force)`).then(() => undefined) };
}

/** An empty database, with nothing migrated, for tests of migrating itself. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { server } = inject('postgres');
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await ask(server, `create database ${name}`);
  return {
    url: server.replace(/\/postgres$/, `/${name}`),
    drop: () => ask(server, `drop database if exists ${name} with (force)`).then(() => undefined),
  };
}

/** Plain SQL past Prisma and past the portal, to see what the database itself refuses. */
async function ask(url: string, statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement, values);
    return rows;
  } finally {
    await client.end();
  }
}
