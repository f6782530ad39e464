import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tx } from '#lib/db/client';
import { holdsAt } from '#lib/db/facts/dates';
import { hasEnded, rolesToday } from '#lib/db/people/user';
import { recordset } from '#lib/db/values';
import type { Addressee } from '#lib/domain/message/addressee';
import { aboutOf, deliveryOf, type MailChoices, mayHear, type Notice, toldOf } from '#lib/domain/message/message';
import type { Actor, Role } from '#lib/domain/policy/actor';
import { randomUUID } from 'node:crypto';
import { recordsOf } from './inbox';
import { choicesOf } from './choice';

const LINE = {
  id: 'text',
  userId: 'text',
  kind: 'text',
  subjectType: 'text',
  subjectId: 'text',
  details: 'jsonb',
  delivery: 'text',
  once: 'text',
  mailId: 'text',
};
const TOLD = ['id', 'userId', 'kind', 'subjectType', 'subjectId', 'details', 'delivery', 'once', 'mailId'] as const;

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
  const at = sql<Date>`${now}::timestamptz`;
  await tx
    .with('written', (db) =>
      db
        .insertInto('Message')
        .columns([...TOLD, 'actorId', 'actorName', 'at'])
        .expression((eb) =>
          eb
            .selectFrom(recordset('l', lines, LINE))
            .select(TOLD)
            .select([eb.val(actor.userId).as('actorId'), eb.val(actor.name).as('actorName'), at.as('at')]),
        )
        .onConflict((oc) => oc.columns(['userId', 'once']).doNothing())
        .returning(['userId', 'mailId']),
    )
    .insertInto('Mail')
    .columns(['id', 'userId', 'nextAt', 'createdAt'])
    .expression((eb) =>
      eb
        .selectFrom('written')
        .where('written.mailId', 'is not', null)
        .select(['written.mailId', 'written.userId', at.as('nextAt'), at.as('createdAt')])
        .distinct(),
    )
    .execute();
}

export interface Hearer extends Actor {
  mailChoices: MailChoices;
}

interface AskedFor {
  n: number;
  userId: string | null;
  role: Role | null;
  organisationId: string | null;
  regionId: string | null;
  countyId: string | null;
  forumId: string | null;
}
const NOBODY = { userId: null, role: null, organisationId: null, regionId: null, countyId: null, forumId: null };
const ASKED = {
  n: 'int',
  userId: 'text',
  role: 'text',
  organisationId: 'text',
  regionId: 'text',
  countyId: 'text',
  forumId: 'text',
};
const PLACES = ['a.role', 'a.organisationId', 'a.regionId', 'a.countyId', 'a.forumId'] as const;

/** The persons with access whom each list of addressees stands for today, each with all their roles. */
export async function findHearers(tx: Tx, lists: readonly (readonly Addressee[])[], now: Date): Promise<Hearer[][]> {
  const asked = lists.flatMap((list, n) => list.map((one): AskedFor => ({ ...NOBODY, ...one, n })));
  if (asked.length === 0) return lists.map(() => []);
  const rows = await tx
    .with('asked', (db) => db.selectFrom(recordset('a', asked, ASKED)).select(['a.n', 'a.userId', ...PLACES]))
    .with('heard', (db) =>
      db
        .selectFrom('asked as a')
        .where('a.userId', 'is not', null)
        .select((eb) => ['a.n', sql<string>`${eb.ref('a.userId')}`.as('userId')])
        .union((eb) =>
          eb
            .selectFrom('asked as a')
            .innerJoin('RoleGrant as r', 'r.role', 'a.role')
            .where((eb) => holdsAt({ from: eb.ref('r.from'), to: eb.ref('r.to') }, now))
            .where((of) =>
              of.and([
                of.or([of('a.organisationId', 'is', null), of('r.organisationId', '=', of.ref('a.organisationId'))]),
                of.or([of('a.regionId', 'is', null), of('r.regionId', '=', of.ref('a.regionId'))]),
                of.or([of('a.countyId', 'is', null), of('r.countyId', '=', of.ref('a.countyId'))]),
                of.or([of('a.forumId', 'is', null), of('r.forumId', '=', of.ref('a.forumId'))]),
              ]),
            )
            .select(['a.n', 'r.userId']),
        ),
    )
    .selectFrom('heard as h')
    .innerJoin('User as u', 'u.id', 'h.userId')
    .where((eb) => eb.not(hasEnded(eb.ref('u.endedAt'), now)))
    .select((eb) => [
      'h.n',
      'u.id as userId',
      'u.name',
      choicesOf(tx, eb.ref('u.id')).as('mailChoices'),
      jsonArrayFrom(
        tx
          .selectFrom(rolesToday(tx, eb.ref('u.id'), now).as('g'))
          .select(['g.role', 'g.organisationId', 'g.regionId', 'g.countyId', 'g.forumId']),
      ).as('grants'),
    ])
    .orderBy('h.n')
    .orderBy('u.id')
    .execute();
  const heard = lists.map((): Hearer[] => []);
  for (const { n, ...hearer } of rows) heard[n]?.push(hearer);
  return heard;
}
