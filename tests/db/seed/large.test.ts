import { beforeAll, expect, test } from 'vitest';
import { models } from '#prisma/models';
import { makeField, roundsOf } from '../../../prisma/large/county';
import { addBehovsmeldinger } from '../../../prisma/large/needs';

const NOW = new Date('2026-11-22T08:00:00.000Z');

beforeAll(async () => {
  const field = await makeField('lasttest', NOW);
  await addBehovsmeldinger(field, 0, 30);
  await addBehovsmeldinger(field, 30, 40);
});

test('the large round is closed and has the needs asked for, none of them a draft', async () => {
  const [round] = await models().round.findMany({ include: { needs: true } });
  expect([round?.state, round?.year, round?.needs.length, round?.needs.some(({ state }) => state === 'draft')]).toEqual(
    ['closed', 2026, 40, false],
  );
});

test('every need has its sums, and one in ten is short of egenandel', async () => {
  const sums = await models().$queryRaw<
    { asked: bigint; planned: bigint }[]
  >`SELECT "askedNetwork" + "askedUh" AS asked, "plannedEgenandel" AS planned FROM "Behovsmelding"`;
  const short = sums.filter(({ asked, planned }) => Number(planned) * 100 < Number(asked) * 30);
  // 40 needs, those numbered 3, 13, 23 and 33 are 10 000 kr short
  expect([sums.length, short.length]).toEqual([40, 4]);
});

test('its caseworker sees the county, and another round is for the year before', async () => {
  expect(
    await models().roleGrant.count({ where: { countyId: 'lasttest', role: 'caseworker', user: { isDemo: true } } }),
  ).toBe(1);
  await makeField('lasttest', NOW);
  expect(await roundsOf('lasttest')).toEqual([2025, 2026]);
});
