import type { Tx } from '#lib/db/client';
import { any, newId, recordset } from '#lib/db/values';
import type { AllocationDraft } from '#lib/domain/tildeling/allocation';

interface Saved {
  readonly needId: string;
  readonly tildelingId: string;
}

const DRAFT = {
  id: 'text',
  needId: 'text',
  outcome: 'text',
  method: 'text',
  methodReason: 'text',
  methodFigures: 'jsonb',
  reason: 'text',
};
const LINE = {
  id: 'text',
  tildelingId: 'text',
  side: 'text',
  receiverId: 'text',
  budgetYear: 'int',
  amount: 'int',
};

/** Stores a working version: the drafts made or replaced with their lines, the cleared ones removed, the reserve set. */
export async function saveDrafts(
  tx: Tx,
  roundId: string,
  drafts: readonly AllocationDraft[],
  cleared: readonly string[],
  reserve: number,
): Promise<Saved[]> {
  const kept = drafts.map((draft) => ({ ...draft, id: draft.tildelingId ?? newId() }));
  const emptied = [...kept.map(({ id }) => id), ...cleared];
  if (emptied.length > 0) await tx.deleteFrom('TildelingLine').where('tildelingId', '=', any(emptied)).execute();
  if (cleared.length > 0)
    await tx.deleteFrom('Tildeling').where('id', '=', any(cleared)).where('state', '=', 'draft').execute();
  await tx
    .updateTable('Round')
    .set((eb) => ({ reserve, version: eb('version', '+', 1) }))
    .where('id', '=', roundId)
    .execute();
  if (kept.length === 0) return [];
  const rows = kept.map(({ id, needId, outcome, method, methodReason, methodFigures, reason }) => ({
    id,
    needId,
    outcome,
    method,
    methodReason,
    methodFigures,
    reason,
  }));
  await tx
    .insertInto('Tildeling')
    .columns(['id', 'roundId', 'behovsmeldingId', 'outcome', 'method', 'methodReason', 'methodFigures', 'reason'])
    .expression((eb) =>
      eb
        .selectFrom(recordset('d', rows, DRAFT))
        .select(({ val }) => [
          'd.id',
          val(roundId).as('roundId'),
          'd.needId',
          'd.outcome',
          'd.method',
          'd.methodReason',
        ])
        .select(['d.methodFigures', 'd.reason']),
    )
    .onConflict((oc) =>
      oc.column('id').doUpdateSet((eb) => ({
        outcome: eb.ref('excluded.outcome'),
        method: eb.ref('excluded.method'),
        methodReason: eb.ref('excluded.methodReason'),
        methodFigures: eb.ref('excluded.methodFigures'),
        reason: eb.ref('excluded.reason'),
        version: eb('Tildeling.version', '+', 1),
      })),
    )
    .execute();
  const lines = kept.flatMap(({ id, lines: given }) =>
    given.map(({ side, receiverId, budgetYear, amount }) => ({
      id: newId(),
      tildelingId: id,
      side,
      receiverId,
      budgetYear,
      amount,
    })),
  );
  if (lines.length > 0)
    await tx
      .insertInto('TildelingLine')
      .columns(['id', 'tildelingId', 'side', 'receiverId', 'budgetYear', 'amount'])
      .expression((eb) =>
        eb
          .selectFrom(recordset('l', lines, LINE))
          .select(['l.id', 'l.tildelingId', 'l.side', 'l.receiverId', 'l.budgetYear', 'l.amount']),
      )
      .execute();
  return kept.map(({ needId, id }) => ({ needId, tildelingId: id }));
}

/** Marks the drafts as proposed by somebody, and the round when nothing is left to propose. */
export async function saveProposal(
  tx: Tx,
  roundId: string,
  ids: readonly string[],
  by: { userId: string; now: Date },
  complete: boolean,
): Promise<void> {
  await tx
    .updateTable('Tildeling')
    .set((eb) => ({
      state: 'proposed',
      proposedById: by.userId,
      proposedAt: by.now,
      returnComment: '',
      version: eb('version', '+', 1),
    }))
    .where('id', '=', any(ids))
    .execute();
  if (complete)
    await tx
      .updateTable('Round')
      .set((eb) => ({ state: 'proposed', version: eb('version', '+', 1) }))
      .where('id', '=', roundId)
      .execute();
}
