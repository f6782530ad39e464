import { beforeAll, describe, expect, it, test } from 'vitest';
import { db } from '#lib/db/client';
import { assessEgenandel } from '#lib/domain/money/egenandel';
import { assessSplit } from '#lib/domain/money/fordeling';
import { isUsualApplicant } from '#lib/domain/setup/rules';
import { NEED_STATES, OWNER_KINDS, PROGRAMMES } from '#lib/domain/states';
import { calendarOf } from '../../prisma/demo/calendar';
import { demoRows, seedDemo } from '../../prisma/demo/demo';

const NOW = new Date('2026-11-22T08:00:00.000Z');
const RULE = { percent: 30, base: 'total-grant' } as const;

beforeAll(async () => {
  expect(await seedDemo(NOW)).toBe('seeded');
});

test('seeding again changes nothing and says so', async () => {
  const count = () =>
    Promise.all([db().auditEntry.count(), db().tildelingLine.count(), db().organisation.count(), db().user.count()]);
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
    const regions = await db().region.findMany({
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
    const over = await db().region.findMany({
      where: { countyId: 'nordland', dissolvedOn: { not: null } },
      include: { memberships: true, tiltak: true },
    });
    expect(over.map(({ isExample, dissolvedOn, tiltak }) => [isExample, dissolvedOn, tiltak.length])).toEqual([
      [true, new Date('2025-08-01'), 1],
    ]);
    const ids = over.flatMap(({ memberships }) => memberships.map(({ organisationId }) => organisationId));
    const now = await db().regionMembership.findMany({ where: { organisationId: { in: ids }, to: null } });
    expect(now.map(({ from }) => from)).toEqual(ids.map(() => new Date('2025-08-01')));
  });

  it('has two programmes open until the next 1 February, one round recommended and one reporting', async () => {
    const rounds = await db().round.findMany({
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
    const needs = await db().behovsmelding.findMany();
    expect(needs.length).toBeGreaterThanOrEqual(12);
    expect(new Set(needs.map(({ state }) => state))).toEqual(new Set(NEED_STATES));
  });

  it('meets the egenandel in every need that is written in the portal and sent', async () => {
    const needs = await db().behovsmelding.findMany({
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
      const lines = await db().tildelingLine.findMany({
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

  it('has rules for each programme, an owner that does not normally report, and every need within what its rules offer', async () => {
    expect(
      (await db().ruleSet.findMany({ where: { countyId: 'nordland' } })).map(({ programme }) => programme).sort(),
    ).toEqual([...PROGRAMMES].sort());
    const needs = await db().behovsmelding.findMany({
      include: { owner: true, round: { include: { ruleSet: true } } },
    });
    expect(
      needs
        .filter(
          ({ owner, round }) =>
            !isUsualApplicant(owner.kind, {
              applicantKinds: OWNER_KINDS.filter((kind) => round.ruleSet.applicantKinds.includes(kind)),
            }),
        )
        .map(({ owner }) => owner.kind),
    ).toEqual(['friskole']);
    const outside = needs.filter(
      ({ targetGroups, unitKinds, round: { ruleSet } }) =>
        targetGroups.some((one) => !ruleSet.targetGroups.includes(one)) ||
        unitKinds.some((one) => !ruleSet.unitKinds.includes(one)),
    );
    expect(outside.map(({ title }) => title)).toEqual([]);
    expect(
      needs.filter(
        ({ state, collective, paperReceivedOn }) => state !== 'draft' && paperReceivedOn === null && !collective,
      ),
    ).toEqual([]);
  });

  it('shows a late opening, a need given back field by field until a day, notes, a need from paper, and an address that takes nothing', async () => {
    expect(
      await db().lateSending.findMany({ select: { organisation: { select: { name: true } }, until: true } }),
    ).toEqual([{ organisation: { name: 'Steigen' }, until: new Date('2027-02-12') }]);
    const back = await db().behovsmelding.findMany({
      where: { state: 'returned', round: { countyId: 'nordland' } },
      include: { comments: { where: { kind: 'return' } } },
    });
    expect(
      back.map(({ returnedUntil, comments }) => [
        returnedUntil?.toISOString().slice(0, 10),
        comments.map(({ field }) => field).sort(),
      ]),
    ).toEqual([['2026-12-04', ['measureDescription', 'staffInvolvement']]]);
    expect(await db().comment.count({ where: { kind: 'internal' } })).toBeGreaterThan(1);
    const paper = await db().behovsmelding.findFirstOrThrow({
      where: { paperReceivedOn: { not: null } },
      include: { attachments: true },
    });
    expect([paper.state, paper.attachments.length]).toEqual(['submitted', 1]);
    const unreached = await db().user.findMany({ where: { mailFailedAt: { not: null } }, include: { roles: true } });
    expect(unreached.map(({ roles }) => roles.map(({ role }) => role))).toEqual([['administrator']]);
    expect(
      await db().message.count({
        where: { kind: 'person-unreached', subjectId: unreached[0]?.roles[0]?.organisationId ?? '' },
      }),
    ).toBe(1);
  });

  it('has history for people, set-up, the forum and regions, and no line of it later than the seeding', async () => {
    const about = await db().auditEntry.findMany({
      where: { subjectType: { in: ['organisation', 'county', 'forum', 'region'] } },
    });
    expect(new Set(about.map(({ countyId, subjectType }) => `${countyId ?? ''} ${subjectType}`))).toEqual(
      new Set([
        'nordland organisation',
        'nordland county',
        'nordland forum',
        'nordland region',
        'troms-og-finnmark organisation',
        'troms-og-finnmark forum',
        'troms-og-finnmark region',
      ]),
    );
    expect(about.filter(({ at }) => at > NOW)).toEqual([]);
  });

  it('holds every round to its budget', async () => {
    const rounds = await db().round.findMany({
      where: { countyId: 'nordland' },
      include: { tildelinger: { include: { lines: true } } },
    });
    for (const { budget, tildelinger } of rounds)
      expect(
        tildelinger.flatMap(({ lines }) => lines).reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      ).toBeLessThanOrEqual(budget ?? 0);
  });

  it('has a demo person per role in each county, who approves where they write; who administers there and at the UH; at Fauske one who only writes and one who only approves; and two in the secretariat', async () => {
    const grants = await db().roleGrant.findMany({ where: { user: { isDemo: true } } });
    expect(grants.map(({ countyId, role }) => `${countyId ?? ''} ${role}`).sort()).toEqual(
      [
        ...['nordland', 'troms-og-finnmark'].flatMap((county) =>
          [
            'approver',
            'auditor',
            'caseworker',
            'coordinator',
            'leader',
            'member',
            'secretariat',
            'skoleeier',
            'uh',
          ].map((role) => `${county} ${role}`),
        ),
        'nordland leader',
        'nordland skoleeier',
        'nordland secretariat',
        ...['nordland', 'troms-og-finnmark'].flatMap((county) => [
          `${county} administrator`,
          `${county} administrator`,
        ]),
      ].sort(),
    );
    expect(
      await db().contributor.findMany({
        where: { behovsmelding: { round: { countyId: 'nordland' } } },
        select: { may: true, unit: true, user: { select: { name: true, roles: true } } },
      }),
    ).toEqual([{ may: 'write', unit: 'Valnesfjord skole', user: { name: 'Randi Nystad', roles: [] } }]);
  });
});
