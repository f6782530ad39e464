import type { Tx } from '#lib/db/client';
import { active, held, valid } from '#lib/db/people/user';
import type { Addressee } from '#lib/domain/message/addressee';
import { aboutOf, deliveryOf, type MailChoices, mayHear, type Notice, toldOf } from '#lib/domain/message/message';
import type { Actor, Grant } from '#lib/domain/policy/actor';
import { randomUUID } from 'node:crypto';
import { recordsOf } from './inbox';

/** Tells everybody whom these notices are for, and puts an e-mail in the outbox for those who want one at once. Called by the command alone, in the change's own transaction. */
export async function writeMessages(
  tx: Tx,
  notices: readonly Notice[],
  { actor, now }: { actor: Actor; now: Date },
): Promise<void> {
  if (notices.length === 0) return;
  const records = new Map<string, Awaited<ReturnType<typeof recordsOf>>>();
  for (const about of new Set(notices.map(({ kind }) => aboutOf(kind)))) {
    records.set(
      about,
      await recordsOf(
        tx,
        about,
        notices.filter(({ kind }) => aboutOf(kind) === about).map(({ subjectId }) => subjectId),
        now,
      ),
    );
  }
  const recordOf = ({ kind, subjectId }: Notice) => records.get(aboutOf(kind))?.get(subjectId) ?? [];
  const hearers = await findHearers(
    tx,
    notices.map((notice) => toldOf(notice, recordOf(notice))),
    now,
  );
  // What one change tells a person goes in one e-mail.
  const mails = new Map<string, string>();
  const mailTo = (userId: string): string => {
    const id = mails.get(userId) ?? randomUUID();
    mails.set(userId, id);
    return id;
  };
  const lines = notices.flatMap((notice, n) =>
    (hearers[n] ?? [])
      .filter((person) => mayHear(person, notice, recordOf(notice), actor))
      .map(({ userId, mailChoices }) => {
        const { kind, subjectId, details = {}, once = null } = notice;
        const delivery = deliveryOf(kind, mailChoices);
        return {
          id: randomUUID(),
          userId,
          kind,
          subjectType: aboutOf(kind),
          subjectId,
          details,
          once,
          delivery,
          mailId: delivery === 'at-once' ? mailTo(userId) : null,
        };
      }),
  );
  if (lines.length === 0) return;
  await tx.$executeRaw`
    WITH written AS (
      INSERT INTO "Message" (id, "userId", kind, "subjectType", "subjectId", details, "actorId", "actorName", at, delivery, once, "mailId")
      SELECT id, "userId", kind, "subjectType", "subjectId", details, ${actor.userId}, ${actor.name}, ${now}, delivery, once, "mailId" FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        AS l(id text, "userId" text, kind text, "subjectType" text, "subjectId" text, details jsonb, once text, delivery text, "mailId" text)
      ON CONFLICT ("userId", once) DO NOTHING RETURNING "userId", "mailId")
    INSERT INTO "Mail" (id, "userId", "nextAt", "createdAt") SELECT DISTINCT "mailId", "userId", ${now}::timestamptz, ${now}::timestamptz FROM written WHERE "mailId" IS NOT NULL`;
}

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
