import { command } from '#lib/commands/command';
import { deliverDraft, lockForumRound, writeWhole } from '#lib/db/innstilling';
import { deliverInnstilling, sumRecommended } from '#lib/domain/innstilling';
import { DeliverInnstilling } from '#lib/schema/innstilling';

/** Delivers the forum's innstilling: it, the round and its needs go on in one change, each need with its own line in the log. */
export const innstillingDeliver = command({
  action: 'innstilling.deliver',
  schema: DeliverInnstilling,
  load: (tx, { id }, { now }) => lockForumRound(tx, id, now),
  decide: deliverInnstilling,
  save: async (tx, { id, countyId, needs, programme, year }, input, { actor, now }) => {
    const innstillingId = await writeWhole(tx, input);
    await deliverDraft(tx, id, innstillingId, { userId: actor.userId, at: now });
    const { network, uh } = sumRecommended(input.lines);
    const place = { roundId: id, countyId };
    const whole = {
      ...place,
      subjectId: id,
      details: { lines: needs.length, network, uh, decisionForm: input.decisionForm },
    };
    const each = input.lines.map((line) => ({
      ...place,
      subjectType: 'behovsmelding',
      subjectId: line.needId,
      details: { priority: line.priority, network: line.network, uh: line.uh, reason: line.reason },
    }));
    return {
      value: { id },
      log: [whole, ...each],
      tell: [{ kind: 'innstilling-delivered', subjectId: id, details: { programme, year } }],
    };
  },
});
