import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '#prisma/models';
import { isUsualApplicant } from '#lib/domain/setup/rules';
import { OWNER_KINDS, PROGRAMMES } from '#lib/domain/states';
import { seedDemo } from '../../../prisma/demo/demo';

const NOW = new Date('2026-11-22T08:00:00.000Z');

beforeAll(async () => {
  expect(await seedDemo(NOW)).toBe('seeded');
});

describe('all that Nordland shows', () => {
  it('has rules for each programme, an owner that does not normally report, and every need within what its rules offer', async () => {
    expect(
      (await models().ruleSet.findMany({ where: { countyId: 'nordland' } })).map(({ programme }) => programme).sort(),
    ).toEqual([...PROGRAMMES].sort());
    const needs = await models().behovsmelding.findMany({
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
      await models().lateSending.findMany({ select: { organisation: { select: { name: true } }, until: true } }),
    ).toEqual([{ organisation: { name: 'Steigen' }, until: new Date('2027-02-12') }]);
    const back = await models().behovsmelding.findMany({
      where: { state: 'returned', round: { countyId: 'nordland' } },
      include: { comments: { where: { kind: 'return' } } },
    });
    expect(
      back.map(({ returnedUntil, comments }) => [
        returnedUntil?.toISOString().slice(0, 10),
        comments.map(({ field }) => field).sort(),
      ]),
    ).toEqual([['2026-12-04', ['measureDescription', 'staffInvolvement']]]);
    expect(await models().comment.count({ where: { kind: 'internal' } })).toBeGreaterThan(1);
    const paper = await models().behovsmelding.findFirstOrThrow({
      where: { paperReceivedOn: { not: null } },
      include: { attachments: true },
    });
    expect([paper.state, paper.attachments.length]).toEqual(['submitted', 1]);
    const unreached = await models().user.findMany({
      where: { mailFailedAt: { not: null } },
      include: { roles: true },
    });
    expect(unreached.map(({ roles }) => roles.map(({ role }) => role))).toEqual([['administrator']]);
    expect(
      await models().message.count({
        where: { kind: 'person-unreached', subjectId: unreached[0]?.roles[0]?.organisationId ?? '' },
      }),
    ).toBe(1);
  });

  it('has history for people, set-up, the forum and regions, and no line of it later than the seeding', async () => {
    const about = await models().auditEntry.findMany({
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
    const rounds = await models().round.findMany({
      where: { countyId: 'nordland' },
      include: { tildelinger: { include: { lines: true } } },
    });
    for (const { budget, tildelinger } of rounds)
      expect(
        tildelinger.flatMap(({ lines }) => lines).reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      ).toBeLessThanOrEqual(budget ?? 0);
  });

  it('has a demo person per role in each county, who approves where they write; who administers there and at the UH; at Fauske one who only writes and one who only approves; and two in the secretariat', async () => {
    const grants = await models().roleGrant.findMany({ where: { user: { isDemo: true } } });
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
      await models().contributor.findMany({
        where: { behovsmelding: { round: { countyId: 'nordland' } } },
        select: { may: true, unit: true, user: { select: { name: true, roles: true } } },
      }),
    ).toEqual([{ may: 'write', unit: 'Valnesfjord skole', user: { name: 'Randi Nystad', roles: [] } }]);
  });
});
