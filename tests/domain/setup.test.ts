import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRules, type HeldRules, type RuleValues } from '#lib/domain/setup/rules';
import { decideTheme, decideThemeEnd, themeHolds } from '#lib/domain/setup/theme';
import { lastYear, decideYear, planYear, printOf, type CountyYears, type EarlierRound } from '#lib/domain/setup/year';
import { inYear, moveYears, decideDeadlines, usualDeadlines, yearly } from '#lib/domain/setup/deadlines';

const day = (text: string): Date => new Date(`${text}T00:00:00.000Z`);
const VALUES: RuleValues = {
  name: 'Regler',
  validFrom: day('2026-01-01'),
  legalBasis: 'Hjemmel',
  egenandelPercent: 30,
  egenandelBase: 'total-grant',
  egenandelEnforcement: 'require',
  egenandelTolerance: 0,
  egenandelSource: 'Kilde',
  splitNetwork: 40,
  splitUh: 60,
  splitLevel: 'region',
  splitEnforcement: 'require',
  splitSource: 'Kilde',
  maxYears: 3,
  maxYearsSource: 'Kilde',
  applicantKinds: ['kommune'],
  targetGroups: ['laerere'],
  unitKinds: ['skole'],
  collectiveOnly: true,
  demandsSource: 'Kilde',
};
const held = (change: Partial<HeldRules> = {}): HeldRules => ({
  ...VALUES,
  id: 'old',
  countyId: 'c',
  programme: 'DEKOMP',
  validTo: null,
  isExample: false,
  rounds: 1,
  superseded: false,
  ...change,
});
const save = (ruleSets: HeldRules[], change: Partial<RuleValues> = {}, id: string | null = 'old') =>
  decideRules({ ruleSets }, { id, programme: 'DEKOMP', values: { ...VALUES, ...change } });

describe('a rule set', () => {
  it('that a round uses stays: a new one supersedes it from a later day, and what differs is told', () => {
    expect(save([held()], { validFrom: day('2027-08-01'), egenandelPercent: 25 })).toMatchObject({
      kind: 'done',
      value: { over: null, supersedes: 'old', changed: ['validFrom', 'egenandelPercent'] },
    });
    expect(save([held()], { egenandelPercent: 25 })).toEqual({ kind: 'invalid', errors: { validFrom: 'not-later' } });
  });
  it('that no round uses is written over', () => {
    expect(save([held({ rounds: 0 })], { egenandelPercent: 25 })).toMatchObject({
      kind: 'done',
      value: { over: 'old', supersedes: null, changed: ['egenandelPercent'] },
    });
  });
  it('that is superseded is changed no more', () => {
    expect(save([held({ superseded: true, validTo: day('2027-01-01') })], { validFrom: day('2028-01-01') })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'rules-superseded', name: 'Regler' }],
    });
  });
  it('has a key of 100 %, told at both its fields', () => {
    expect(save([], { splitNetwork: 40, splitUh: 61 }, null)).toEqual({
      kind: 'invalid',
      errors: { splitNetwork: 'key-not-100', splitUh: 'key-not-100' },
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (splitNetwork, splitUh) => {
        expect(save([], { splitNetwork, splitUh }, null).kind).toBe(
          splitNetwork + splitUh === 100 ? 'done' : 'invalid',
        );
      }),
    );
  });
  it('never holds at the same time as another of its programme', () => {
    const later = held({ id: 'later', name: 'Senere', validFrom: day('2028-01-01'), rounds: 0 });
    expect(save([held({ validTo: day('2028-01-01') }), later], { validFrom: day('2027-08-01') })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'rules-overlap', name: 'Senere', from: '2028-01-01' }],
    });
    expect(save([held()], { validFrom: day('2020-01-01') }, null)).toMatchObject({ kind: 'refused' });
    expect(save([held({ programme: 'REKOMP' })], {}, null)).toMatchObject({ kind: 'done' });
    expect(save([held({ validTo: day('2025-01-01'), validFrom: day('2024-01-01') })], {}, null)).toMatchObject({
      kind: 'done',
    });
  });
  it('goes on from one that is there, of the same programme', () => {
    expect(save([], {}, 'old')).toEqual({ kind: 'conflict' });
    expect(save([held({ programme: 'REKOMP' })])).toEqual({ kind: 'conflict' });
  });
});

describe('a deadline of every year', () => {
  it('falls on the same day: 1 February stays 1 February', () => {
    expect(inYear(yearly('need', day('2027-02-01'), 2027), 2028)).toBe('2028-02-01');
    expect(inYear(yearly('report', day('2028-02-01'), 2027), 2030)).toBe('2031-02-01');
    fc.assert(
      fc.property(
        fc.date({ min: day('2020-01-01'), max: day('2040-12-31'), noInvalidDate: true }),
        fc.integer({ min: 2017, max: 2100 }),
        (date, year) => {
          const at = day(date.toISOString().slice(0, 10));
          fc.pre(!at.toISOString().includes('-02-29'));
          expect(inYear(yearly('need', at, at.getUTCFullYear()), year).slice(4)).toBe(at.toISOString().slice(4, 10));
        },
      ),
    );
  });
  it('moved a year from the 29th of February falls on the 28th', () => {
    expect([moveYears(day('2028-02-29'), 1), moveYears(day('2028-02-29'), 4), moveYears(day('2027-02-01'), 1)]).toEqual(
      [day('2029-02-28'), day('2032-02-29'), day('2028-02-01')],
    );
  });
  it('is the county’s own where it has one, else the portal’s', () => {
    const days = usualDeadlines(
      [{ programme: 'DEKOMP', kind: 'plan', month: 8, day: 31, yearOffset: 0 }],
      'DEKOMP',
      2028,
    );
    expect(days).toEqual({
      need: '2028-02-01',
      innstilling: '2028-03-15',
      decision: '2028-04-30',
      plan: '2028-08-31',
      report: '2029-02-01',
    });
  });
  it('stands in order, near its year, on a day that every year has', () => {
    const days = {
      need: day('2028-02-01'),
      innstilling: day('2028-03-15'),
      decision: day('2028-04-30'),
      plan: day('2028-08-31'),
      report: day('2029-02-01'),
    };
    expect(decideDeadlines({ year: 2028, deadlines: days })).toMatchObject({
      kind: 'done',
      value: [{ month: 2, day: 1, yearOffset: 0 }, {}, {}, {}, { yearOffset: 1 }],
    });
    expect(
      decideDeadlines({
        year: 2028,
        deadlines: { ...days, innstilling: day('2028-02-01'), report: day('2031-02-01') },
      }),
    ).toEqual({ kind: 'invalid', errors: { innstilling: 'out-of-order', report: 'out-of-range' } });
    expect(decideDeadlines({ year: 2028, deadlines: { ...days, need: day('2028-02-29') } })).toEqual({
      kind: 'invalid',
      errors: { need: 'not-a-date' },
    });
  });
});

it('a theme is new by its words, and ends after it begins', () => {
  const themes = [{ id: 'a', name: 'Tidlig innsats', from: day('2020-01-01'), to: null }];
  expect(decideTheme({ themes }, { name: 'TIDLIG INNSATS', from: day('2027-01-01') })).toEqual({
    kind: 'refused',
    refusals: [{ code: 'theme-exists', name: 'Tidlig innsats' }],
  });
  expect(decideThemeEnd({ themes }, { id: 'a', on: day('2020-01-01') })).toEqual({
    kind: 'invalid',
    errors: { on: 'end-before-start' },
  });
  expect(decideThemeEnd({ themes }, { id: 'a', on: day('2027-01-01') })).toMatchObject({
    kind: 'done',
    value: { to: day('2027-01-01') },
  });
  expect([
    themeHolds({ id: 'a', name: 'A', from: day('2020-01-01'), to: day('2027-01-01') }, '2026-12-31'),
    themeHolds({ id: 'a', name: 'A', from: day('2020-01-01'), to: day('2027-01-01') }, '2027-01-01'),
  ]).toEqual([true, false]);
});

describe('a new year from the last', () => {
  const days = (year: number) => ({
    need: day(`${year}-02-01`),
    innstilling: day(`${year}-03-15`),
    decision: day(`${year}-04-30`),
    plan: day(`${year}-08-31`),
    report: day(`${year + 1}-02-01`),
  });
  const earlier = (change: Partial<EarlierRound> = {}): EarlierRound => ({
    programme: 'DEKOMP',
    year: 2027,
    ruleSetId: 'old',
    forumId: 'forum',
    budget: 1_000_000,
    deadlines: days(2027),
    ...change,
  });
  const county: CountyYears = {
    countyId: 'c',
    ruleSets: [held()],
    fora: [{ id: 'forum', name: 'Forum', programmes: ['DEKOMP', 'REKOMP'] }],
    rounds: [earlier(), earlier({ year: 2025, programme: 'REKOMP', deadlines: days(2025) })],
    defaults: [],
  };
  const open = (from: CountyYears, budget: Record<string, number | null>, seen = printOf(planYear(from, 2028))) =>
    decideYear(from, { year: 2028, seen, budget });

  it('has the programmes of the last year with rounds, and then the others a forum handles, each from its own last round', () => {
    expect(lastYear(county, 2028)).toBe(2027);
    expect(planYear(county, 2028)).toMatchObject([
      {
        programme: 'DEKOMP',
        open: false,
        missing: [],
        was: { year: 2027 },
        now: { rules: 'Regler', forum: 'Forum', deadlines: days(2028) },
      },
      {
        programme: 'REKOMP',
        open: false,
        missing: ['rules'],
        was: { year: 2025, budget: 1_000_000 },
        now: { forum: 'Forum', deadlines: days(2028) },
      },
    ]);
    expect(planYear(county, 2026).map(({ programme, was }) => [programme, was?.year])).toEqual([
      ['REKOMP', 2025],
      ['DEKOMP', undefined],
    ]);
    expect(planYear({ ...county, fora: [] }, 2028).map(({ programme }) => programme)).toEqual(['DEKOMP']);
  });
  it('has a programme that never had a round with the portal’s days, and nothing it was', () => {
    const [dekomp] = planYear(county, 2025);
    expect([lastYear(county, 2025), dekomp?.programme, dekomp?.was, dekomp?.now.deadlines]).toEqual([
      null,
      'DEKOMP',
      null,
      { ...days(2025), plan: day('2025-08-15') },
    ]);
  });
  it('takes the rules that hold then, and says when there are none', () => {
    const newer = held({ id: 'new', name: 'Nye', validFrom: day('2028-01-01') });
    expect(planYear({ ...county, ruleSets: [held({ validTo: day('2028-01-01') }), newer] }, 2028)).toMatchObject([
      { was: { rules: 'Regler' }, now: { rules: 'Nye' }, ruleSetId: 'new' },
      {},
    ]);
    expect(planYear({ ...county, ruleSets: [held({ validTo: day('2028-01-01') })], fora: [] }, 2028)).toMatchObject([
      { missing: ['rules', 'forum'], ruleSetId: null },
    ]);
  });
  it('takes the county’s own days before last year’s moved', () => {
    const defaults = (['need', 'innstilling', 'decision', 'plan', 'report'] as const).map((kind, index) => ({
      programme: 'DEKOMP' as const,
      kind,
      month: 2 + index,
      day: 10,
      yearOffset: 0,
    }));
    expect(planYear({ ...county, defaults }, 2028)).toMatchObject([
      { now: { deadlines: { need: day('2028-02-10'), report: day('2028-06-10') } } },
      {},
    ]);
  });
  it('opens what is given a budget, all as it was read', () => {
    expect(open(county, { DEKOMP: 2_000_000 })).toMatchObject({
      kind: 'done',
      value: [
        { programme: 'DEKOMP', year: 2028, budget: 2_000_000, reserve: 0, ruleSetId: 'old', deadlines: days(2028) },
      ],
    });
    expect(open(county, { DEKOMP: null })).toEqual({ kind: 'invalid', errors: { 'budget.DEKOMP': 'required' } });
    expect(
      open(
        { ...county, defaults: [{ programme: 'DEKOMP', kind: 'plan', month: 9, day: 1, yearOffset: 0 }] },
        { DEKOMP: 1 },
        printOf(planYear(county, 2028)),
      ),
    ).toEqual({ kind: 'conflict' });
    expect(open({ ...county, ruleSets: [] }, { DEKOMP: 1 })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'year-not-ready', programme: 'DEKOMP', year: 2028 }],
    });
  });
  it('opens nothing twice', () => {
    expect(
      open(
        { ...county, rounds: [...county.rounds, earlier({ year: 2028, deadlines: days(2028) })] },
        { DEKOMP: 2_000_000 },
      ),
    ).toEqual({ kind: 'done', value: [] });
  });
});
