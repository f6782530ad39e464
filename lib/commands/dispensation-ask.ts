import { lockNeed } from '#lib/db/behovsmelding';
import { askDispensation } from '#lib/db/dispensation';
import { known, sumsOf } from '#lib/domain/behovsmelding-sums';
import { decideAsk } from '#lib/domain/dispensation';
import { AskDispensation } from '#lib/schema/dispensation';
import { command } from './command';

/** Asks Statsforvalteren for an exception from the egenandel. */
export const askForDispensation = command({
  action: 'dispensation.ask',
  schema: AskDispensation,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: decideAsk,
  save: async (tx, need, reason, { actor, now }) => {
    const asked = await askDispensation(tx, need, reason, actor.userId, now);
    const { network, uh, egenandel } = sumsOf(need);
    const details = {
      dispensationId: asked.id,
      title: need.titleAsSent,
      reason,
      network: known(network),
      uh: known(uh),
      egenandel: known(egenandel),
    };
    const log = [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }];
    return {
      value: { id: need.id },
      log,
      tell: [
        {
          kind: 'dispensation-asked',
          subjectId: asked.id,
          details: { title: need.titleAsSent, owner: need.ownerName },
        },
      ],
    };
  },
});
