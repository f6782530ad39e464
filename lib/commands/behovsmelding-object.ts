import { lockNeed } from '#lib/db/behovsmelding';
import { objectForOwners } from '#lib/db/need-partners';
import { waitingFor } from '#lib/domain/need-owner';
import { done, refused } from '#lib/domain/outcome';
import { ObjectForOwner } from '#lib/schema/need-partners';
import { command } from './command';

/** An owner's leader asks for what was sent for the owner to be put right. What is asked stays between the owners and the office. */
export const objectForOwner = command({
  action: 'behovsmelding.object',
  schema: ObjectForOwner,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (before, { objection }, { actor }) => {
    const waiting = waitingFor(before, actor);
    return waiting.names.length === 0 ? refused({ code: 'nothing-to-confirm' }) : done({ waiting, objection });
  },
  save: async (tx, need, { waiting, objection }, { actor, now }) => {
    await objectForOwners(tx, need.id, waiting, objection, actor.userId, now);
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
        { kind: 'owner-objected', subjectId: need.id, details: { title: need.title, owner: waiting.names.join(', ') } },
      ],
    };
  },
});
