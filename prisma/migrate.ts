import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { withSchemaEngine } from './engine';

const MIGRATIONS = join(import.meta.dirname, 'migrations');

/** Applies the migrations the database lacks, in the order of their names, and answers the names applied. */
export async function migrate(url: string): Promise<string[]> {
  const migrationsList = {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: read('migration_lock.toml') },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: read(join(path, 'migration.sql')) },
      },
    })),
  };
  const filters = { externalTables: [], externalEnums: [] };
  const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  );
  return appliedMigrationNames;
}

function read(file: string): string {
  return readFileSync(join(MIGRATIONS, file), 'utf8');
}

function migrationNames(): string[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => existsSync(join(MIGRATIONS, name, 'migration.sql')))
    .sort();
}

/** Makes the database the url names, when its server answers but lacks it. */
export async function createDatabase(url: string): Promise<void> {
  const place = new URL(url);
  const name = decodeURIComponent(place.pathname.slice(1));
  place.pathname = '/postgres';
  const client = new pg.Client(place.href);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env.DATABASE_URL;
  if (url === undefined) throw new Error('DATABASE_URL is missing: it names the database to migrate.');
  if (process.argv.includes('--create')) await createDatabase(url);
  const applied = await migrate(url);
  process.stdout.write(applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.join(', ')}.\n`);
  // The engine leaves the clock of its ten-second lock running.
  process.exit(0);
}
