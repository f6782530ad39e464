import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { holdsAt } from '#lib/db/facts/dates';
import { hasEnded } from '#lib/db/people/user';
import { LEASE, type Settled, type TriedMail } from '#lib/domain/message/mail';
import type { MessageDetails, MessageKind } from '#lib/domain/message/message';

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

/**
 * Takes mails that are due, the oldest first, and keeps them from every other sender until the lease is out. A mail
 * whose sender died is due again then.
 */
export const claimMails = (tx: Tx, limit: number, now: Date): Promise<ClaimedMail[]> =>
  tx
    .with('due', (db) =>
      db
        .selectFrom('Mail as m')
        .innerJoin('User as u', 'u.id', 'm.userId')
        .where('m.state', 'in', ['waiting', 'sending'])
        .where('m.nextAt', '<=', now)
        .where((eb) => eb.not(hasEnded(eb.ref('u.endedAt'), now)))
        .select(['m.id', 'u.email', 'u.name', 'u.locale'])
        .orderBy('m.nextAt')
        .orderBy('m.id')
        .limit(limit)
        .forUpdate('m')
        .skipLocked(),
    )
    .with('claimed', (db) =>
      db
        .updateTable('Mail as m')
        .from('due')
        .whereRef('m.id', '=', 'due.id')
        .set((eb) => ({
          state: 'sending',
          attempts: eb('m.attempts', '+', 1),
          nextAt: new Date(now.getTime() + LEASE),
          address: eb.ref('due.email'),
        }))
        .returning(['m.id', 'm.attempts', 'm.digest', 'm.address', 'due.name', 'due.locale', 'm.createdAt']),
    )
    .selectFrom('claimed as c')
    .select(['c.id', 'c.attempts', 'c.digest', 'c.address', 'c.name', 'c.locale'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('Message as g')
          .whereRef('g.mailId', '=', 'c.id')
          .select(['g.kind', 'g.subjectId', 'g.details', 'g.actorName'])
          .orderBy('g.at')
          .orderBy('g.id'),
      ).as('messages'),
    )
    .orderBy('c.createdAt')
    .orderBy('c.id')
    .execute();

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
  const row = await tx
    .selectFrom('Mail as m')
    .innerJoin('User as u', 'u.id', 'm.userId')
    .where('m.id', '=', id)
    .select(['m.id', 'm.state', 'm.attempts', 'm.createdAt', 'm.userId', 'm.address', 'u.name'])
    .select((eb) => [
      sql<boolean>`${eb.ref('u.mailFailedAt')} is not null`.as('failing'),
      jsonArrayFrom(
        eb
          .selectFrom('RoleGrant as r')
          .leftJoin('Organisation as o', 'o.id', 'r.organisationId')
          .whereRef('r.userId', '=', 'u.id')
          .where((eb) => holdsAt({ from: eb.ref('r.from'), to: eb.ref('r.to') }, now))
          .select(({ fn }) => fn.coalesce('r.countyId', 'o.countyId').as('countyId'))
          .select(['r.organisationId', 'r.regionId', 'r.forumId'])
          .distinct(),
      ).as('places'),
    ])
    .forUpdate(['m', 'u'])
    .executeTakeFirst();
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
  await tx
    .updateTable('Mail')
    .set({
      state: settled.state,
      error,
      nextAt: settled.state === 'waiting' ? settled.nextAt : now,
      sentAt: settled.state === 'sent' ? now : null,
    })
    .where('id', '=', mail.id)
    .execute();
  if (settled.state === 'sent')
    await tx
      .updateTable('User')
      .set({ mailFailedAt: null, mailError: '' })
      .where('id', '=', mail.userId)
      .where('mailFailedAt', 'is not', null)
      .execute();
  if (settled.state === 'failed' && settled.bounced)
    await tx
      .updateTable('User')
      .set((eb) => ({
        mailFailedAt: sql<Date>`coalesce(${eb.ref('mailFailedAt')}, ${now}::timestamptz)`,
        mailError: error,
      }))
      .where('id', '=', mail.userId)
      .execute();
}

/**
 * Gathers what each person has been told before this moment and wants once a day, one mail for each. What is a month
 * old and in no mail has been in one that is forgotten. Answers how many.
 */
export async function writeDigests(tx: Tx, before: Date, now: Date): Promise<number> {
  await tx.selectNoFrom(sql`pg_advisory_xact_lock(hashtext('digest'))::text`.as('held')).execute();
  const at = sql<Date>`${now}::timestamptz`;
  const written = await tx
    .with('due', (db) =>
      db
        .selectFrom('Message as g')
        .innerJoin('User as u', 'u.id', 'g.userId')
        .where('g.delivery', '=', 'daily')
        .where('g.mailId', 'is', null)
        .where('g.at', '<', before)
        .where('g.at', '>', new Date(before.getTime() - 30 * DAY))
        .where((eb) => eb.not(hasEnded(eb.ref('u.endedAt'), now)))
        .select(['g.id', 'g.userId']),
    )
    .with('mails', (db) =>
      db
        .insertInto('Mail')
        .columns(['id', 'userId', 'digest', 'nextAt', 'createdAt'])
        .expression((eb) =>
          eb
            .selectFrom(eb.selectFrom('due').select('due.userId').distinct().as('d'))
            .select([sql<string>`gen_random_uuid()::text`.as('id'), 'd.userId', sql<boolean>`true`.as('digest')])
            .select([at.as('nextAt'), at.as('createdAt')]),
        )
        .returning(['id', 'userId']),
    )
    .with('told', (db) =>
      db
        .updateTable('Message as g')
        .from('due as d')
        .innerJoin('mails as m', 'm.userId', 'd.userId')
        .whereRef('g.id', '=', 'd.id')
        .set((eb) => ({ mailId: eb.ref('m.id') }))
        .returning('g.id'),
    )
    .selectFrom('mails')
    .select('mails.id')
    .execute();
  return written.length;
}

const KEPT = 365 * DAY;

/**
 * Calls off mails to those whose access has ended and, where no mail is set up, those a day old; and forgets what
 * went a year ago. Answers how many.
 */
export async function tidyMails(tx: Tx, { set }: { set: boolean }, now: Date): Promise<number> {
  const old = new Date(now.getTime() - DAY);
  const called = await tx
    .updateTable('Mail as m')
    .from('User as u')
    .whereRef('u.id', '=', 'm.userId')
    .where('m.state', '=', 'waiting')
    .where((eb) => {
      const ended = hasEnded(eb.ref('u.endedAt'), now);
      return set ? ended : eb.or([ended, eb('m.createdAt', '<', old)]);
    })
    .set({ state: 'cancelled' })
    .executeTakeFirstOrThrow();
  const forgotten = await tx
    .deleteFrom('Mail')
    .where('state', 'in', ['sent', 'failed', 'cancelled'])
    .where('createdAt', '<', new Date(now.getTime() - KEPT))
    .executeTakeFirstOrThrow();
  return Number(called.numUpdatedRows + forgotten.numDeletedRows);
}
