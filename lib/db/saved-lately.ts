import type { Tx } from './client';

/** Whether this person's saving of this record is in the log from the last quarter of an hour: one entry is enough. */
export async function savedLately(
  tx: Tx,
  saving: { subjectType: string; subjectId: string; action: string },
  by: string,
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - 15 * 60_000);
  return (
    (await tx.auditEntry.findFirst({ where: { ...saving, actorId: by, at: { gt: since } }, select: { id: true } })) !==
    null
  );
}
