import { sql, type Sql, type Tx } from '#lib/db/client';
import { active, valid } from '#lib/db/people/user';
import { LEASE, type MailState, type Settled, type TriedMail } from '#lib/domain/message/mail';
import {
  kindsOf,
  type MailChoices,
  type MailTopic,
  type MessageDetails,
  type MessageKind,
} from '#lib/domain/message/message';

const DAY = 24 * 60 * 60_000;

/** An e-mail taken to be sent: to whom, and what it tells. */
export interface ClaimedMail {
  id: string;
  attempts: number;
  digest: boolean;
  address: string;
  name: string;
  locale: string;
  messages: { kind: MessageKind; subjectId: string; details: MessageDetails; actorName: string }[];
}

/** Takes mails that are due, the oldest first, and keeps them from every other sender until the lease is out. A mail whose sender died is due again then. */
export async function claimMails(tx: Tx, limit: number, now: Date): Promise<ClaimedMail[]> {
  return tx.$queryRaw<ClaimedMail[]>`
    WITH due AS (
      SELECT m.id, u.email, u.name, u.locale FROM "Mail" m JOIN "User" u ON u.id = m."userId"
      WHERE m.state IN ('waiting', 'sending') AND m."nextAt" <= ${now} AND ${active(now)} ORDER BY m."nextAt", m.id LIMIT ${limit} FOR UPDATE OF m SKIP LOCKED),
    claimed AS (
      UPDATE "Mail" m SET state = 'sending', attempts = m.attempts + 1, "nextAt" = ${new Date(now.getTime() + LEASE)}, address = due.email
      FROM due WHERE m.id = due.id RETURNING m.id, m.attempts, m.digest, m.address, due.name, due.locale, m."createdAt")
    SELECT c.id, c.attempts, c.digest, c.address, c.name, c.locale, (SELECT coalesce(json_agg(json_build_object('kind', g.kind, 'subjectId', g."subjectId", 'details', g.details,
      'actorName', g."actorName") ORDER BY g.at, g.id), '[]') FROM "Message" g WHERE g."mailId" = c.id) AS messages FROM claimed c ORDER BY c."createdAt", c.id`;
}

/** Where the receiver has a role: each with the record its people are seen at. */
export interface MailPlace {
  countyId: string | null;
  organisationId: string | null;
  regionId: string | null;
  forumId: string | null;
}
export interface MailRow extends TriedMail {
  id: string;
  userId: string;
  address: string;
  name: string;
  failing: boolean;
  places: MailPlace[];
}

/** A mail that has been tried, locked with its receiver, and where the receiver has a role today. */
export async function lockMail(tx: Tx, id: string, now: Date): Promise<MailRow | null> {
  const [row] = await tx.$queryRaw<MailRow[]>`
    SELECT m.id, m.state, m.attempts, m."createdAt", m."userId", m.address, u.name, u."mailFailedAt" IS NOT NULL AS failing,
      (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('countyId', coalesce(r."countyId", o."countyId"), 'organisationId', r."organisationId", 'regionId', r."regionId", 'forumId', r."forumId")), '[]')
        FROM "RoleGrant" r LEFT JOIN "Organisation" o ON o.id = r."organisationId" WHERE r."userId" = u.id AND ${valid(now)}) AS places
    FROM "Mail" m JOIN "User" u ON u.id = m."userId" WHERE m.id = ${id} FOR UPDATE OF m, u`;
  return row ?? null;
}

/** Writes what came of a try, and whether the address takes what we send. */
export async function saveSettled(
  tx: Tx,
  mail: { id: string; userId: string },
  settled: Settled,
  error: string,
  now: Date,
): Promise<void> {
  const state: MailState = settled.state;
  const nextAt = settled.state === 'waiting' ? settled.nextAt : now;
  await tx.$executeRaw`UPDATE "Mail" SET state = ${state}, error = ${error}, "nextAt" = ${nextAt}, "sentAt" = ${settled.state === 'sent' ? now : null}::timestamptz WHERE id = ${mail.id}`;
  if (settled.state === 'sent')
    await tx.$executeRaw`UPDATE "User" SET "mailFailedAt" = NULL, "mailError" = '' WHERE id = ${mail.userId} AND "mailFailedAt" IS NOT NULL`;
  if (settled.state === 'failed' && settled.bounced)
    await tx.$executeRaw`UPDATE "User" SET "mailFailedAt" = coalesce("mailFailedAt", ${now}::timestamptz), "mailError" = ${error} WHERE id = ${mail.userId}`;
}

/** Gathers what each person has been told before this moment and wants once a day, one mail for each. What is a month old and in no mail has been in one that is forgotten. Answers how many. */
export async function writeDigests(tx: Tx, before: Date, now: Date): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('digest'))::text`;
  return tx.$executeRaw`
    WITH due AS (SELECT g.id, g."userId" FROM "Message" g JOIN "User" u ON u.id = g."userId" WHERE g.delivery = 'daily' AND g."mailId" IS NULL AND g.at < ${before} AND g.at > ${new Date(before.getTime() - 30 * DAY)} AND ${active(now)}),
    mails AS (INSERT INTO "Mail" (id, "userId", digest, "nextAt", "createdAt") SELECT gen_random_uuid()::text, d."userId", true, ${now}::timestamptz, ${now}::timestamptz FROM (SELECT DISTINCT "userId" FROM due) d RETURNING id, "userId"),
    told AS (UPDATE "Message" g SET "mailId" = m.id FROM due d JOIN mails m ON m."userId" = d."userId" WHERE g.id = d.id RETURNING g.id)
    SELECT id FROM mails`;
}

const KEPT = 365 * DAY;

/** Calls off mails to those whose access has ended and, where no mail is set up, those a day old; and forgets what went a year ago. Answers how many. */
export async function tidyMails(tx: Tx, { set }: { set: boolean }, now: Date): Promise<number> {
  const late = set ? sql`false` : sql`m."createdAt" < ${new Date(now.getTime() - DAY)}`;
  const called =
    await tx.$executeRaw`UPDATE "Mail" m SET state = 'cancelled' FROM "User" u WHERE u.id = m."userId" AND m.state = 'waiting' AND (NOT ${active(now)} OR ${late})`;
  const forgotten =
    await tx.$executeRaw`DELETE FROM "Mail" WHERE state IN ('sent', 'failed', 'cancelled') AND "createdAt" < ${new Date(now.getTime() - KEPT)}`;
  return called + forgotten;
}

const choices = (userId: Sql): Sql =>
  sql`coalesce((SELECT jsonb_object_agg(c.topic, c.choice) FROM "MailChoice" c WHERE c."userId" = ${userId}), '{}')`;

/** A person's choices of e-mail, locked while they are changed. */
export async function lockMailChoices(tx: Tx, id: string): Promise<{ id: string; choices: MailChoices } | null> {
  const [row] = await tx.$queryRaw<
    { id: string; choices: MailChoices }[]
  >`SELECT u.id, ${choices(sql`u.id`)} AS choices FROM "User" u WHERE u.id = ${id} FOR UPDATE OF u`;
  return row ?? null;
}

/** Saves choices. Whoever wants none of a kind gets none of what still waited for the morning either. */
export async function saveMailChoices(tx: Tx, id: string, chosen: MailChoices): Promise<void> {
  await tx.$executeRaw`INSERT INTO "MailChoice" ("userId", topic, choice) SELECT ${id}, c.key, c.value FROM jsonb_each_text(${JSON.stringify(chosen)}::jsonb) c
    ON CONFLICT ("userId", topic) DO UPDATE SET choice = excluded.choice`;
  const none = (Object.keys(chosen) as MailTopic[]).filter((topic) => chosen[topic] === 'none');
  if (none.length > 0)
    await tx.$executeRaw`UPDATE "Message" SET delivery = 'none' WHERE "userId" = ${id} AND delivery = 'daily' AND "mailId" IS NULL AND kind = ANY(${kindsOf(none)})`;
}

export interface NotificationSettings {
  email: string;
  choices: MailChoices;
  mailFailedAt: Date | null;
  feedId: string | null;
}

/** How a person is told: their address and whether it takes what we send, their choices, and their calendar. */
export async function findNotificationSettings(tx: Tx, id: string): Promise<NotificationSettings | null> {
  const [row] = await tx.$queryRaw<NotificationSettings[]>`
    SELECT u.email, ${choices(sql`u.id`)} AS choices, u."mailFailedAt", f.id AS "feedId" FROM "User" u LEFT JOIN "CalendarFeed" f ON f."userId" = u.id WHERE u.id = ${id}`;
  return row ?? null;
}

export interface StoppedMail {
  id: string;
  name: string;
  choices: MailChoices;
  kinds: string[];
}

/** Whom a mail went to and what it told, with their choices, locked; null when there is no such mail any more. */
export async function lockStoppedMail(tx: Tx, mailId: string): Promise<StoppedMail | null> {
  const [row] = await tx.$queryRaw<StoppedMail[]>`
    SELECT u.id, u.name, ${choices(sql`u.id`)} AS choices, ARRAY(SELECT DISTINCT g.kind FROM "Message" g WHERE g."mailId" = m.id) AS kinds
    FROM "Mail" m JOIN "User" u ON u.id = m."userId" WHERE m.id = ${mailId} FOR UPDATE OF u`;
  return row ?? null;
}
