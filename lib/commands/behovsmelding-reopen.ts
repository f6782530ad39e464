import { lockNeedInRound } from '#lib/db/behovsmelding';
import { reopenNeed } from '#lib/db/behovsmelding-save';
import { decideReopen } from '#lib/domain/behovsmelding-decide';
import { WithdrawNeed } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Makes a withdrawn behovsmelding a draft again, while there is time to send it. */
export const reopenBehovsmelding = command({
  action: 'behovsmelding.reopen',
  schema: WithdrawNeed,
  load: (tx, { id }, { now }) => lockNeedInRound(tx, id, now),
  decide: (before, _input, context) => decideReopen(before, context),
  save: async (tx, need, _value, { now }) => {
    await reopenNeed(tx, need.id, now);
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { title: need.title } }],
    };
  },
});
