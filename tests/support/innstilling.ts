import { models } from '#prisma/models';
import { makeBehovsmelding, type World } from './world';

/** Two needs that are sent and one draft, in a round that is closed; the ids of the two. */
export async function makeClosed(world: World): Promise<string[]> {
  const needs = [
    await makeBehovsmelding(world, { state: 'submitted', title: 'Lesing' }),
    await makeBehovsmelding(world, { state: 'submitted', title: 'Regning' }),
  ];
  await makeBehovsmelding(world, { title: 'En kladd' });
  await models().round.update({ where: { id: world.roundId }, data: { state: 'closed' } });
  return needs;
}

/** What the forum types about one of the needs: recommended in full. */
export const innstillingLine = (needs: readonly string[], index: number, change: object = {}) => ({
  needId: needs[index],
  priority: String(index + 1),
  network: '200 000',
  uh: '300 000',
  reason: '',
  dissent: '',
  ...change,
});

/** What the secretariat sends when it delivers: both needs, as the forum agreed. */
export const innstillingTyped = (world: World, needs: readonly string[], change: object = {}) => ({
  id: world.roundId,
  version: 0,
  meetingOn: '2027-03-10',
  decisionForm: 'agreement',
  note: '',
  lines: [innstillingLine(needs, 0), innstillingLine(needs, 1)],
  ...change,
});
