import { endDelegation, lockDelegation } from '#lib/db/delegation';
import { dayOf, osloDay } from '#lib/domain/deadline';
import { decideEnd, lastDay } from '#lib/domain/delegation';
import { EndDelegation } from '#lib/schema/delegation';
import { command } from './command';

/** An owner takes a delegation back. From that day the office reaches nothing of the owner's by it. */
export const endDelegationOf = command({
  action: 'delegation.end',
  schema: EndDelegation,
  load: (tx, { id }) => lockDelegation(tx, id),
  decide: (before, input, context) => decideEnd(before, input, context),
  save: async (tx, { id, ownerName, regionName, countyId }, { to }, { actor, now }) => {
    await endDelegation(tx, id, to, actor.userId, now);
    const log = [
      { subjectId: id, roundId: null, countyId, details: { owner: ownerName, region: regionName, to: dayOf(to) } },
    ];
    // One that ends today or before it began is at its end already.
    const last = dayOf(to) > osloDay(now) ? lastDay({ to }) : null;
    return {
      value: { id },
      log,
      tell: [
        {
          kind: 'delegation-ended',
          subjectId: id,
          details: { owner: ownerName, region: regionName, lastDay: last === null ? null : dayOf(last) },
        },
      ],
    };
  },
});
