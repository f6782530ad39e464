import { command, type Context, type Entry } from '#lib/commands/command';
import type { Tx } from '#lib/db/client';
import { lockRound } from '#lib/db/round/round';
import { type ApprovedRound, lockNumbers, saveApprovals, saveReturn } from '#lib/db/tildeling/approval';
import { withCases } from '#lib/db/tildeling/cases';
import { lockTildeling, lockToApprove } from '#lib/db/tildeling/lock';
import type { Notice } from '#lib/domain/message/message';
import { done } from '#lib/domain/outcome';
import {
  type Approvals,
  approveOne,
  approveRound as decideApproval,
  returnRound as decideReturn,
} from '#lib/domain/tildeling/decide';
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
  load: async (tx, { id, ids }) => {
    const round = await lockRound(tx, id);
    if (round === null) return null;
    await lockNumbers(tx, round.countyId, round.year);
    return withCases(tx, round, ids);
  },
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

/** Approves one proposed tildeling; never by whoever proposed it. */
export const approveTildeling = command({
  action: 'tildeling.approve',
  schema: ApproveTildeling,
  load: (tx, { id }) => lockToApprove(tx, id),
  decide: (before, { version }) => approveOne(before, version),
  save: async (tx, before, decided, context) => {
    const written = await approve(tx, { ...before, id: before.roundId }, decided, context);
    return { value: { id: before.id, roundId: before.roundId }, ...written };
  },
});

/** Sends a proposed tildeling back to the caseworker, with a comment. */
export const returnTildeling = command({
  action: 'tildeling.return',
  schema: ReturnTildeling,
  load: (tx, { id }, { now }) => lockTildeling(tx, id, now),
  decide: (_before, { comment }) => done({ comment }),
  save: async (tx, before, { comment }) => {
    await saveReturn(tx, [before.id], before.roundId, comment);
    const { id, roundId, countyId, title, programme, year } = before;
    const log = [{ subjectId: id, roundId, countyId, details: { title, comment } }];
    return {
      value: { id, roundId },
      log,
      tell: [{ kind: 'round-returned', subjectId: roundId, details: { programme, year, count: 1 } }],
    };
  },
});

/** Sends the proposed tildelinger of a round back to the caseworker with one comment, all or the chosen ones; never by whoever proposed one of them. */
export const returnRound = command({
  action: 'round.return',
  schema: ReturnRound,
  load: async (tx, { id, ids }) => {
    const round = await lockRound(tx, id);
    return round === null ? null : withCases(tx, round, ids);
  },
  decide: (before, { ids, comment }) => {
    const decision = decideReturn(before, ids);
    return decision.kind === 'done' ? { kind: 'done', value: { these: decision.value, comment } } : decision;
  },
  save: async (tx, { id, countyId, programme, year }, { these, comment }) => {
    await saveReturn(
      tx,
      these.map(({ tildeling }) => tildeling.id),
      id,
      comment,
    );
    const where = { roundId: id, countyId };
    const each = these.map(({ title, tildeling }) => ({
      ...where,
      subjectType: 'tildeling',
      subjectId: tildeling.id,
      action: 'tildeling.return',
      details: { title, comment },
    }));
    const log = [{ ...where, subjectId: id, details: { count: these.length, comment } }, ...each];
    return {
      value: { id },
      log,
      tell: [{ kind: 'round-returned', subjectId: id, details: { programme, year, count: these.length } }],
    };
  },
});
