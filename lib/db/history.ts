import { z } from 'zod';
import type { Tx } from './client';

const Details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).catch({});

/** One line of the log: who did what, when, and the facts its sentence needs. */
export interface HistoryLine {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  details: Readonly<Record<string, string | number | boolean | null>>;
}

/** What happened to these records of a kind, newest first, at most 200 lines. */
export async function historyOf(tx: Tx, subjectType: string, subjectIds: readonly string[]): Promise<HistoryLine[]> {
  if (subjectIds.length === 0) return [];
  const rows = await tx.auditEntry.findMany({
    where: { subjectType, subjectId: { in: [...subjectIds] } },
    orderBy: { id: 'desc' },
    take: 200,
    select: { id: true, at: true, actorName: true, action: true, details: true },
  });
  return rows.map((row) => ({ ...row, id: String(row.id), details: Details.parse(row.details) }));
}
