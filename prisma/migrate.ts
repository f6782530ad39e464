import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

const MIGRATIONS = join(import.meta.dirname, 'migrations');
/** The lock that Prisma's own command line takes: ours and `prisma migrate deploy` wait for each other. */
const LOCK = 72_707_369;
// As Prisma makes it.
const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
}
interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/**
 * Applies the migrations the database lacks, in the order of their names, each in a transaction of its own, and answers
 * the names applied. Of two at once, one waits. Throws, in words, for a migration that was changed after it was applied,
 * one that began and never ended, a database that holds something else, and one that fails: of it nothing is kept.
 */
export async function migrate(url: string, folder = MIGRATIONS): Promise<string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const lacking = lackingOf(migrationsIn(folder), await appliedTo(client));
    for (const migration of lacking) await apply(client, migration);
    return lacking.map(({ name }) => name);
  } finally {
    // Lets go of the lock too.
    await client.end();
  }
}

function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

/** What has been applied, by us or by Prisma; what was rolled back by hand counts as not applied. */
async function appliedTo(client: pg.Client): Promise<Applied[]> {
  const { rows: tables } = await client.query<{ ours: boolean }>(
    "select tablename = '_prisma_migrations' as ours from pg_tables where schemaname = current_schema()",
  );
  if (tables.length > 0 && !tables.some(({ ours }) => ours))
    throw new Error(
      'The database holds tables, and no list of migrations: it is not the portal’s. Nothing has been changed.',
    );
  await client.query(TABLE);
  const { rows } = await client.query<Applied>(
    'select migration_name, checksum, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null',
  );
  return rows;
}

function lackingOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const unfinished = applied.find(({ finished }) => !finished);
  if (unfinished !== undefined)
    throw new Error(
      `The migration ${unfinished.migration_name} began and never ended. Look at what it left, mend it, and tell with "prisma migrate resolve".`,
    );
  return migrations.filter((migration) => {
    const before = applied.find(({ migration_name }) => migration_name === migration.name);
    if (before !== undefined && !checksumsOf(migration.sql).includes(before.checksum))
      throw new Error(
        `The migration ${migration.name} has been changed after it was applied to this database. Put it back as it was, and write what is new in a migration of its own.`,
      );
    return before === undefined;
  });
}

/** What Prisma would write of the script, first as it stands, then with the line ends of other systems. */
function checksumsOf(sql: string): string[] {
  const plain = sql.replaceAll('\r\n', '\n');
  return [sql, plain, plain.replaceAll('\n', '\r\n')].map((text) => createHash('sha256').update(text).digest('hex'));
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query('begin');
    const { rows } = await client.query<{ at: string }>('select clock_timestamp()::text as at');
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, logs, started_at, applied_steps_count)
       values ($1, $2, clock_timestamp(), $3, null, $4, 1)`,
      [randomUUID(), checksumsOf(sql)[0], name, rows[0]?.at],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const place =
      error instanceof pg.DatabaseError && error.position !== undefined
        ? `, line ${sql.slice(0, Number(error.position)).split('\n').length}`
        : '';
    throw new Error(
      `The migration ${name} failed${place}; nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
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
}
