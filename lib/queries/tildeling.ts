import { findAllocation } from '#lib/db/tildeling/cases';
import { listTildelinger } from '#lib/db/tildeling/list';
import { previousKey, proposerNames, receiverSums } from '#lib/db/tildeling/sums';
import { findTildeling, tildelingHistory } from '#lib/db/tildeling/tildeling';
import { allowed, may } from '#lib/domain/policy/may';
import { isOpen, type Origin, suggest } from '#lib/domain/tildeling/allocation';
import type { Sides } from '#lib/domain/tildeling/tildeling';
import { ById } from '#lib/schema/fields';
import { TildelingList, WorkbenchInput } from '#lib/schema/tildeling';
import { listQuery, query, together } from './query';

const PAGE = 50;

/** The tildelinger the reader has to do with, fifty at a time. */
export const tildelinger = listQuery({
  action: 'tildeling.read',
  schema: TildelingList,
  find: async (tx, ways, { page }, { now }) => ({
    ...(await listTildelinger(tx, ways, now, { size: PAGE, number: page })),
    page,
    size: PAGE,
  }),
});

/** One tildeling with its lines and its history. */
export const tildelingPage = query({
  action: 'tildeling.read',
  schema: ById,
  load: (tx, { id }, { now }) => findTildeling(tx, id, now),
  show: async (tildeling, { actor }, tx) => {
    // Whoever works on amounts before they are decided goes on to the workbench from here, and reads what led up to this.
    const works = may(actor, 'allocation.read', { ...tildeling, state: 'recommended' });
    const history = await tildelingHistory(tx, tildeling.id);
    return {
      tildeling,
      works,
      history: works ? history : history.filter(({ action }) => action === 'tildeling.approve'),
      ownProposal: tildeling.state === 'proposed' && tildeling.proposedById === actor.userId,
      allowed: tildeling.inForce ? allowed(actor, ['tildeling.approve', 'tildeling.return'], tildeling) : [],
    };
  },
});

/** The letter of a tildeling, as it goes out: a decided one to anybody, a proposed one to those who work on it. */
export const letterPage = query({
  action: 'tildeling.read',
  schema: ById,
  load: (tx, { id }, { now }) => findTildeling(tx, id, now),
  show: (tildeling) => tildeling,
});

export type Suggested = Sides & Origin;

/** The workbench of a round: its needs, what is saved, and a suggestion where one is asked for. Nothing is stored. */
export const workbench = query({
  action: 'allocation.read',
  schema: WorkbenchInput,
  load: (tx, { id }) => findAllocation(tx, id),
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
  load: (tx, { id }) => findAllocation(tx, id),
  show: async (round, { actor }, tx) => ({
    round,
    ...(await together({
      receivers: receiverSums(tx, round.id),
      proposers: proposerNames(tx, round.proposerIds),
    })),
    /** Whether the reader stopped at their own proposal: told why there is no button. */
    ownProposal: round.proposerIds.includes(actor.userId),
    isApprover: may(actor, 'round.approve', { ...round, proposerIds: [], state: 'proposed' }),
    allowed: allowed(actor, ['round.approve'], round),
  }),
});
