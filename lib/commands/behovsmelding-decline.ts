import { lockNeed } from '#lib/db/behovsmelding';
import { declinePartner } from '#lib/db/need-partners';
import { partnersOf } from '#lib/domain/need-uh';
import { done } from '#lib/domain/outcome';
import { DeclineNeed } from '#lib/schema/need-partners';
import { command } from './command';

/** A UH says that it does not take part, and why. It still reads the need, and may confirm later. */
export const declineBehovsmelding = command({
  action: 'behovsmelding.decline',
  schema: DeclineNeed,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before, { reason }, { actor }) => done({ reason, partners: partnersOf(before, actor) }),
  save: async (tx, need, { reason, partners }, { actor, now }) => {
    await declinePartner(
      tx,
      need.id,
      partners.map((uh) => uh.organisationId),
      reason,
      actor.userId,
      now,
    );
    const details = { uh: partners.map((uh) => uh.name).join(', '), reason };
    const log = [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details }];
    return {
      value: { id: need.id },
      log,
      tell: [{ kind: 'need-turned-down', subjectId: need.id, details: { title: need.title, uh: details.uh } }],
    };
  },
});
