import { randomUUID } from 'node:crypto';
import { aboutOf, deliveryOf, mayHear, toldOf, type Notice } from '#lib/domain/message';
import type { Actor } from '#lib/domain/policy';
import type { Tx } from './client';
import { findHearers } from './hearers';
import { recordsOf } from './message-records';

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
