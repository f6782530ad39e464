import { beforeAll, describe, expect, it } from 'vitest';
import { createBehovsmelding } from '#lib/commands/behovsmelding/write';
import { models } from '#prisma/models';
import { writeBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { newBehovsmelding } from '#lib/queries/behovsmelding/list';
import { makeGranted } from '#tests/support/granted';
import { makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let granted: { needId: string; tiltakId: string };
beforeAll(async () => {
  world = await makeWorld();
  granted = await makeGranted(world);
});

const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });
const begin = (who: keyof World['actors'], change: object) =>
  createBehovsmelding({ ownerId: world.owner.id, roundId: world.roundId, ...change }, as(who));
const readNew = async (outcome: Awaited<ReturnType<typeof begin>>) => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return models().behovsmelding.findUniqueOrThrow({
    where: { id: outcome.value.id },
    include: { lines: true, uh: true, egenandelLines: true },
  });
};

describe('what stands beside the new one', () => {
  it('is what is granted already, and how the last year went: 100 000 kr less 70 000 kr spent is 30 000 kr unspent', async () => {
    const made = await readNew(await begin('skoleeier', { fromId: granted.needId, take: ['title'] }));
    const report = await models().annualReport.create({
      data: {
        tiltakId: granted.tiltakId,
        year: 2027,
        dueOn: new Date('2028-02-01'),
        halves: {
          create: [
            {
              side: 'owner',
              organisationId: world.owner.id,
              state: 'filed',
              status: 'delayed',
              goalAttainment: 'Halvvegs.',
              languages: { goalAttainment: 'nn' },
              spent: 70_000,
              carryOverAsked: 30_000,
            },
          ],
        },
      },
    });
    const beside = await writeBehovsmelding({ id: made.id }, as('skoleeier'));
    expect(beside?.earlier).toEqual({
      need: { id: granted.needId, title: 'Vurdering' },
      tiltak: {
        reference: 'PF-2027-0001',
        title: 'Vurdering',
        granted: [
          { year: 2027, amount: 100_000 },
          { year: 2028, amount: 150_000 },
        ],
        reportId: report.id,
      },
      report: {
        id: report.id,
        year: 2027,
        isFiled: true,
        status: 'delayed',
        goalAttainment: 'Halvvegs.',
        goalAttainmentIn: 'nn',
        granted: 100_000,
        spent: 70_000,
        unspent: 30_000,
        carryOver: 30_000,
      },
    });
    const empty = await readNew(await begin('skoleeier', {}));
    expect((await writeBehovsmelding({ id: empty.id }, as('skoleeier')))?.earlier).toBeNull();
  });
});

describe('what may be begun from', () => {
  it('is one’s own needs that are sent, and tiltak, with how far the money goes; another owner sees none of it', async () => {
    const own = await newBehovsmelding({}, as('skoleeier'));
    expect(own?.earlier.find(({ needId }) => needId === granted.needId)).toMatchObject({
      title: 'Vurdering',
      tiltakId: granted.tiltakId,
      grantedUntil: 2028,
    });
    expect(
      (await newBehovsmelding({}, as('otherOwner')))?.earlier.some(({ needId }) => needId === granted.needId),
    ).toBe(false);
    expect((await newBehovsmelding({ fra: granted.needId }, as('otherOwner')))?.begin).toBeNull();
    expect((await newBehovsmelding({ fra: granted.needId }, as('coordinator')))?.begin?.source).toMatchObject({
      title: 'Vurdering',
    });
  });

  it('takes any address a reader may write', async () => {
    for (const fra of ['x', '', 'a b', ['a', 'b']])
      expect((await newBehovsmelding({ fra }, as('skoleeier')))?.begin).toBeNull();
  });
});
