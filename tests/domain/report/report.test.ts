import { describe, expect, it } from 'vitest';
import { carriedInBy, grantedTo, moneyOfYear, moneyOf } from '#lib/domain/report/money';
import { missingInHalf } from '#lib/domain/report/form';
import { half, report } from '#tests/support/report-core';

const line = (
  side: 'network' | 'uh',
  budgetYear: number,
  amount: number | null,
  receiverId: string | null = side === 'uh' ? 'uh' : 'owner',
) => ({ side, receiverId, receiverName: null, budgetYear, amount });

describe('the year of a half in kroner', () => {
  it('what is unspent is what was granted and carried in, less what was spent', () => {
    // 200 000 + 30 000 − 150 000 = 80 000, of which 50 000 is asked carried over and 30 000 is left
    expect(moneyOf({ spent: 150_000, carryOverAsked: 50_000 }, 200_000, 30_000)).toMatchObject({
      available: 230_000,
      unspent: 80_000,
      over: 0,
      carryOver: 50_000,
      rest: 30_000,
    });
  });
  it('what was spent above what was there is over, never a negative rest', () => {
    // 250 000 − 200 000 = 50 000
    expect(moneyOf({ spent: 250_000, carryOverAsked: null }, 200_000, 0)).toMatchObject({
      unspent: 0,
      over: 50_000,
      rest: 0,
    });
  });
  it('what is not given stays unknown, never 0', () => {
    expect(moneyOf({ spent: null, carryOverAsked: null }, 200_000, 0)).toMatchObject({
      unspent: null,
      over: null,
      rest: null,
    });
    expect(moneyOf({ spent: 0, carryOverAsked: null }, null, 0)).toMatchObject({ available: null, unspent: null });
    expect(moneyOf({ spent: 0, carryOverAsked: null }, 0, 0)).toMatchObject({ available: 0, unspent: 0 });
  });
  it('a party is granted its own lines of the year, and a blank line makes the sum unknown', () => {
    const lines = [
      line('network', 2027, 1),
      line('network', 2028, 2),
      line('uh', 2027, 4),
      line('uh', 2027, 8, 'other'),
      line('uh', 2027, 16),
    ];
    expect([
      grantedTo(half('owner'), lines),
      grantedTo(half('uh'), lines),
      grantedTo(half('uh', { organisationId: 'nobody' }), lines),
    ]).toEqual([1, 20, 0]);
    expect(grantedTo(half('owner'), [...lines, line('network', 2027, null)])).toBeNull();
  });
  it('what was carried over is carried in by the same party, once it is accepted', () => {
    const before = (state: 'filed' | 'accepted') => half('uh', { year: 2026, state, carryOverAsked: 70_000 });
    expect(carriedInBy(half('uh'), [before('accepted')])).toBe(70_000);
    expect(carriedInBy(half('uh'), [before('filed')])).toBe(0);
    expect(carriedInBy(half('owner'), [before('accepted')])).toBe(0);
    expect(moneyOfYear(report({ earlier: [before('accepted')] }), half('uh', { spent: 300_000 })).unspent).toBe(70_000);
  });
});

describe('what must be there before a half is filed', () => {
  const missing = (one: ReturnType<typeof half>, withUh = true) =>
    missingInHalf(one, moneyOfYear(report(), one), withUh).map(({ field }) => field);
  it('nothing is missing in a full half', () => {
    expect([missing(half('owner')), missing(half('uh'))]).toEqual([[], []]);
  });
  it('the owner answers the core, and writes about the UH only when there is one', () => {
    const empty = half('owner', {
      status: null,
      goals: '',
      goalAttainment: '',
      spent: null,
      anchoring: '',
      samiDegree: null,
      uhCooperation: '',
    });
    expect(missing(empty)).toEqual([
      'status',
      'goals',
      'goalAttainment',
      'spent',
      'anchoring',
      'samiDegree',
      'uhCooperation',
    ]);
    expect(missing(half('owner', { uhCooperation: '' }), false)).toEqual([]);
  });
  it('a tiltak that has not started says why, owes no goal attainment, and types 0 for what was spent', () => {
    expect(missing(half('owner', { status: 'not-started', goalAttainment: '', spent: null }))).toEqual([
      'statusReason',
      'spent',
    ]);
    expect(
      missing(half('owner', { status: 'not-started', statusReason: 'Sykdom.', goalAttainment: '', spent: 0 })),
    ).toEqual([]);
  });
  it('samisk perspektiv in a small degree is explained', () => {
    expect(missing(half('owner', { samiDegree: 'liten' }))).toEqual(['samiText']);
  });
  it('the egenandel may be left open, but what it was used for is told when it is there', () => {
    expect(missing(half('owner', { egenandel: null, egenandelUsedFor: '' }))).toEqual([]);
    expect(missing(half('owner', { egenandel: 1, egenandelUsedFor: '' }))).toEqual(['egenandelUsedFor']);
  });
  it('no more is asked carried over than is unspent, and what is asked has a reason', () => {
    // 200 000 − 150 000 = 50 000
    expect(missing(half('owner', { carryOverAsked: 50_000 }))).toEqual(['carryReason']);
    expect(missing(half('owner', { carryOverAsked: 50_001, carryReason: 'Kurset er i mars.' }))).toEqual([
      'carryOverAsked',
    ]);
    expect(
      missing(half('uh', { spent: null, carryOverAsked: 1, carryReason: 'Kurset er i mars.', uhUseOfExperience: '' })),
    ).toEqual(['spent', 'uhUseOfExperience', 'carryOverAsked']);
  });
});
