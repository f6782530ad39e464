import { describe, expect, it } from 'vitest';
import { may } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/actor';
import { carriedInBy, grantedTo, moneyOfYear, moneyOf } from '#lib/domain/report/money';
import { decideAccept, decideFile, halfCase, nextReport, withWritten } from '#lib/domain/report/decide';
import { differencesIn } from '#lib/domain/report/egenandel';
import { egenandelOfReport, halfEgenandelRefusals } from '#lib/domain/report/egenandel';
import { missingInHalf } from '#lib/domain/report/missing';
import { RULES } from '#tests/support/need';
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

describe('the egenandel of a report', () => {
  it('is judged against the grant of the tiltak', () => {
    // 30 % of 500 000 = 150 000; 150 000 − 115 000 = 35 000
    expect(egenandelOfReport(report(), 115_000)).toMatchObject({
      status: 'short',
      required: 150_000,
      counted: 115_000,
      missing: 35_000,
      level: 'tiltak',
    });
    expect(egenandelOfReport(report(), 150_000).status).toBe('met');
    expect(egenandelOfReport(report(), null)).toMatchObject({ status: 'unknown', missing: null });
  });
  it('is enough for what is granted so far, or for the whole with what the plan puts in later years', () => {
    const lines = [line('network', 2027, 200_000), line('uh', 2028, 300_000)];
    const planned = [
      { budgetYear: 2027, amount: 30_000 },
      { budgetYear: 2028, amount: 120_000 },
    ];
    // So far: 30 % of 200 000 = 60 000
    expect(egenandelOfReport(report({ lines, planned }), 60_000)).toMatchObject({
      status: 'met',
      required: 60_000,
      counted: 60_000,
    });
    // The whole: 30 % of 500 000 = 150 000 = 30 000 now + 120 000 planned
    expect(egenandelOfReport(report({ lines, planned }), 30_000)).toMatchObject({
      status: 'met',
      required: 150_000,
      counted: 150_000,
      plannedLater: 120_000,
    });
    // 29 000 now: 1 000 short of the whole, 31 000 short of what is granted so far; the lesser is what is missing
    expect(egenandelOfReport(report({ lines, planned }), 29_000)).toMatchObject({ status: 'short', missing: 1_000 });
    // The last year: 60 000 before + 80 000 now = 140 000 of 150 000
    const last = report({ lines, planned, year: 2028, earlier: [half('owner', { egenandel: 60_000 })] });
    expect(egenandelOfReport(last, 80_000)).toMatchObject({
      status: 'short',
      missing: 10_000,
      before: 60_000,
      plannedLater: 0,
    });
  });
  it('is judged once for the region that pays it together', () => {
    // Two tiltak of 500 000 and 100 000: 150 000 + 30 000 = 180 000; the region pays 170 000
    const pool = {
      amount: 170_000,
      note: '',
      regionName: 'Salten',
      grants: [
        { owner: 200_000, uh: 300_000 },
        { owner: 100_000, uh: 0 },
      ],
    };
    expect(egenandelOfReport(report({ pool }), 1)).toMatchObject({
      level: 'region',
      status: 'short',
      required: 180_000,
      counted: 170_000,
      missing: 10_000,
    });
    expect(egenandelOfReport(report({ pool: { ...pool, amount: 180_000 } }), 1).status).toBe('met');
    expect(egenandelOfReport(report({ pool: { ...pool, grants: [{ owner: null, uh: 0 }] } }), 1).status).toBe(
      'unknown',
    );
    expect(egenandelOfReport(report({ pool, rules: { ...RULES, egenandelTolerance: 10_000 } }), 1).status).toBe('met');
    expect(egenandelOfReport(report({ pool, rules: { ...RULES, egenandelEnforcement: 'none' } }), 1).status).toBe(
      'not-applicable',
    );
  });
  it('stops accepting only where the rule set requires it and no dispensation stands', () => {
    expect(halfEgenandelRefusals(report(), 115_000)).toEqual([
      {
        code: 'egenandel-short',
        title: 'Tidlig innsats',
        percent: 30,
        required: 150_000,
        planned: 115_000,
        missing: 35_000,
        source: 'Prøvekilde',
      },
    ]);
    expect(halfEgenandelRefusals(report(), null)).toEqual([
      { code: 'egenandel-unknown', title: 'Tidlig innsats', source: 'Prøvekilde' },
    ]);
    expect(halfEgenandelRefusals(report({ rules: { ...RULES, egenandelEnforcement: 'warn' } }), null)).toEqual([]);
    expect(halfEgenandelRefusals(report({ dispensation: true }), 0)).toEqual([]);
  });
});

describe('who files which half', () => {
  const grant = { organisationId: null, regionId: null, countyId: null, forumId: null };
  const actor = (role: 'skoleeier' | 'coordinator' | 'uh', where: object): Actor => ({
    userId: role,
    name: role,
    grants: [{ ...grant, role, ...where }],
  });
  const owner = halfCase(report(), 'owner');
  const uh = halfCase(report({ halves: [half('owner', { state: 'open' }), half('uh', { state: 'open' })] }), 'uh');
  it('the UH does not write in the owner’s half, nor the owner or its coordinator in the UH’s', () => {
    if (owner === null || uh === null) throw new Error('No half');
    const open = { ...owner, state: 'open' } as const;
    expect(may(actor('skoleeier', { organisationId: 'owner' }), 'report.save', open)).toBe(true);
    expect(may(actor('coordinator', { regionId: 'salten' }), 'report.file-owner', open)).toBe(true);
    expect(may(actor('uh', { organisationId: 'uh' }), 'report.save', open)).toBe(false);
    expect(may(actor('uh', { organisationId: 'uh' }), 'report.file-uh', uh)).toBe(true);
    expect(may(actor('uh', { organisationId: 'other' }), 'report.file-uh', uh)).toBe(false);
    expect(may(actor('coordinator', { regionId: 'salten' }), 'report.save', uh)).toBe(false);
  });
  it('a half takes only the fields of its side', () => {
    expect(withWritten(half('uh'), { goals: 'Ikke mine.', spent: 1 })).toMatchObject({
      goals: 'Flere leser godt.',
      spent: 1,
    });
    expect(withWritten(half('owner'), { spent: undefined })).toMatchObject({ spent: 150_000 });
  });
});

describe('deciding', () => {
  const owner = (change: object = {}) => {
    const found = halfCase(report({ ...change }), 'owner');
    if (found === null) throw new Error('No half');
    return found;
  };
  it('knows when the half was changed meanwhile', () => {
    expect(decideFile(owner(), { version: 2 })).toEqual({ kind: 'conflict' });
    expect(decideAccept(owner(), { version: 2 })).toEqual({ kind: 'conflict' });
  });
  it('filing says what is missing, field by field', () => {
    expect(decideFile(owner(), { version: 3, goals: '', carryOverAsked: 50_001, carryReason: 'Mars.' })).toEqual({
      kind: 'invalid',
      errors: { goals: 'required', carryOverAsked: 'above-unspent' },
    });
  });
  it('the last half accepted closes the year, and another leaves it open', () => {
    expect(decideAccept(owner(), { version: 3 })).toEqual({ kind: 'done', value: null });
    const last = owner({ halves: [half('owner'), half('uh', { state: 'accepted' })] });
    expect(decideAccept(last, { version: 3 })).toEqual({
      kind: 'done',
      value: { tiltakStatus: 'ongoing', next: null },
    });
  });
  it('the next report is for the next year with money, granted or carried over', () => {
    const later = [line('network', 2029, 1), line('uh', 2029, 1), line('uh', 2028, 0)];
    expect(nextReport(report({ lines: later }))).toEqual({ year: 2029, dueOn: new Date('2030-02-01'), uhIds: ['uh'] });
    const carried = report({ halves: [half('owner', { carryOverAsked: 1 }), half('uh')], lines: later });
    expect(nextReport(carried)).toEqual({ year: 2028, dueOn: new Date('2029-02-01'), uhIds: [] });
    expect(nextReport(report())).toBeNull();
  });
});

describe('the differences at the top of a report', () => {
  it('name what is over, left, short and waited for, in kroner', () => {
    const found = differencesIn(
      report({ halves: [half('owner', { spent: 210_000, egenandel: 100_000 }), half('uh', { spent: 290_000 })] }),
    );
    expect(found.map((one) => [one.kind, 'kroner' in one ? one.kroner : null])).toEqual([
      ['over-spent', 10_000],
      ['unspent-left', 10_000],
      ['egenandel-short', 50_000],
    ]);
    const waiting = differencesIn(
      report({ halves: [half('owner', { state: 'open' }), half('uh', { state: 'returned', spent: null })] }),
    );
    expect(waiting.map(({ kind }) => kind)).toEqual(['not-filed', 'returned', 'spent-unknown']);
  });
});
