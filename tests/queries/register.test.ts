import { beforeAll, describe, expect, it, test } from 'vitest';
import { models } from '#prisma/models';
import { PUBLIC } from '#lib/domain/policy/may';
import { readRegister, readRegisterPlaces, readRegisterTiltak } from '#lib/queries/register';
import { seedDemo } from '../../prisma/demo/demo';

const NOW = new Date('2026-11-22T08:00:00.000Z');
const ANYONE = { actor: PUBLIC, now: NOW };
const tf2021 = (search = '') => readRegister({ county: 'troms-og-finnmark', year: '2021', search }, ANYONE);

beforeAll(async () => {
  await seedDemo(NOW);
});

describe('anyone, without signing in', () => {
  it('sees the counties and years with approved tildelinger, the newest first', async () => {
    expect(await readRegisterPlaces({}, ANYONE)).toEqual([
      { countyId: 'nordland', countyName: 'Nordland', year: 2025 },
      { countyId: 'troms-og-finnmark', countyName: 'Troms og Finnmark', year: 2021 },
    ]);
  });

  it('sees 14 624 480 kr on 30 tiltak in Troms og Finnmark 2021, two of them without an amount', async () => {
    expect((await tf2021())?.sums).toEqual({
      network: 3_983_348,
      uh: 10_641_132,
      total: 14_624_480,
      later: 0,
      tiltak: 30,
      withoutAmount: 2,
    });
  });

  it('sees the pool of Vest-Finnmark beside lines of 280 000 kr more, and in no sum', async () => {
    const register = await tf2021();
    expect(register?.pools).toMatchObject([{ regionName: 'RSK Vest-Finnmark', amount: 1_000_000, lines: 1_280_000 }]);
    // owners 40 950 + 35 300 + 20 425 + 20 425 + 180 000 + 320 000 = 617 100, UH 1 280 000
    expect(register?.regions.find(({ name }) => name === 'RSK Vest-Finnmark')).toMatchObject({
      network: 617_100,
      uh: 1_280_000,
      total: 1_897_100,
    });
  });

  it('searches the titles without regard to case, and the sums stay those of the whole', async () => {
    const register = await tf2021('MONTESSORI');
    expect([register?.found.map(({ reference }) => reference), register?.sums.tiltak]).toEqual([['TF-2021-0015'], 30]);
  });

  it('sees a tiltak with its lines, its correction and the pool it is part of', async () => {
    expect(await readRegisterTiltak({ reference: 'TF-2021-0013' }, ANYONE)).toMatchObject({
      forumFollowUp: false,
      corrections: [{ amount: 1_710_000, corrected: 0 }],
      lines: [
        { side: 'network', amount: 0 },
        { side: 'uh', amount: 1_710_000 },
      ],
    });
    expect(
      (await readRegisterTiltak({ reference: 'TF-2021-0009' }, ANYONE))?.lines.map(({ pool }) => pool?.lines),
    ).toEqual([undefined, 1_280_000]);
  });

  it('sees no person in it', async () => {
    const seen = JSON.stringify([
      await tf2021(),
      await readRegister({ county: 'nordland', year: '2025', search: '' }, ANYONE),
      await readRegisterTiltak({ reference: 'NO-2025-0001' }, ANYONE),
    ]);
    const users = await models().user.findMany();
    expect(users.filter(({ id, name }) => seen.includes(name) || seen.includes(id))).toEqual([]);
  });

  it('sees nothing of what is not approved', async () => {
    expect(await readRegister({ county: 'nordland', year: '2026', search: '' }, ANYONE)).toBeNull();
    const declined = await readRegister({ county: 'nordland', year: '2025', search: 'digitale' }, ANYONE);
    expect([declined?.sums.tiltak, declined?.found]).toEqual([5, []]);
  });
});

test.each([
  [{ county: 'nordland', year: '1e3' }],
  [{ county: 'nordland', year: ['2025'] }],
  [{ county: "x' OR 1=1", year: '2025' }],
  [{ county: 'nordland', year: '99999999999' }],
  [{ county: 'ukjent', year: '2025' }],
  [{}],
  [null],
])('a malformed place %j is not found', async (input) => {
  expect(await readRegister(input, ANYONE)).toBeNull();
});

test.each([['TF-2021-9999'], ['tf-2021-0001'], ['\u0000'], [['TF-2021-0001']], [undefined]])(
  'a malformed reference %j is not found',
  async (reference) => {
    expect(await readRegisterTiltak({ reference }, ANYONE)).toBeNull();
  },
);

test('a search that is no text searches for nothing', async () => {
  expect((await readRegister({ county: 'nordland', year: '2025', search: ['a', 'b'] }, ANYONE))?.search).toBe('');
});
