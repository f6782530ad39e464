import { lockNeedAndRound } from '#lib/db/behovsmelding';
import { moveNeed, releaseTildeling } from '#lib/db/behovsmelding-save';
import { done } from '#lib/domain/outcome';
import { WithdrawNeed } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Takes back a behovsmelding that is not yet decided; money set aside for it is free again. */
export const withdrawBehovsmelding = command({
  action: 'behovsmelding.withdraw',
  schema: WithdrawNeed,
  load: (tx, { id }, { now }) => lockNeedAndRound(tx, id, now),
  decide: (before) => done(before),
  save: async (tx, need, _value, { now }) => {
    await moveNeed(tx, need.id, 'withdrawn', now);
    await releaseTildeling(tx, need.id);
    return { value: { id: need.id }, log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { title: need.title } }] };
  },
});
