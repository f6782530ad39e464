import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '#prisma/models';
import { violated } from '#tests/support/refused';
import { recommend } from '#tests/support/recommended';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let need: string;
beforeAll(async () => {
  world = await makeWorld();
  need = await makeBehovsmelding(world, { state: 'submitted' });
  await recommend(world, [need]);
});

describe('the database keeps a delivered innstilling as it was', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['its note', () => models().innstilling.updateMany({ data: { note: 'Ny' } })],
    ['its state', () => models().innstilling.updateMany({ data: { state: 'draft' } })],
    ['an amount', () => models().innstillingLine.updateMany({ data: { uh: 1 } })],
    ['a line', () => models().innstillingLine.deleteMany()],
    ['the whole of it', () => models().innstilling.deleteMany()],
  ])('refusing to change or remove %s', async (_, work) => {
    expect(await violated(work())).toBe('innstilling_delivered_unchangeable');
  });
  it('refusing a line added later', async () => {
    const { id } = await models().innstilling.findFirstOrThrow();
    const late = await makeBehovsmelding(world, { state: 'submitted', title: 'For sent' });
    expect(
      await violated(
        models().innstillingLine.create({ data: { innstillingId: id, behovsmeldingId: late, network: 1, uh: 1 } }),
      ),
    ).toBe('innstilling_delivered_unchangeable');
  });
  it('refusing a second delivered one in the round, and one that nobody delivered', async () => {
    const by = { deliveredById: world.actors.secretariat.userId, deliveredAt: NOW };
    expect(
      await violated(
        models().innstilling.create({ data: { roundId: world.roundId, version: 2, state: 'delivered', ...by } }),
      ),
    ).toBe('innstilling_one_delivered');
    expect(
      await violated(models().innstilling.create({ data: { roundId: world.roundId, version: 2, state: 'delivered' } })),
    ).toBe('innstilling_delivered_by_somebody');
  });
  it('refusing a draft that was saved fewer than one time', async () => {
    expect(
      await violated(models().innstilling.create({ data: { roundId: world.roundId, version: 4, revision: 0 } })),
    ).toBe('innstilling_revision_counts');
  });
  it('refusing amounts below 0 also in a draft', async () => {
    const { id } = await models().innstilling.create({ data: { roundId: world.roundId, version: 3 } });
    expect(
      await violated(
        models().innstillingLine.create({ data: { innstillingId: id, behovsmeldingId: need, network: -1 } }),
      ),
    ).toBe('innstilling_line_not_negative');
  });
});

describe('the database keeps the sums of a need', () => {
  const sums = async (id: string) => {
    const { askedNetwork, askedUh, plannedEgenandel } = await models().behovsmelding.findUniqueOrThrow({
      where: { id },
    });
    return [askedNetwork, askedUh, plannedEgenandel];
  };
  it('through every change of its lines: 200 000 + 300 000, then a cell emptied, then a year and a UH more', async () => {
    const id = await makeBehovsmelding(world);
    expect(await sums(id)).toEqual([200_000n, 300_000n, 150_000n]);
    await models().behovsmeldingLine.updateMany({ where: { behovsmeldingId: id, side: 'uh' }, data: { amount: null } });
    expect(await sums(id)).toEqual([200_000n, null, 150_000n]);
    await models().behovsmeldingUh.updateMany({
      where: { behovsmeldingId: id },
      data: { sharedAt: null, sharedById: null },
    });
    await models().behovsmeldingUh.deleteMany({ where: { behovsmeldingId: id } });
    expect(await sums(id)).toEqual([200_000n, 0n, 150_000n]);
    await models().behovsmelding.update({ where: { id }, data: { years: 2 } });
    expect(await sums(id)).toEqual([null, 0n, 150_000n]);
    await models().egenandelLine.deleteMany({ where: { behovsmeldingId: id } });
    expect(await sums(id)).toEqual([null, 0n, null]);
  });
});
