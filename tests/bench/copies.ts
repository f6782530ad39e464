import type pg from 'pg';

/** What is other in a copy: a column and its SQL, of the row `x` and the number of the copy `i`. */
type Change = Readonly<Record<string, string>>;

/** The columns of a table that a statement may write, without what the database counts itself. */
async function columnsOf(pool: pg.Pool, table: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1
       AND is_generated = 'NEVER' AND coalesce(column_default, '') NOT LIKE 'nextval%' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** The tables whose rows belong to a need. */
async function tablesOfNeeds(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND column_name = 'behovsmeldingId' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Copies needs, chosen by SQL of `x`, so many times each, with every row that is theirs. Triggers and foreign keys rest meanwhile:
 * what they keep is copied as it stands. A copy's id is the original's, a hyphen and the copy's mark with its number.
 */
export async function copyNeeds(
  pool: pg.Pool,
  which: string,
  count: number,
  mark: string,
  change: Change = {},
): Promise<void> {
  const named = (id: string): string => `${id} || '-${mark}' || i`;
  const client = await pool.connect();
  const copy = async (table: string, from: string, own: Change): Promise<void> => {
    const columns = await columnsOf(pool, table);
    const quoted = columns.map((name) => `"${name}"`).join(', ');
    const each = columns.map((name) => own[name] ?? `x."${name}"`).join(', ');
    await client.query(
      `INSERT INTO "${table}" (${quoted}) SELECT ${each} FROM "${table}" x, generate_series(1, ${String(count)}) i WHERE ${from}`,
    );
  };
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(`CREATE TEMP TABLE chosen ON COMMIT DROP AS SELECT x.id FROM "Behovsmelding" x WHERE ${which}`);
    const chosen = (column: string): string => `x."${column}" IN (SELECT id FROM chosen)`;
    for (const table of await tablesOfNeeds(pool)) {
      const columns = await columnsOf(pool, table);
      const own: Record<string, string> = { behovsmeldingId: named(`x."behovsmeldingId"`) };
      if (columns.includes('id')) own['id'] = named('x.id');
      if (table === 'BehovsmeldingAsSent')
        own['rows'] =
          `replace(x.rows::text, to_json(x."behovsmeldingId")::text, to_json(${named('x."behovsmeldingId"')})::text)::jsonb`;
      await copy(table, chosen('behovsmeldingId'), own);
    }
    await copy('AuditEntry', `x."subjectType" = 'behovsmelding' AND ${chosen('subjectId')}`, {
      subjectId: named('x."subjectId"'),
    });
    await copy('Behovsmelding', chosen('id'), {
      id: named('x.id'),
      title: `x.title || ' ' || i`,
      asSentId: named('x."asSentId"'),
      ...change,
    });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
