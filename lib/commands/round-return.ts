import { withCases } from '#lib/db/allocation';
import { lockRound } from '#lib/db/round';
import { saveReturn } from '#lib/db/tildeling-return';
import { returnRound as decideReturn } from '#lib/domain/tildeling-decide';
import { ReturnRound } from '#lib/schema/allocation';
import { command } from './command';

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
