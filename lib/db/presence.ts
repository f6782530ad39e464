import { sql, type Tx } from './client';

/** Somebody else who is in a form now, and the field they are in. */
export interface Present {
  name: string;
  field: string | null;
}

const seconds = (now: Date, count: number): Date => new Date(now.getTime() - count * 1000);

/** Tells that somebody is in a form, and answers who else is. Whoever has not said so for a while has left. */
export async function attend(
  tx: Tx,
  subject: { type: string; id: string },
  by: string,
  field: string | null,
  now: Date,
): Promise<Present[]> {
  const here = sql`p."subjectType" = ${subject.type} AND p."subjectId" = ${subject.id}`;
  return tx.$queryRaw<Present[]>`
    WITH left_long_ago AS (
      DELETE FROM "Presence" WHERE ctid = ANY (ARRAY(SELECT p.ctid FROM "Presence" p WHERE p.at < ${seconds(now, 60)} AND p."userId" <> ${by} LIMIT 100 FOR UPDATE SKIP LOCKED))
    ), here AS (
      INSERT INTO "Presence" ("subjectType", "subjectId", "userId", field, at) VALUES (${subject.type}, ${subject.id}, ${by}, ${field}, ${now})
      ON CONFLICT ("subjectType", "subjectId", "userId") DO UPDATE SET field = excluded.field, at = excluded.at
    )
    SELECT u.name, p.field FROM "Presence" p JOIN "User" u ON u.id = p."userId" WHERE ${here} AND p."userId" <> ${by} AND p.at > ${seconds(now, 15)} ORDER BY u.name, u.id`;
}
