import { models } from '#prisma/models';
import { makeBehovsmelding, NOW, type World } from './world';

/**
 * A need of the world's owner that is granted: 100 000 kr to the network in 2027 and 150 000 kr to the UH in 2028, of
 * a region's pool where one is named.
 */
export async function makeGranted(
  world: World,
  poolId: string | null = null,
): Promise<{ needId: string; tiltakId: string }> {
  const needId = await makeBehovsmelding(world, { state: 'granted', title: 'Vurdering' });
  const tiltak = await models().tiltak.create({
    data: {
      reference: 'PF-2027-0001',
      countyId: world.countyId,
      year: 2027,
      number: 1,
      roundId: world.roundId,
      behovsmeldingId: needId,
      title: 'Vurdering',
      leadId: world.owner.id,
      leadName: 'Fauske',
    },
  });
  await models().tildeling.create({
    data: {
      roundId: world.roundId,
      behovsmeldingId: needId,
      tiltakId: tiltak.id,
      lines: {
        create: [
          { side: 'network', receiverId: world.owner.id, budgetYear: 2027, amount: 100_000 },
          { side: 'uh', receiverId: world.uh.id, budgetYear: 2028, amount: 150_000, poolId },
        ],
      },
    },
  });
  await models().tildeling.updateMany({
    data: { state: 'approved', proposedById: 'a', approvedById: 'b', approvedAt: NOW },
  });
  return { needId, tiltakId: tiltak.id };
}
