import { sql } from 'kysely';
import { transaction } from '#lib/db/client';
import { constraintOf } from '#lib/db/constraints';

const NAME = /constraint "([a-z0-9_]+)"|(?:^|ERROR: |error: )([a-z0-9_]+): /i;
/** The rule's name in what Prisma says, however deep it has packed what PostgreSQL said. */
function packed(error: unknown, depth = 0): string | null {
  if (typeof error !== 'object' || error === null || depth > 6) return null;
  const said = 'originalMessage' in error ? NAME.exec(String(error.originalMessage)) : null;
  if (said !== null) return said[1] ?? said[2] ?? null;
  const inside = ['cause', 'meta', 'driverAdapterError'].map((name) => Reflect.get(error, name) as unknown);
  return inside.reduce<string | null>((name, one) => name ?? packed(one, depth + 1), null);
}

/** The name of the rule that the database refused this with, asked by the portal's SQL or by the models; `nothing` when it took it. */
export const violated = (work: PromiseLike<unknown>): Promise<string> =>
  Promise.resolve(work).then(
    () => 'nothing',
    (error: unknown) => constraintOf(error)?.name ?? packed(error) ?? String(error),
  );

/** Which check of a table, among those named so, refuses these values when all else in the row is unknown. */
export const refusedBy = (
  table: string,
  values: Readonly<Record<string, string | number>>,
  named: string,
): Promise<string> =>
  transaction(async (tx) => {
    await sql`CREATE TEMP TABLE bare (LIKE ${sql.table(table)} INCLUDING CONSTRAINTS) ON COMMIT DROP`.execute(tx);
    const others = await sql<{ way: string }>`
    SELECT 'ALTER COLUMN ' || quote_ident(attname) || ' DROP NOT NULL' AS way FROM pg_attribute WHERE attrelid = 'bare'::regclass AND attnum > 0 AND attnotnull
    UNION ALL SELECT 'DROP CONSTRAINT ' || quote_ident(conname) FROM pg_constraint WHERE conrelid = 'bare'::regclass AND contype = 'c' AND conname !~ ${named}`.execute(
      tx,
    );
    for (const { way } of others.rows) await sql`ALTER TABLE bare ${sql.raw(way)}`.execute(tx);
    const columns = sql.join(Object.keys(values).map((name) => sql.ref(name)));
    const written = sql.join(Object.values(values).map((value) => sql.lit(value)));
    // Thrown on, so that what is left of the table goes with the transaction.
    throw new Error(await violated(sql`INSERT INTO bare (${columns}) VALUES (${written})`.execute(tx)));
  }).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
