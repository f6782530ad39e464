import { kindsOf, type MailChoices, type MailTopic } from '#lib/domain/message';
import { sql, type Sql, type Tx } from './client';

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
