import { sql } from 'kysely';
import { db, transaction } from '#lib/db/client';

/** A rule of the database by its name: a check, an exclusion, a unique index or what a trigger of ours raises. */
export interface NamedRule {
  name: string;
  kind: 'check' | 'exclusion' | 'unique' | 'raised';
}

/**
 * Every rule the catalogue has a name for. Keys of rows and between tables are left out: an id is made by the portal,
 * and what it points at is held while it is written.
 */
export const namedRules = async (): Promise<NamedRule[]> => {
  const { rows } = await sql<NamedRule>`
  SELECT conname::text AS name, CASE contype WHEN 'c' THEN 'check' ELSE 'exclusion' END AS kind FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'x')
  UNION SELECT i.relname::text, 'unique' FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid WHERE i.relnamespace = 'public'::regnamespace AND x.indisunique AND NOT x.indisprimary AND i.relname !~ '^_prisma'
  UNION SELECT DISTINCT m[1], 'raised' FROM pg_proc p, regexp_matches(p.prosrc, 'RAISE EXCEPTION ''([a-z0-9_]+)', 'g') m WHERE p.pronamespace = 'public'::regnamespace
  ORDER BY 1`.execute(db());
  return rows;
};

const BROKEN: Readonly<Record<NamedRule['kind'], (name: string) => readonly string[]>> = {
  check: (name) => [
    `CREATE TEMP TABLE bare (holds boolean CONSTRAINT "${name}" CHECK (holds)) ON COMMIT DROP`,
    'INSERT INTO bare VALUES (false)',
  ],
  exclusion: (name) => [
    `CREATE TEMP TABLE bare (one int, CONSTRAINT "${name}" EXCLUDE USING gist (one WITH =)) ON COMMIT DROP`,
    'INSERT INTO bare VALUES (1), (1)',
  ],
  unique: (name) => [
    'CREATE TEMP TABLE bare (one int) ON COMMIT DROP',
    `CREATE UNIQUE INDEX "${name}" ON bare (one)`,
    'INSERT INTO bare VALUES (1), (1)',
  ],
  raised: (name) => [
    `DO $$ BEGIN RAISE EXCEPTION '${name}: tried' USING ERRCODE = '23514', CONSTRAINT = '${name}'; END $$`,
  ],
};

/** What PostgreSQL says when a rule of this kind and name is broken: the error that a command would meet. */
export const broken = ({ name, kind }: NamedRule): Promise<unknown> =>
  transaction(async (tx) => {
    for (const statement of BROKEN[kind](name)) await sql.raw(statement).execute(tx);
  }).then(
    () => Promise.reject(new Error(`${name} let it through.`)),
    (error: unknown) => error,
  );
