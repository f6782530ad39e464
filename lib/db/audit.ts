import type { MessageDetails } from '#lib/domain/message/message';
import type { Tx } from './client';
import { recordset } from './values';

export interface AuditLine {
  at: Date;
  actorId: string;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  roundId: string | null;
  countyId: string | null;
  details: MessageDetails;
}

const COLUMNS = {
  at: 'timestamptz',
  actorId: 'text',
  actorName: 'text',
  action: 'text',
  subjectType: 'text',
  subjectId: 'text',
  roundId: 'text',
  countyId: 'text',
  details: 'jsonb',
};
const NAMES = [
  'at',
  'actorId',
  'actorName',
  'action',
  'subjectType',
  'subjectId',
  'roundId',
  'countyId',
  'details',
] as const satisfies readonly (keyof AuditLine)[];

/** Adds lines to the log. Called by the command alone, in the change's own transaction. */
export async function writeAudit(tx: Tx, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return;
  await tx
    .insertInto('AuditEntry')
    .columns(NAMES)
    .expression((eb) => eb.selectFrom(recordset('l', lines, COLUMNS)).select(NAMES))
    .execute();
}
