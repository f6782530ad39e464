import { beforeAll, describe, expect, it, test } from 'vitest';
import { models } from '#prisma/models';
import { assessEgenandel } from '#lib/domain/money/egenandel';
import { assessSplit } from '#lib/domain/money/fordeling';
import { NEED_STATES } from '#lib/domain/states';
import { calendarOf } from '../../../prisma/demo/messages';
import { demoRows, seedDemo } from '../../../prisma/demo/demo';

const NOW = new Date('2026-11-22T08:00:00.000Z');
const RULE = { percent: 30, base: 'total-grant' } as const;

beforeAll(async () => {
  expect(await seedDemo(NOW)).toBe('seeded');
});

test('seeding again changes nothing and says so', async () => {
  const count = () =>
    Promise.all([
      models().auditEntry.count(),
      models().tildelingLine.count(),
      models().organisation.count(),
      models().user.count(),
    ]);
  const before = await count();
  expect(await seedDemo(new Date('2027-05-01T08:00:00.000Z'))).toBe('already-there');
  expect(await count()).toEqual(before);
});

test('the same day gives the same demo', () => {
  expect(demoRows(NOW)).toEqual(demoRows(NOW));
});

test.each([
  ['2026-11-22', 2027],
  ['2027-01-31', 2027],
  ['2027-02-01', 2028],
  ['2027-12-31', 2028],
])('seeded on %s, the open round is for %i', (today, year) => {
  const now = new Date(`${today}T08:00:00.000Z`);
  expect(calendarOf(now).openYear).toBe(year);
  const late = demoRows(now).auditEntry.filter(({ at }) => new Date(at) > now);
  expect(late).toEqual([]);
});

describe('Nordland', () => {
  it('has 41 kommuner, each in one of nine regions, of which six are examples', async () => {
    const regions = await models().region.findMany({
      where: { countyId: 'nordland', dissolvedOn: null },
      include: { memberships: { include: { organisation: true } } },
    });
    const kommuner = regions
      .flatMap(({ memberships }) => memberships.map(({ organisation }) => organisation))
      .filter(({ kind }) => kind === 'kommune');
    expect([
      regions.length,
      regions.filter(({ isExample }) => isExample).length,
      kommuner.length,
      new Set(kommuner.map(({ orgnr }) => orgnr)).size,
    ]).toEqual([9, 6, 41, 41]);
  });

  it('has a region that is dissolved, whose members are in another from that day, and whose tiltak stay in it', async () => {
    const over = await models().region.findMany({
      where: { countyId: 'nordland', dissolvedOn: { not: null } },
      include: { memberships: true, tiltak: true },
    });
    expect(over.map(({ isExample, dissolvedOn, tiltak }) => [isExample, dissolvedOn, tiltak.length])).toEqual([
      [true, new Date('2025-08-01'), 1],
    ]);
    const ids = over.flatMap(({ memberships }) => memberships.map(({ organisationId }) => organisationId));
    const now = await models().regionMembership.findMany({ where: { organisationId: { in: ids }, to: null } });
    expect(now.map(({ from }) => from)).toEqual(ids.map(() => new Date('2025-08-01')));
  });

  it('has two programmes open until the next 1 February, one round recommended and one reporting', async () => {
    const rounds = await models().round.findMany({
      where: { countyId: 'nordland' },
      orderBy: [{ year: 'asc' }, { programme: 'asc' }],
      include: { deadlines: { where: { kind: 'need' } } },
    });
    expect(
      rounds.map(({ year, programme, state, isExample, deadlines }) => [
        `${programme} ${year}`,
        state,
        isExample,
        deadlines[0]?.lastDay.toISOString().slice(0, 10),
      ]),
    ).toEqual([
      ['DEKOMP 2025', 'reporting', true, '2025-02-01'],
      ['DEKOMP 2026', 'recommended', true, '2026-02-01'],
      ['DEKOMP 2027', 'open', true, '2027-02-01'],
      ['KOMPETANSELOFTET 2027', 'open', true, '2027-02-01'],
    ]);
  });

  it('has behovsmeldinger in every state, at least twelve', async () => {
    const needs = await models().behovsmelding.findMany();
    expect(needs.length).toBeGreaterThanOrEqual(12);
    expect(new Set(needs.map(({ state }) => state))).toEqual(new Set(NEED_STATES));
  });

  it('meets the egenandel in every need that is written in the portal and sent', async () => {
    const needs = await models().behovsmelding.findMany({
      where: { state: { not: 'draft' }, paperReceivedOn: null, round: { programme: 'DEKOMP' } },
      include: { lines: true, egenandelLines: true },
    });
    const sum = (amounts: (number | null)[]) => amounts.reduce<number>((all, one) => all + (one ?? 0), 0);
    const statuses = needs.map(
      ({ lines, egenandelLines }) =>
        assessEgenandel(
          {
            owner: sum(lines.filter(({ side }) => side === 'network').map(({ amount }) => amount)),
            uh: sum(lines.filter(({ side }) => side === 'uh').map(({ amount }) => amount)),
            egenandel: sum(egenandelLines.map(({ amount }) => amount)),
          },
          RULE,
        ).status,
    );
    expect(new Set(statuses)).toEqual(new Set(['met']));
  });

  it('keeps 40/60 in every region of the approved round, and breaks it in one of the round at work', async () => {
    const status = async (state: string) => {
      const lines = await models().tildelingLine.findMany({
        where: { tildeling: { round: { countyId: 'nordland', state } } },
        include: { tildeling: { include: { behovsmelding: { include: { region: true } } } } },
      });
      const names = [...new Set(lines.map(({ tildeling }) => tildeling.behovsmelding?.region?.name))];
      return names.flatMap((name) => {
        const here = lines.filter(({ tildeling }) => tildeling.behovsmelding?.region?.name === name);
        const of = (side: string) =>
          here.filter((line) => line.side === side).reduce((sum, { amount }) => sum + (amount ?? 0), 0);
        return assessSplit({ network: of('network'), uh: of('uh') }, { network: 40, uh: 60 }).status === 'met'
          ? []
          : [name];
      });
    };
    expect(await status('reporting')).toEqual([]);
    expect(await status('recommended')).toEqual(['RKK Vesterålen']);
  });
});
