import { lockNeedInRound } from '#lib/db/behovsmelding';
import { markSubmitted } from '#lib/db/behovsmelding-save';
import { delegationTo } from '#lib/db/delegation';
import { isLeader } from '#lib/domain/need-owner';
import { known, sumsOf } from '#lib/domain/behovsmelding-sums';
import { decideSubmit } from '#lib/domain/behovsmelding-decide';
import { SubmitNeed } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Sends a behovsmelding to Statsforvalteren. */
export const submitBehovsmelding = command({
  action: 'behovsmelding.submit',
  schema: SubmitNeed,
  load: async (tx, { id }, { actor, now }) => {
    const need = await lockNeedInRound(tx, id, now);
    return need === null
      ? null
      : { ...need, under: isLeader(need, actor) ? null : await delegationTo(tx, need.ownerId, actor, now) };
  },
  decide: decideSubmit,
  save: async (tx, before, need, { actor, now }) => {
    await markSubmitted(tx, need.id, before.under?.id ?? null, actor.userId, now);
    const { network, uh, egenandel } = sumsOf(need);
    const details = {
      title: need.title,
      network: known(network),
      uh: known(uh),
      egenandel: known(egenandel),
      again: before.state === 'returned',
      ...(before.under !== null && { onBehalf: before.under.regionName }),
    };
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }],
      tell: [
        {
          kind: 'need-sent',
          subjectId: need.id,
          details: { title: need.title, owner: need.ownerName, again: details.again },
        },
      ],
    };
  },
});
