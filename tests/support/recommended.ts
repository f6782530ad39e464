import { expect } from 'vitest';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { testDatabase } from '#tests/support/database';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

/** Lets the forum recommend these needs in full, in this order, and the round wait for its division. */
export async function recommend(
  world: World,
  needIds: readonly string[],
  amounts: { network: number; uh: number } = { network: 200_000, uh: 300_000 },
): Promise<void> {
  await models().innstilling.create({
    data: {
      roundId: world.roundId,
      state: 'delivered',
      deliveredById: world.actors.secretariat.userId,
      deliveredAt: NOW,
      lines: {
        create: needIds.map((behovsmeldingId, index) => ({
          behovsmeldingId,
          priority: index + 1,
          ...amounts,
          reason: 'Enighet.',
        })),
      },
    },
  });
  await models().behovsmelding.updateMany({ where: { id: { in: [...needIds] } }, data: { state: 'recommended' } });
  await models().round.update({ where: { id: world.roundId }, data: { state: 'recommended' } });
}

/** Two needs of 200 000 + 300 000 kr with 150 000 kr egenandel, recommended in full. */
export async function twoBehovsmeldinger(world: World): Promise<[string, string]> {
  const first = await makeBehovsmelding(world, { state: 'submitted', title: 'Tidlig innsats' });
  const second = await makeBehovsmelding(world, {
    state: 'submitted',
    title: 'Vurdering for læring',
    ownerId: world.other.id,
  });
  await recommend(world, [first, second]);
  return [first, second];
}

/** A row of the workbench's form, as it is typed. */
export const row = (network: number | string, uh: number | string, reason = '') => ({
  network: String(network),
  uh: String(uh),
  reason,
});

/** The first need in full and the second refused with a reason, both proposed by the caseworker. */
export async function proposeBoth(
  world: World,
  needs: readonly [string, string],
  second: object = row(0, 0, 'Ikke prioritert'),
): Promise<[string, string]> {
  const caseworker = { actor: world.actors.caseworker, now: NOW };
  const rows = { [needs[0]]: row(200_000, 300_000), [needs[1]]: second };
  await allocateRound({ id: world.roundId, rows }, caseworker);
  expect(await proposeRound({ id: world.roundId }, caseworker)).toMatchObject({ kind: 'done' });
  const [a, b] = await models().tildeling.findMany({ orderBy: { behovsmelding: { number: 'asc' } } });
  return [a?.id ?? '', b?.id ?? ''];
}

/** A world in a database of its own, for a test that leaves what only grows behind it. */
export async function freshWorld(rules: Parameters<typeof makeWorld>[0] = {}): Promise<World> {
  await Promise.all([db().destroy(), models().$disconnect()]);
  Object.assign(globalThis, { portalDb: undefined });
  await testDatabase();
  return makeWorld(rules);
}
