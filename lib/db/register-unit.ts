import { searchWords } from '#lib/domain/organisation';
import { sql, type Tx } from './client';

export interface Unit {
  orgnr: string;
  name: string;
  form: string;
  kommunenr: string | null;
}

/** Stores a batch of units as they are in the file; a unit that is there is written over. Answers how many. */
export async function putUnits(tx: Tx, units: readonly Unit[], at: Date): Promise<number> {
  return tx.$executeRaw`INSERT INTO "RegisterUnit" (orgnr, name, form, kommunenr, "refreshedAt")
    SELECT DISTINCT ON (orgnr) orgnr, name, form, kommunenr, ${at} FROM jsonb_to_recordset(${JSON.stringify(units)}::jsonb) AS u(orgnr text, name text, form text, kommunenr text)
    ON CONFLICT (orgnr) DO UPDATE SET name = excluded.name, form = excluded.form, kommunenr = excluded.kommunenr, "refreshedAt" = excluded."refreshedAt"`;
}

/** Takes away the units that the newest file did not have. */
export const dropUnits = (tx: Tx, before: Date): Promise<number> =>
  tx.$executeRaw`DELETE FROM "RegisterUnit" WHERE "refreshedAt" < ${before}`;

export const countUnits = (tx: Tx): Promise<number> => tx.registerUnit.count();

/** The units with this number, or whose names have these words; the shortest names first. */
export async function findUnits(tx: Tx, typed: string): Promise<Unit[]> {
  const number = typed.replaceAll(/\s/g, '');
  const words = searchWords(typed);
  if (words.length === 0) return [];
  const wanted = words.map((word) => `${word}:*`).join(' & ');
  return tx.$queryRaw<Unit[]>`SELECT orgnr, name, form, kommunenr FROM "RegisterUnit"
    WHERE ${/^\d{9}$/.test(number) ? sql`orgnr = ${number}` : sql`to_tsvector('simple', name) @@ to_tsquery('simple', ${wanted})`} ORDER BY length(name), name LIMIT 20`;
}

export const findUnit = (tx: Tx, orgnr: string): Promise<Unit | null> =>
  tx.registerUnit.findUnique({ where: { orgnr }, select: { orgnr: true, name: true, form: true, kommunenr: true } });
