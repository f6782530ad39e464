import type { Addressee } from '#lib/domain/addressee';
import type { MailChoices } from '#lib/domain/message';
import type { Actor, Grant } from '#lib/domain/policy';
import type { Tx } from './client';
import { active, held, valid } from './user';

export interface Hearer extends Actor {
  mailChoices: MailChoices;
}

/** The persons with access whom each list of addressees stands for today, each with all their roles. */
export async function findHearers(tx: Tx, lists: readonly (readonly Addressee[])[], now: Date): Promise<Hearer[][]> {
  const asked = lists.flatMap((list, n) => list.map((one) => ({ n, ...one })));
  if (asked.length === 0) return lists.map(() => []);
  const rows = await tx.$queryRaw<(Hearer & { n: number; grants: Grant[] })[]>`
    WITH asked AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a(n int, "userId" text, role text, "organisationId" text, "regionId" text, "countyId" text, "forumId" text)),
    heard AS (
      SELECT a.n, a."userId" FROM asked a WHERE a."userId" IS NOT NULL
      UNION SELECT a.n, r."userId" FROM asked a JOIN "RoleGrant" r ON r.role = a.role AND ${valid(now)}
        AND (a."organisationId" IS NULL OR r."organisationId" = a."organisationId") AND (a."regionId" IS NULL OR r."regionId" = a."regionId")
        AND (a."countyId" IS NULL OR r."countyId" = a."countyId") AND (a."forumId" IS NULL OR r."forumId" = a."forumId"))
    SELECT h.n, u.id AS "userId", u.name, coalesce((SELECT jsonb_object_agg(c.topic, c.choice) FROM "MailChoice" c WHERE c."userId" = u.id), '{}') AS "mailChoices", (SELECT coalesce(json_agg(json_build_object('role', g.role, 'organisationId', g."organisationId",
      'regionId', g."regionId", 'countyId', g."countyId", 'forumId', g."forumId")), '[]') FROM (${held(now)}) g) AS grants
    FROM heard h JOIN "User" u ON u.id = h."userId" WHERE ${active(now)} ORDER BY h.n, u.id`;
  return lists.map((_, n) => rows.filter((row) => row.n === n));
}
