import type pg from 'pg';

/** A row that a change wrote in a table: new, or there before. */
interface Written {
  readonly table: string;
  readonly isNew: boolean;
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

const JSON_TYPES = new Set([114, 3802]);

async function tablesIn(client: pg.PoolClient): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ name: string; keys: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text) AS keys FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey)
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE 'bench_%' GROUP BY 1`,
  );
  return new Map(rows.map(({ name, keys }) => [name, keys]));
}

/** What `work` leaves changed in the database, whatever statements it says: every row it wrote, found by its transaction. */
async function writtenBy(pool: pg.Pool, work: () => Promise<unknown>): Promise<Written[]> {
  const [before, after] = [await pool.connect(), await pool.connect()];
  try {
    await before.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const {
      rows: [since],
    } = await before.query<{ id: string }>('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS id');
    await work();
    const written: Written[] = [];
    for (const [table, keys] of await tablesIn(after)) {
      const found = await after.query<unknown[]>({
        text: `SELECT * FROM "${table}" WHERE xmin::text::bigint >= $1::bigint`,
        values: [since?.id ?? '0'],
        rowMode: 'array',
      });
      const columns = found.fields.map(({ name }) => name);
      for (const row of found.rows) {
        const values = row.map((value, column) =>
          JSON_TYPES.has(found.fields[column]?.dataTypeID ?? 0) ? JSON.stringify(value) : value,
        );
        const key = keys.map((name) => values[columns.indexOf(name)]);
        const same = keys.map((name, index) => `"${name}" = $${String(index + 1)}`).join(' AND ');
        const { rowCount } = await before.query(`SELECT FROM "${table}" WHERE ${same}`, key);
        written.push({ table, isNew: rowCount === 0, columns, values });
      }
    }
    return written;
  } finally {
    await before.query('ROLLBACK');
    before.release();
    after.release();
  }
}

const SPARE = 400;
let counted = 0;

/**
 * The same writes on plain tables of the bench's own, with a counted key and nothing else that holds: one statement for each row
 * in one transaction. Answers the work, and what it writes in words.
 */
export async function bareWrites(
  pool: pg.Pool,
  name: string,
  work: () => Promise<unknown>,
): Promise<{ write: () => Promise<void>; said: string }> {
  const written = await writtenBy(pool, work);
  const plain = (table: string): string => `bench_${name}_${table.toLowerCase()}`;
  for (const table of new Set(written.map((one) => one.table))) {
    await pool.query(`CREATE TABLE ${plain(table)} AS SELECT * FROM "${table}" LIMIT 0`);
    await pool.query(`ALTER TABLE ${plain(table)} ADD COLUMN bench_key serial PRIMARY KEY`);
  }
  const statements = written.map(({ table, isNew, columns, values }) => {
    const [names, marks] = [columns.map((one) => `"${one}"`), values.map((_, index) => `$${String(index + 1)}`)];
    const insert = `INSERT INTO ${plain(table)} (${names.join(', ')}) VALUES (${marks.join(', ')})`;
    const set = names.map((one, index) => `${one} = ${marks[index] ?? ''}`).join(', ');
    const update = `UPDATE ${plain(table)} SET ${set} WHERE bench_key = $${String(values.length + 1)}`;
    return { isNew, insert, text: isNew ? insert : update, values };
  });
  for (const { isNew, insert, values } of statements)
    for (let row = 0; !isNew && row < SPARE; row += 1) await pool.query(insert, [...values]);
  const write = async (): Promise<void> => {
    const key = 1 + (counted++ % SPARE);
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const { isNew, text, values } of statements)
        await client.query(text, isNew ? [...values] : [...values, key]);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  };
  return { write, said: `${String(written.length)} bare writes` };
}
