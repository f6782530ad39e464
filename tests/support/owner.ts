import { giveDelegation } from '#lib/commands/delegation';
import { models } from '#prisma/models';
import type { Actor } from '#lib/domain/policy/row';
import { NOW, type World } from './world';

/** An owner of its own for a test, a member of the region: what is delegated stays. */
export async function makeOwner(world: World) {
  const { id } = await models().organisation.create({
    data: {
      name: 'Steigen',
      kind: 'kommune',
      countyId: world.countyId,
      memberships: { create: [{ regionId: world.regionId, from: new Date('2020-01-01') }] },
    },
  });
  const actor: Actor = {
    ...world.actors.otherOwner,
    grants: world.actors.otherOwner.grants.map((grant) => ({ ...grant, organisationId: id })),
  };
  const give = (change: object = {}, now = NOW) =>
    giveDelegation(
      {
        ownerId: id,
        regionId: world.regionId,
        covers: ['needs'],
        from: '2027-01-15',
        lastDay: '2027-12-31',
        note: 'Kommunedirektøren, 10. januar 2027.',
        ...change,
      },
      { actor, now },
    );
  const held = async (change: object = {}) =>
    (
      await models().delegation.create({
        data: { organisationId: id, regionId: world.regionId, from: new Date('2026-01-01'), ...change },
      })
    ).id;
  return { id, actor, give, held, own: { actor, now: NOW } };
}
