import { isOpen, suggest } from '#lib/domain/allocation-suggest';
import type { Origin } from '#lib/domain/allocation';
import { allowed, may } from '#lib/domain/may';
import type { Sides } from '#lib/domain/tildeling';
import { Workbench } from '#lib/schema/allocation';
import { ById } from '#lib/schema/fields';
import { withCases } from '#lib/db/allocation';
import { previousKey, proposerNames, receiverSums } from '#lib/db/allocation-sums';
import { findRound } from '#lib/db/round';
import { query } from './query';

export type Suggested = Sides & Origin;

/** The workbench of a round: its needs, what is saved, and a suggestion where one is asked for. Nothing is stored. */
export const workbench = query({
  action: 'allocation.read',
  schema: Workbench,
  load: async (tx, { id }) => {
    const round = await findRound(tx, id);
    return round === null ? null : withCases(tx, round);
  },
  show: async (round, { actor }, tx, { method, last, weights }) => {
    const previous = await previousKey(tx, round);
    const key = Object.keys(weights).length > 0 ? weights : previous;
    const answer = method === null ? null : suggest(round, method, { last, weights: new Map(Object.entries(key)) });
    const suggested: Record<string, Suggested> = {};
    for (const {
      key: needId,
      network,
      uh,
      reason: { code, ...figures },
    } of answer?.ok === true ? answer.allocations : []) {
      suggested[needId] = { network, uh, method: method ?? '', methodReason: code, methodFigures: figures };
    }
    const regions = new Map(
      round.cases
        .filter(isOpen)
        .map((one) => [one.regionId ?? one.needId, one.regionId === null ? one.title : (one.regionName ?? '')]),
    );
    return {
      round,
      suggested,
      choice: { method, last, weights: key },
      regions: [...regions].map(([id, name]) => ({ id, name })),
      previous,
      problem: answer?.ok === false ? { error: answer.error, keys: answer.keys } : null,
      allowed: allowed(
        actor,
        ['round.allocate', 'round.propose', 'round.approve', 'agreement.register', 'dispensation.ask-split'],
        round,
      ),
    };
  },
});

/** What an approver decides on: the proposals of a round with all that is judged. */
export const approvalPage = query({
  action: 'allocation.read',
  schema: ById,
  load: async (tx, { id }) => {
    const round = await findRound(tx, id);
    return round === null ? null : withCases(tx, round);
  },
  show: async (round, { actor }, tx) => ({
    round,
    receivers: await receiverSums(tx, round.id),
    proposers: await proposerNames(tx, round.proposerIds),
    /** Whether the reader stopped at their own proposal: told why there is no button. */
    ownProposal: round.proposerIds.includes(actor.userId),
    isApprover: may(actor, 'round.approve', { ...round, proposerIds: [], state: 'proposed' }),
    allowed: allowed(actor, ['round.approve'], round),
  }),
});
