import type { MailChoice } from '#lib/domain/message';
import type { Tx } from './client';

/** A person's choice of e-mail, locked while it is changed. */
export async function lockMailChoice(tx: Tx, id: string): Promise<{ id: string; mailChoice: MailChoice } | null> {
  const [row] = await tx.$queryRaw<{ id: string; mailChoice: MailChoice }[]>`SELECT id, "mailChoice" FROM "User" WHERE id = ${id} FOR UPDATE`;
  return row ?? null;
}

/** Saves the choice. Whoever wants none gets none of what still waited for the morning either. */
export async function saveMailChoice(tx: Tx, id: string, choice: MailChoice): Promise<void> {
  await tx.$executeRaw`UPDATE "User" SET "mailChoice" = ${choice} WHERE id = ${id}`;
  if (choice === 'none') await tx.$executeRaw`UPDATE "Message" SET delivery = 'none' WHERE "userId" = ${id} AND delivery = 'daily' AND "mailId" IS NULL`;
}

export interface NotificationSettings { email: string; mailChoice: MailChoice; mailFailedAt: Date | null; feedId: string | null }

/** How a person is told: their address and whether it takes what we send, their choice, and their calendar. */
export async function findNotificationSettings(tx: Tx, id: string): Promise<NotificationSettings | null> {
  const [row] = await tx.$queryRaw<NotificationSettings[]>`
    SELECT u.email, u."mailChoice", u."mailFailedAt", f.id AS "feedId" FROM "User" u LEFT JOIN "CalendarFeed" f ON f."userId" = u.id WHERE u.id = ${id}`;
  return row ?? null;
}
