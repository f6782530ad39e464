import { db } from '#lib/db/client';
import { constraintOf } from '#lib/db/constraints';

/** The name of the rule that the database refused this with; `nothing` when it took it. */
export const violated = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: unknown) => constraintOf(error)?.name ?? String(error),
  );

/** Which check of a table, among those named so, refuses these values when all else in the row is unknown. */
export const refusedBy = (
  table: string,
  values: Readonly<Record<string, string | number>>,
  named: string,
): Promise<string> =>
  db()
    .$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`CREATE TEMP TABLE bare (LIKE "${table}" INCLUDING CONSTRAINTS) ON COMMIT DROP`);
      const others: { way: string }[] = await tx.$queryRaw`
    SELECT 'ALTER COLUMN ' || quote_ident(attname) || ' DROP NOT NULL' AS way FROM pg_attribute WHERE attrelid = 'bare'::regclass AND attnum > 0 AND attnotnull
    UNION ALL SELECT 'DROP CONSTRAINT ' || quote_ident(conname) FROM pg_constraint WHERE conrelid = 'bare'::regclass AND contype = 'c' AND conname !~ ${named}`;
      for (const { way } of others) await tx.$executeRawUnsafe(`ALTER TABLE bare ${way}`);
      const written = Object.values(values)
        .map((value) => (typeof value === 'number' ? value : `'${value}'`))
        .join(', ');
      return violated(
        tx.$executeRawUnsafe(`INSERT INTO bare ("${Object.keys(values).join('", "')}") VALUES (${written})`),
      );
    })
    .catch((error: unknown) => String(error));
