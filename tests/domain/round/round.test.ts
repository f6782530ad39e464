import { describe, expect, it } from 'vitest';
import {
  closeRound,
  openRound,
  suggestedDeadlines,
  type Deadlines,
  type NewRound,
  type Opening,
} from '#lib/domain/round/round';
import { RULES } from '#tests/support/behovsmelding-core';
import { day } from '#tests/support/day';
import { LAST_SECOND, TOO_LATE } from '#tests/support/world';

const days = (year: number, change: Partial<Deadlines> = {}): Deadlines => ({ ...suggestedDeadlines(year), ...change });
const county: Opening = {
  countyId: 'provefylke',
  ruleSets: [RULES],
  fora: [{ id: 'forum', programmes: ['DEKOMP'] }],
  rounds: [{ programme: 'DEKOMP', year: 2027 }],
};
const input: NewRound = {
  programme: 'DEKOMP',
  year: 2028,
  budget: 7_400_000,
  reserve: 0,
  ruleSetId: 'rules',
  forumId: 'forum',
  deadlines: days(2028),
};

describe('opening a round', () => {
  it('takes the days of the year: 1 February, 15 March, 30 April, 15 August, and 1 February the year after', () => {
    expect(Object.values(suggestedDeadlines(2028))).toEqual([
      '2028-02-01',
      '2028-03-15',
      '2028-04-30',
      '2028-08-15',
      '2029-02-01',
    ]);
    expect(openRound(county, input)).toEqual({ kind: 'done', value: input });
  });
  it('is refused when the county already has one of the programme and year', () => {
    expect(openRound(county, { ...input, year: 2027, deadlines: days(2027) })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'round-exists', programme: 'DEKOMP', year: 2027 }],
    });
  });
  it.each<[string, Opening, Partial<NewRound>]>([
    ['is not of the county', { ...county, ruleSets: [] }, {}],
    [
      'is of another programme',
      { ...county, fora: [{ id: 'forum', programmes: ['REKOMP'] }] },
      { programme: 'REKOMP' },
    ],
    ['does not hold yet', county, { year: 2025, deadlines: days(2025) }],
    [
      'holds no more on the last day for needs',
      { ...county, ruleSets: [{ ...RULES, validTo: day('2028-02-01') }] },
      {},
    ],
  ])('needs a rule set: not one that %s', (_, opening, change) => {
    expect(openRound(opening, { ...input, ...change })).toEqual({
      kind: 'invalid',
      errors: { ruleSetId: 'not-in-list' },
    });
  });
  it('needs a forum that has the programme', () => {
    expect(openRound({ ...county, fora: [{ id: 'forum', programmes: ['REKOMP'] }] }, input)).toEqual({
      kind: 'invalid',
      errors: { forumId: 'not-in-list' },
    });
  });
  it('may hold back all of the budget, and not a krone more', () => {
    expect(openRound(county, { ...input, reserve: 7_400_000 })).toMatchObject({ kind: 'done' });
    expect(openRound(county, { ...input, reserve: 7_400_001 })).toEqual({
      kind: 'invalid',
      errors: { reserve: 'above-budget' },
    });
  });
  it('says at the field which deadline is not after the one before it', () => {
    expect(
      openRound(county, {
        ...input,
        deadlines: days(2028, { innstilling: day('2028-02-01'), plan: day('2028-04-29') }),
      }),
    ).toEqual({
      kind: 'invalid',
      errors: { innstilling: 'out-of-order', plan: 'out-of-order' },
    });
  });
});

describe('closing a round', () => {
  const round = {
    id: 'round',
    countyId: 'provefylke',
    forumId: 'forum',
    state: 'open',
    programme: 'DEKOMP',
    year: 2027,
    needLastDay: day('2027-02-01'),
  } as const;
  it('takes a reason to the last second before the deadline, and none after', () => {
    expect(closeRound(round, { reason: '' }, { now: LAST_SECOND })).toEqual({
      kind: 'invalid',
      errors: { reason: 'required' },
    });
    expect(closeRound(round, { reason: 'Alt er inne.' }, { now: LAST_SECOND })).toEqual({
      kind: 'done',
      value: { reason: 'Alt er inne.', early: true },
    });
    expect(closeRound(round, { reason: '' }, { now: TOO_LATE })).toEqual({
      kind: 'done',
      value: { reason: '', early: false },
    });
  });
});
