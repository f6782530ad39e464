import { sql } from 'kysely';
import type { Tx } from '#lib/db/client';
import { recordset } from '#lib/db/values';
import { aboutOf, deliveryOf, mayHear, type Notice, toldOf } from '#lib/domain/message/message';
import type { Actor } from '#lib/domain/policy/row';
import { randomUUID } from 'node:crypto';
import { findHearers } from './hearers';
import { recordsOf } from './inbox';

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

/**
 * Tells everybody whom these notices are for, and puts an e-mail in the outbox for those who want one at once. Called
 * by the command alone, in the change's own transaction.
 */
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
