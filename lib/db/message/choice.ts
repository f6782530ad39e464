import { type Expression, sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { any, arrayOf } from '#lib/db/values';
import { kindsOf, MAIL_TOPICS, type MailChoices } from '#lib/domain/message/message';

/** A person's choices of e-mail, by topic. */
export const choicesOf = (tx: Tx, userId: Expression<string>) => {
  const chosen = tx
    .selectFrom('MailChoice as c')
    .where('c.userId', '=', userId)
    .select((eb) => sql<MailChoices>`jsonb_object_agg(${eb.ref('c.topic')}, ${eb.ref('c.choice')})`.as('choices'));
  return sql<MailChoices>`coalesce(${chosen}, '{}')`;
};

/** A person's choices of e-mail, locked while they are changed. */
export async function lockMailChoices(tx: Tx, id: string): Promise<{ id: string; choices: MailChoices } | null> {
  const row = await tx
    .selectFrom('User as u')
    .where('u.id', '=', id)
    .select((eb) => ['u.id', choicesOf(tx, eb.ref('u.id')).as('choices')])
    .forUpdate('u')
    .executeTakeFirst();
  return row ?? null;
}

/** Saves choices. Whoever wants none of a kind gets none of what still waited for the morning either. */
export async function saveMailChoices(tx: Tx, id: string, chosen: MailChoices): Promise<void> {
  const rows = MAIL_TOPICS.flatMap((topic) => {
    const choice = chosen[topic];
    return choice === undefined ? [] : [{ userId: id, topic, choice }];
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('MailChoice')
    .values(rows)
    .onConflict((oc) => oc.columns(['userId', 'topic']).doUpdateSet((eb) => ({ choice: eb.ref('excluded.choice') })))
    .execute();
  const none = rows.filter(({ choice }) => choice === 'none').map(({ topic }) => topic);
  if (none.length > 0)
    await tx
      .updateTable('Message')
      .set({ delivery: 'none' })
      .where('userId', '=', id)
      .where('delivery', '=', 'daily')
      .where('mailId', 'is', null)
      .where('kind', '=', any(kindsOf(none)))
      .execute();
}

export interface NotificationSettings {
  email: string;
  choices: MailChoices;
  mailFailedAt: Date | null;
  feedId: string | null;
}

/** How a person is told: their address and whether it takes what we send, their choices, and their calendar. */
export async function findNotificationSettings(tx: Tx, id: string): Promise<NotificationSettings | null> {
  const row = await tx
    .selectFrom('User as u')
    .leftJoin('CalendarFeed as f', 'f.userId', 'u.id')
    .where('u.id', '=', id)
    .select((eb) => ['u.email', choicesOf(tx, eb.ref('u.id')).as('choices'), 'u.mailFailedAt', 'f.id as feedId'])
    .executeTakeFirst();
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
  const row = await tx
    .selectFrom('Mail as m')
    .innerJoin('User as u', 'u.id', 'm.userId')
    .where('m.id', '=', mailId)
    .select(['u.id', 'u.name'])
    .select((eb) => [
      choicesOf(tx, eb.ref('u.id')).as('choices'),
      arrayOf(eb.selectFrom('Message as g').whereRef('g.mailId', '=', 'm.id').select('g.kind').distinct()).as('kinds'),
    ])
    .forUpdate('u')
    .executeTakeFirst();
  return row ?? null;
}
