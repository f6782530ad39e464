import { describe, expect, it } from 'vitest';
import { lastYear, decideYear, planYear, printOf, type CountyYears, type EarlierRound } from '#lib/domain/setup/year';
import { day } from '#tests/support/day';
import { heldRules } from '#tests/support/rule-values';

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
    ruleSets: [heldRules()],
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
    const newer = heldRules({ id: 'new', name: 'Nye', validFrom: day('2028-01-01') });
    expect(planYear({ ...county, ruleSets: [heldRules({ validTo: day('2028-01-01') }), newer] }, 2028)).toMatchObject([
      { was: { rules: 'Regler' }, now: { rules: 'Nye' }, ruleSetId: 'new' },
      {},
    ]);
    expect(
      planYear({ ...county, ruleSets: [heldRules({ validTo: day('2028-01-01') })], fora: [] }, 2028),
    ).toMatchObject([{ missing: ['rules', 'forum'], ruleSetId: null }]);
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
