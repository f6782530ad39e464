import { command, type Context, type Entry } from '#lib/commands/command';
import type { Tx } from '#lib/db/client';
import { type ApprovedRound, saveApprovals, saveReturn } from '#lib/db/tildeling/approval';
import { type AllocationRow, lockAllocation, lockRoundOf } from '#lib/db/tildeling/cases';
import type { Notice } from '#lib/domain/message/message';
import { done } from '#lib/domain/outcome';
import { type Approvals, decideApproval, type TildelingCase, decideSentBack } from '#lib/domain/tildeling/judge';
import { total } from '#lib/domain/tildeling/tildeling';
import { ApproveRound, ApproveTildeling, ReturnRound, ReturnTildeling } from '#lib/schema/tildeling';

/** Saves approvals, and tells the log and the parties of each tildeling what was decided. */
async function approve(
  tx: Tx,
  round: ApprovedRound,
  decided: Approvals,
  { actor, now }: Context,
): Promise<{ log: Entry[]; tell: Notice[] }> {
  const made = await saveApprovals(tx, round, decided, { userId: actor.userId, now });
  const references = new Map(made.map((one) => [one.tildelingId, one.reference]));
  const log = decided.approvals.map(({ one: { title, tildeling }, outcome }) => ({
    subjectType: 'tildeling',
    subjectId: tildeling.id,
    action: 'tildeling.approve',
    roundId: round.id,
    countyId: round.countyId,
    details: {
      title,
      outcome,
      network: tildeling.network,
      uh: tildeling.uh,
      reference: references.get(tildeling.id) ?? null,
    },
  }));
  const tell = decided.approvals.map(({ one: { title, tildeling }, outcome }): Notice => ({
    kind: 'tildeling-decided',
    subjectId: tildeling.id,
    details: { title, outcome },
  }));
  return { log, tell };
}

/** Approves the proposed tildelinger of a round, all or the chosen ones; never by whoever proposed one of them. */
export const approveRound = command({
  action: 'round.approve',
  schema: ApproveRound,
  load: (tx, { id, ids }) => lockAllocation(tx, id, ids),
  decide: (before, { ids, versions }) => decideApproval(before, ids, versions),
  save: async (tx, before, decided, context) => {
    const { log, tell } = await approve(tx, before, decided, context);
    const sum = decided.approvals.reduce((all, { one }) => all + total(one.tildeling), 0);
    const details = { count: decided.approvals.length, sum, complete: decided.complete };
    const { id, countyId, programme, year } = before;
    const told: Notice = { kind: 'round-approved', subjectId: id, details: { programme, year, count: details.count } };
    return { value: { id }, log: [{ subjectId: id, roundId: id, countyId, details }, ...log], tell: [told, ...tell] };
  },
});

/** Approves one proposed tildeling, as approving the round with that one chosen; never by whoever proposed it. */
export const approveTildeling = command({
  action: 'tildeling.approve',
  schema: ApproveTildeling,
  load: (tx, { id }) => lockRoundOf(tx, id),
  decide: ({ id, round }, { version }) => decideApproval(round, [id], version === null ? {} : { [id]: version }),
  save: async (tx, { id, round }, decided, context) => ({
    value: { id, roundId: round.id },
    ...(await approve(tx, round, decided, context)),
  }),
});

const decideBack = (round: AllocationRow, ids: readonly string[] | null, comment: string) => {
  const decision = decideSentBack(round, ids);
  return decision.kind === 'done' ? done({ these: decision.value, comment }) : decision;
};

/** Saves what is sent back, and tells the log and the caseworker. */
async function sendBack(
  tx: Tx,
  { id, countyId, programme, year }: AllocationRow,
  { these, comment }: { these: readonly TildelingCase[]; comment: string },
): Promise<{ log: Entry[]; tell: Notice[] }> {
  const ids = these.map(({ tildeling }) => tildeling.id);
  await saveReturn(tx, ids, id, comment);
  const log = these.map(({ title, tildeling }) => ({
    subjectType: 'tildeling',
    subjectId: tildeling.id,
    action: 'tildeling.return',
    roundId: id,
    countyId,
    details: { title, comment },
  }));
  return { log, tell: [{ kind: 'round-returned', subjectId: id, details: { programme, year, count: these.length } }] };
}

/** Sends a proposed tildeling back to the caseworker, with a comment. */
export const returnTildeling = command({
  action: 'tildeling.return',
  schema: ReturnTildeling,
  load: (tx, { id }) => lockRoundOf(tx, id),
  decide: ({ id, round }, { comment }) => decideBack(round, [id], comment),
  save: async (tx, { id, round }, back) => ({
    value: { id, roundId: round.id },
    ...(await sendBack(tx, round, back)),
  }),
});

/**
 * Sends the proposed tildelinger of a round back to the caseworker with one comment, all or the chosen ones; never by
 * whoever proposed one of them.
 */
export const returnRound = command({
  action: 'round.return',
  schema: ReturnRound,
  load: (tx, { id, ids }) => lockAllocation(tx, id, ids),
  decide: (before, { ids, comment }) => decideBack(before, ids, comment),
  save: async (tx, before, back) => {
    const { log, tell } = await sendBack(tx, before, back);
    const { id, countyId } = before;
    const details = { count: back.these.length, comment: back.comment };
    return { value: { id }, log: [{ subjectId: id, roundId: id, countyId, details }, ...log], tell };
  },
});
