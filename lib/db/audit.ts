import type { Prisma } from './generated/client';
import type { Tx } from './client';

export interface AuditLine {
  at: Date;
  actorId: string;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  roundId: string | null;
  countyId: string | null;
  details: Prisma.InputJsonObject;
}

/** Adds lines to the log. Called by the command alone, in the change's own transaction. */
export async function writeAudit(tx: Tx, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.$executeRaw`INSERT INTO "AuditEntry" (at, "actorId", "actorName", action, "subjectType", "subjectId", "roundId", "countyId", details)
    SELECT at, "actorId", "actorName", action, "subjectType", "subjectId", "roundId", "countyId", details FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS l(at timestamptz, "actorId" text, "actorName" text, action text, "subjectType" text, "subjectId" text, "roundId" text, "countyId" text, details jsonb)`;
}
