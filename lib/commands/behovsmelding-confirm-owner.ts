import { lockNeed } from '#lib/db/behovsmelding';
import { confirmForOwners } from '#lib/db/need-partners';
import { waitingFor } from '#lib/domain/need-owner';
import { done, refused } from '#lib/domain/outcome';
import { ConfirmForOwner } from '#lib/schema/need-partners';
import { command } from './command';

/** An owner's leader stands behind what was sent for the owner: by its coordinator, or by another owner for a network. */
export const confirmForOwner = command({
  action: 'behovsmelding.confirm-owner',
  schema: ConfirmForOwner,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before, _input, { actor }) => {
    const waiting = waitingFor(before, actor);
    return waiting.names.length === 0 ? refused({ code: 'nothing-to-confirm' }) : done(waiting);
  },
  save: async (tx, need, waiting, { actor, now }) => {
    await confirmForOwners(tx, need.id, waiting, actor.userId, now);
    const log = [
      {
        subjectId: need.id,
        roundId: need.roundId,
        countyId: need.countyId,
        details: { owner: waiting.names.join(', ') },
      },
    ];
    return {
      value: { id: need.id },
      log,
      tell: [
        {
          kind: 'owner-confirmed',
          subjectId: need.id,
          details: { title: need.title, owner: waiting.names.join(', ') },
        },
      ],
    };
  },
});
