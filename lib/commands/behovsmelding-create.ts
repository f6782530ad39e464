import { createNeed } from '#lib/db/behovsmelding-save';
import { findOwner } from '#lib/db/parties';
import { shareRound } from '#lib/db/round';
import { decideCreate } from '#lib/domain/behovsmelding-decide';
import { CreateNeed } from '#lib/schema/behovsmelding';
import { command } from './command';

/** Begins a behovsmelding for an owner in an open round of its county. */
export const createBehovsmelding = command({
  action: 'behovsmelding.create',
  schema: CreateNeed,
  load: async (tx, { ownerId, roundId }, { now }) => {
    const round = await shareRound(tx, roundId);
    const owner = await findOwner(tx, ownerId, now);
    return owner === null || round === null || owner.countyId !== round.countyId ? null : { ...owner, round };
  },
  decide: (before, _input, context) => decideCreate(before, context),
  save: async (tx, owner, { round }, { actor, now }) => {
    const value = await createNeed(tx, { roundId: round.id, ownerId: owner.id, regionId: owner.regionId, createdById: actor.userId, createdAt: now });
    return { value, log: [{ subjectType: 'behovsmelding', subjectId: value.id, roundId: round.id, countyId: round.countyId, details: { owner: owner.name } }] };
  },
});
