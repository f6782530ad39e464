import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '#tests/support/database';
import { withSchemaEngine } from '../../prisma/engine';
import { migrate } from '../../prisma/migrate';

const LANDED = join(import.meta.dirname, '../../prisma/migrations');
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let client: pg.Client;
let folder: string;

beforeEach(async () => {
  database = await emptyDatabase();
  client = new pg.Client(database.url);
  await client.connect();
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  write('1_first', 'create table first (id int);');
});
afterEach(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

/** What Prisma's own engine does when it is told to migrate to these. */
const withPrisma = (migrations: string): Promise<string[]> =>
  withSchemaEngine(database.url, async (engine) => {
    const content = 'provider = "postgresql"';
    const migrationDirectories = readdirSync(migrations)
      .filter((name) => name !== 'migration_lock.toml')
      .sort()
      .map((path) => {
        const value = readFileSync(join(migrations, path, 'migration.sql'), 'utf8');
        return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
      });
    const lockfile = { path: 'migration_lock.toml', content };
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: { baseDir: migrations, lockfile, shadowDbInitScript: '', migrationDirectories },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  });

const tables = async (): Promise<string[]> =>
  (
    await client.query<{ name: string }>('select tablename as name from pg_tables where schemaname = $1', ['public'])
  ).rows
    .map(({ name }) => name)
    .sort();

/** The list of migrations without what differs each time, and how each of its columns is made. */
async function list(): Promise<unknown[]> {
  const { rows } = await client.query<Record<string, unknown>>(
    'select migration_name, checksum, logs, rolled_back_at, applied_steps_count, finished_at >= started_at as finished from _prisma_migrations order by migration_name',
  );
  const columns = await client.query<Record<string, unknown>>(
    `select column_name, data_type, character_maximum_length, is_nullable, column_default
     from information_schema.columns where table_name = '_prisma_migrations' order by ordinal_position`,
  );
  return [...rows, ...columns.rows];
}

test('a database that Prisma migrated goes on, and its list is as ours would be', async () => {
  write('2_second', 'create table second (id int);\r\n');
  expect(await withPrisma(folder)).toEqual(['1_first', '2_second']);
  const theirs = await list();
  write('3_third', 'create table third (id int);');
  expect(await migrate(database.url, folder)).toEqual(['3_third']);
  await client.query('drop table _prisma_migrations, first, second, third');
  rmSync(join(folder, '3_third'), { recursive: true });
  await migrate(database.url, folder);
  expect(await list()).toEqual(theirs);
});

test('a database that we migrated has nothing left for Prisma to do', async () => {
  expect(await migrate(database.url)).toHaveLength(readdirSync(LANDED).length - 1);
  expect(await withPrisma(LANDED)).toEqual([]);
});

test('a migration that was changed after it was applied is refused by its name, before anything is applied', async () => {
  await migrate(database.url, folder);
  write('1_first', 'create table first (id bigint);');
  write('2_second', 'create table second (id int);');
  await expect(migrate(database.url, folder)).rejects.toThrow('1_first has been changed after it was applied');
  expect(await tables()).toEqual(['_prisma_migrations', 'first']);
});

test('other line ends are no change', async () => {
  write('1_first', 'create table first\n(id int);\n');
  await migrate(database.url, folder);
  write('1_first', 'create table first\r\n(id int);\r\n');
  expect(await migrate(database.url, folder)).toEqual([]);
});

test('of two starts at once one waits, and each migration is applied once', async () => {
  write('2_slow', 'select pg_sleep(0.5); create table slow (id int);');
  const both = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
  expect(both.toSorted((a, b) => a.length - b.length)).toEqual([[], ['1_first', '2_slow']]);
});

test('a migration that fails half way leaves nothing, says which and where, and goes on when it is mended', async () => {
  write('2_half', 'create table half (id int);\ninsert into first values (1);\nselect no_such_thing;');
  write('3_third', 'create table third (id int);');
  await expect(migrate(database.url, folder)).rejects.toThrow('2_half failed, line 3; nothing of it was kept');
  expect(await tables()).toEqual(['_prisma_migrations', 'first']);
  expect((await client.query('select from first')).rowCount).toBe(0);
  write('2_half', 'create table half (id int);');
  expect(await migrate(database.url, folder)).toEqual(['2_half', '3_third']);
});

test('one that another tool began and never ended is told of, one rolled back by hand is applied again', async () => {
  await migrate(database.url, folder);
  await client.query('drop table first; update _prisma_migrations set finished_at = null');
  await expect(migrate(database.url, folder)).rejects.toThrow('1_first began and never ended');
  await client.query('update _prisma_migrations set rolled_back_at = now()');
  expect(await migrate(database.url, folder)).toEqual(['1_first']);
});

test('a database of something else is left alone', async () => {
  await client.query('create table other (id int)');
  await expect(migrate(database.url, folder)).rejects.toThrow('not the portal’s');
  expect(await tables()).toEqual(['other']);
});
