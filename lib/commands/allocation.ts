import { allocateRound as decideAllocation } from '#lib/domain/allocation';
import { proposeRound as decideProposal } from '#lib/domain/tildeling-decide';
import { conflict } from '#lib/domain/outcome';
import { total } from '#lib/domain/tildeling';
import { AllocateRound, ChosenInRound } from '#lib/schema/allocation';
import { withCases, type AllocationRow } from '#lib/db/allocation';
import { saveDrafts, saveProposal } from '#lib/db/allocation-save';
import type { Tx } from '#lib/db/client';
import { lockRound } from '#lib/db/round';
import { command } from './command';

/** The round locked, then its needs, its rules and its exceptions. */
async function lockAllocation(tx: Tx, id: string, ids: readonly string[] | null = null): Promise<AllocationRow | null> {
  const round = await lockRound(tx, id);
  return round === null ? null : withCases(tx, round, ids);
}

/** Saves a working version of the round's amounts. */
export const allocateRound = command({
  action: 'round.allocate',
  schema: AllocateRound,
  load: (tx, { id }) => lockAllocation(tx, id),
  decide: (before, input, { actor }) =>
    (input.version ?? before.version) === before.version ? decideAllocation(before, input, actor.name) : conflict,
  save: async (tx, before, { drafts, cleared, reserve, used }) => {
    const saved = await saveDrafts(tx, before.id, drafts, cleared, reserve);
    const where = { roundId: before.id, countyId: before.countyId };
    const ids = new Map(saved.map((one) => [one.needId, one.tildelingId]));
    const changes = drafts.map((draft) => ({
      ...where,
      subjectType: 'tildeling',
      subjectId: ids.get(draft.needId) ?? '',
      details: { title: draft.title, network: draft.network, uh: draft.uh, method: draft.method },
    }));
    const round = {
      ...where,
      subjectId: before.id,
      details: { count: drafts.length, cleared: cleared.length, used, reserve },
    };
    return { value: { id: before.id, version: before.version + 1 }, log: [round, ...changes] };
  },
});

/** Proposes drafts, all or the chosen ones, to whoever approves. */
export const proposeRound = command({
  action: 'round.propose',
  schema: ChosenInRound,
  load: (tx, { id }) => lockAllocation(tx, id),
  decide: (before, { ids }) => decideProposal(before, ids),
  save: async (tx, before, { these, complete }, { actor, now }) => {
    await saveProposal(
      tx,
      before.id,
      these.map((one) => one.tildeling.id),
      { userId: actor.userId, now },
      complete,
    );
    const where = { roundId: before.id, countyId: before.countyId };
    const proposals = these.map(({ title, tildeling }) => ({
      ...where,
      subjectType: 'tildeling',
      subjectId: tildeling.id,
      details: { title, network: tildeling.network, uh: tildeling.uh },
    }));
    const sum = these.reduce((all, one) => all + total(one.tildeling), 0);
    const log = [{ ...where, subjectId: before.id, details: { count: these.length, sum, complete } }, ...proposals];
    const { id, programme, year } = before;
    return {
      value: { id },
      log,
      tell: [{ kind: 'round-proposed', subjectId: id, details: { programme, year, count: these.length } }],
    };
  },
});
