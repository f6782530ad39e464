import { beforeAll, describe, expect, it, test } from 'vitest';
import { models } from '#prisma/models';
import { seedDemo } from '../../../prisma/demo/demo';

const UIT = 'UiT Norges arktiske universitet';
const INN = 'Universitetet i Innlandet';

/** Tiltak by tiltak as the county's report for 2021 prints it: UH lines, owner, egenandel, samisk perspektiv. Null is a blank cell. */
const PRINTED: readonly [
  no: number,
  uh: readonly [string, number][],
  owner: number | null,
  egenandel: number | null,
  sami: string | null,
][] = [
  [
    1,
    [
      ['Samisk høgskole / Sámi allaskuvla', 170_000],
      [UIT, 350_000],
    ],
    0,
    null,
    'stor',
  ],
  [2, [[UIT, 247_000]], 53_000, null, 'stor'],
  [3, [[UIT, 330_891]], 477_791, 400_000, 'liten'],
  [4, [[UIT, 100_000]], 40_950, 50_000, null],
  [5, [[UIT, 100_000]], 35_300, 50_000, null],
  [6, [[UIT, 100_000]], 20_425, 50_000, null],
  [7, [[UIT, 100_000]], 20_425, 50_000, 'noen'],
  [8, [[UIT, 480_000]], 180_000, 50_000, null],
  [9, [[UIT, 400_000]], 320_000, 50_000, 'noen'],
  [10, [['Universitetet i Stavanger', 300_900]], 300_000, 1_050_000, null],
  [11, [[UIT, 86_243]], 0, 150_000, 'liten'],
  [12, [[INN, 635_115]], 470_085, 400_000, 'noen'],
  [13, [['Universitetet i Sørøst-Norge', 1_710_000]], 0, 513_000, null],
  [14, [], 0, 1_713_300, 'noen'],
  [15, [[UIT, 222_030]], 290_598, 95_336, 'noen'],
  [16, [[UIT, 600_000]], 505_000, 150_000, 'stor'],
  [17, [[UIT, 36_000]], 7_122, 32_878, 'liten'],
  [18, [[UIT, 1_500_000]], null, 0, 'stor'],
  [19, [[UIT, 1_788_500]], null, 800_000, 'liten'],
  [20, [[UIT, 381_367]], 240_320, 450_000, null],
  [21, [[UIT, 50_000]], 168_000, 50_000, 'stor'],
  [22, [], 204_332, 61_230, 'stor'],
  [23, [[UIT, 85_000]], 0, 120_000, 'liten'],
  [24, [[UIT, 119_467]], 0, 40_000, null],
  [25, [[UIT, 119_467]], 0, 250_000, null],
  [26, [[UIT, 119_467]], 0, 140_000, null],
  [27, [[UIT, 0]], 100_000, 50_000, null],
  [28, [], 250_000, 90_000, null],
  [29, [[UIT, 0]], 300_000, null, null],
  [30, [[INN, 509_685]], 0, null, 'liten'],
];

const load = () =>
  models().tiltak.findMany({
    where: { countyId: 'troms-og-finnmark' },
    orderBy: { number: 'asc' },
    include: {
      tildelinger: { include: { lines: { include: { receiver: true, pool: true } } } },
      reports: { include: { halves: true } },
      printedValues: true,
    },
  });
let tiltak: Awaited<ReturnType<typeof load>> = [];
const number = (no: number) => tiltak.find((one) => one.number === no);
const lines = (no: number, side: string) =>
  number(no)
    ?.tildelinger.flatMap((one) => one.lines)
    .filter((line) => line.side === side) ?? [];
const half = (no: number, side: string) =>
  number(no)
    ?.reports.flatMap((one) => one.halves)
    .find((one) => one.side === side);

beforeAll(async () => {
  await seedDemo(new Date('2026-11-22T08:00:00.000Z'));
  tiltak = await load();
});

describe('Troms og Finnmark 2021 is in the database as it is printed', () => {
  test.each(PRINTED)('tiltak %i', (no, uh, owner, egenandel, sami) => {
    expect(number(no)?.reference).toBe(`TF-2021-${String(no).padStart(4, '0')}`);
    expect(
      lines(no, 'uh')
        .map(({ receiver, amount }) => [receiver?.name, amount])
        .sort(),
    ).toEqual([...uh].sort());
    expect(lines(no, 'network').map(({ amount }) => amount)).toEqual([owner]);
    expect(half(no, 'owner')).toMatchObject({ state: 'filed', egenandel, samiDegree: sami });
    expect(number(no)?.reports[0]?.halves.filter(({ side }) => side === 'uh')).toHaveLength(uh.length);
  });

  it('holds 30 tiltak, 10 641 132 kr to UH and 3 983 348 kr to owners, together 14 624 480 kr', async () => {
    const sum = async (side: string) =>
      (
        await models().tildelingLine.aggregate({
          where: { side, tildeling: { round: { countyId: 'troms-og-finnmark' } } },
          _sum: { amount: true },
        })
      )._sum.amount;
    expect([tiltak.length, await sum('uh'), await sum('network')]).toEqual([30, 10_641_132, 3_983_348]);
    // 10 641 132 + 3 983 348 = 14 624 480
    expect(((await sum('uh')) ?? 0) + ((await sum('network')) ?? 0)).toBe(14_624_480);
  });

  it('keeps two owner cells without an amount, one blank and one absent, apart from 0', () => {
    const open = tiltak.filter(({ number: no }) => lines(no, 'network').some(({ amount }) => amount === null));
    expect(open.map(({ number: no }) => [no, lines(no, 'network')[0]?.printed])).toEqual([
      [18, ''],
      [19, 'Tilskudd skoleeiere:'],
    ]);
  });

  it('shows the Vest-Finnmark pool of 1 000 000 kr beside lines of 1 280 000 kr', async () => {
    const pool = await models().regionPool.findFirstOrThrow({
      where: { kind: 'uh-grant' },
      include: { lines: { include: { tildeling: { include: { tiltak: true } } } }, region: true },
    });
    // 4 × 100 000 + 480 000 + 400 000 = 1 280 000, that is 280 000 more than the pool
    expect([pool.region.name, pool.amount, pool.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)]).toEqual([
      'RSK Vest-Finnmark',
      1_000_000,
      1_280_000,
    ]);
    expect(pool.lines.map(({ tildeling }) => tildeling.tiltak?.number).sort()).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it('cuts a common egenandel of 300 000 kr in six of 50 000 kr', async () => {
    const pool = await models().regionPool.findFirstOrThrow({
      where: { kind: 'egenandel' },
      include: { halves: true },
    });
    expect([pool.amount, pool.halves.map(({ egenandel }) => egenandel)]).toEqual([
      300_000,
      [50_000, 50_000, 50_000, 50_000, 50_000, 50_000],
    ]);
  });

  it('keeps the wrong cell of tiltak 13 beside its correction', () => {
    expect(number(13)?.printedValues).toMatchObject([
      {
        field: 'ownerGrant',
        printed: 'Tilskudd skoleeier: 0 tilskudd. Rapportert feil med 1710000.',
        amount: 1_710_000,
        corrected: 0,
      },
    ]);
  });

  it('keeps an answer off the scale of samisk perspektiv as it is printed', () => {
    expect(half(20, 'owner')).toMatchObject({ samiDegree: null, samiPrinted: 'I mindre grad' });
    expect(half(2, 'owner')?.samiPrinted).toBe('I stor grad ivaretatt.');
  });

  it('knows what was spent only where the report says so', () => {
    const known = tiltak.flatMap(({ number: no, reports }) =>
      reports
        .flatMap(({ halves }) => halves)
        .filter(({ spent }) => spent !== null)
        .map(({ side, spent, spentIsEstimate }) => [no, side, spent, spentIsEstimate]),
    );
    expect(known).toEqual([
      [2, 'owner', 0, false],
      [16, 'owner', 720_000, false],
      [19, 'uh', 750_000, true],
    ]);
    expect(half(2, 'owner')?.carryOverAsked).toBe(53_000);
  });

  it('knows no frame for the county, and holds nobody to a rule', async () => {
    const round = await models().round.findFirstOrThrow({
      where: { countyId: 'troms-og-finnmark' },
      include: { ruleSet: true },
    });
    expect(round).toMatchObject({
      budget: null,
      imported: true,
      state: 'reporting',
      ruleSet: { egenandelPercent: 30, egenandelEnforcement: 'warn', splitUh: 60, splitEnforcement: 'warn' },
    });
  });

  it('marks the one outside the county and the one the forum does not follow up', () => {
    expect(tiltak.filter((one) => one.outsideCounty).map((one) => one.number)).toEqual([30]);
    expect(tiltak.filter((one) => !one.forumFollowUp).map((one) => one.number)).toEqual([13]);
    expect(number(3)?.externalRef).toBe('122');
  });
});
