import { describe, expect, it } from 'vitest';
import { differencesIn, egenandelOfReport, halfEgenandelRefusals } from '#lib/domain/report/egenandel';
import { RULES } from '#tests/support/behovsmelding-core';
import { half, report } from '#tests/support/report-core';

const line = (
  side: 'network' | 'uh',
  budgetYear: number,
  amount: number | null,
  receiverId: string | null = side === 'uh' ? 'uh' : 'owner',
) => ({ side, receiverId, receiverName: null, budgetYear, amount });

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
      granted: [
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
    expect(egenandelOfReport(report({ pool: { ...pool, granted: [{ owner: null, uh: 0 }] } }), 1).status).toBe(
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
