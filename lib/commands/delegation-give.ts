import { createDelegation, givenBy, regionsOf } from '#lib/db/delegation';
import { findOwner } from '#lib/db/parties';
import { dayOf, osloDay } from '#lib/domain/deadline';
import { decideGive } from '#lib/domain/delegation';
import { GiveDelegation } from '#lib/schema/delegation';
import { command } from './command';

/** An owner lets a region's office act for it, in writing. */
export const giveDelegation = command({
  action: 'delegation.give',
  schema: GiveDelegation,
  load: async (tx, { ownerId }, { now }) => {
    const owner = await findOwner(tx, ownerId, now);
    return owner === null
      ? null
      : { ...owner, regions: await regionsOf(tx, [ownerId], osloDay(now)), given: await givenBy(tx, ownerId) };
  },
  decide: (before, input, context) => decideGive(before, input, context),
  save: async (tx, owner, { regionId, covers, from, to, note }, { actor, now }) => {
    const value = await createDelegation(tx, {
      organisationId: owner.id,
      regionId,
      covers: [...covers],
      from,
      to,
      note,
      givenById: actor.userId,
      givenAt: now,
    });
    const region = owner.regions.find(({ id }) => id === regionId)?.name ?? null;
    const details = {
      owner: owner.name,
      region,
      covers: covers.join(', '),
      from: dayOf(from),
      to: to === null ? null : dayOf(to),
    };
    const log = [{ subjectType: 'delegation', subjectId: value.id, roundId: null, countyId: owner.countyId, details }];
    return {
      value,
      log,
      tell: [
        {
          kind: 'delegation-given',
          subjectId: value.id,
          details: { owner: owner.name, region, covers: details.covers },
        },
      ],
    };
  },
});
