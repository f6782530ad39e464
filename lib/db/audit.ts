import type { Prisma } from './generated/client';
import type { Tx } from './client';

export interface AuditLine {
  at: Date; actorId: string; actorName: string; action: string; subjectType: string; subjectId: string;
  roundId: string | null; countyId: string | null; details: Prisma.InputJsonObject;
}

/** Adds lines to the log. Called by the command alone, in the change's own transaction. */
export async function writeAudit(tx: Tx, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length > 0) await tx.auditEntry.createMany({ data: [...lines] });
}
