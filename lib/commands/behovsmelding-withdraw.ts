import { lockNeedAndRound } from '#lib/db/behovsmelding';
import { moveNeed, releaseTildeling } from '#lib/db/behovsmelding-save';
import { setRoundState } from '#lib/db/round';
import { findBeside } from '#lib/db/round-beside';
import { roundAfterWithdrawal } from '#lib/domain/behovsmelding-withdraw';
import { done } from '#lib/domain/outcome';
import { WithdrawNeed } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Takes back a behovsmelding that is not yet decided; money set aside for it is free again, and the round no longer waits for it. */
export const withdrawBehovsmelding = command({
  action: 'behovsmelding.withdraw',
  schema: WithdrawNeed,
  load: async (tx, { id }, { now }) => {
    const need = await lockNeedAndRound(tx, id, now);
    return need === null ? null : { ...need, beside: await findBeside(tx, need) };
  },
  decide: (before) => done(roundAfterWithdrawal(before.roundState, before.beside)),
  save: async (tx, { id, roundId, countyId, titleAsSent: title, ownerName, roundState }, next, { now }) => {
    await moveNeed(tx, id, 'withdrawn', now);
    await releaseTildeling(tx, id);
    if (next !== roundState) await setRoundState(tx, roundId, next);
    const log = [{ subjectId: id, roundId, countyId, details: { title, ...(next !== roundState && { round: next }) } }];
    return {
      value: { id },
      log,
      tell: [{ kind: 'need-withdrawn', subjectId: id, details: { title, owner: ownerName } }],
    };
  },
});
