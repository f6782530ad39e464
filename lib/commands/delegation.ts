import { findOwner } from '#lib/db/organisation';
import { createDelegation, endDelegation, givenBy, lockDelegation, regionsOf } from '#lib/db/people/delegation';
import { dayAt } from '#lib/domain/day';
import { decideEnd, decideGive, lastDay } from '#lib/domain/people/delegation';
import { EndDelegation, GiveDelegation } from '#lib/schema/people';
import { command } from './command';

/** An owner lets a region's office act for it, in writing. */
export const giveDelegation = command({
  action: 'delegation.give',
  schema: GiveDelegation,
  load: async (tx, { ownerId }, { now }) => {
    const owner = await findOwner(tx, ownerId, now);
    return owner === null
      ? null
      : { ...owner, regions: await regionsOf(tx, [ownerId], dayAt(now)), given: await givenBy(tx, ownerId) };
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
      from,
      to,
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

/** An owner takes a delegation back. From that day the office reaches nothing of the owner's by it. */
export const endDelegationOf = command({
  action: 'delegation.end',
  schema: EndDelegation,
  load: (tx, { id }) => lockDelegation(tx, id),
  decide: (before, input, context) => decideEnd(before, input, context),
  save: async (tx, { id, ownerName, regionName, countyId }, { to }, { actor, now }) => {
    await endDelegation(tx, id, to, actor.userId, now);
    const log = [{ subjectId: id, roundId: null, countyId, details: { owner: ownerName, region: regionName, to } }];
    // One that ends today or before it began is at its end already.
    const last = to > dayAt(now) ? lastDay({ to }) : null;
    return {
      value: { id },
      log,
      tell: [
        {
          kind: 'delegation-ended',
          subjectId: id,
          details: { owner: ownerName, region: regionName, lastDay: last },
        },
      ],
    };
  },
});
