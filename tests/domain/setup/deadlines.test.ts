import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inYear, moveYears, decideDeadlines, usualDeadlines, yearly } from '#lib/domain/setup/deadlines';
import { day } from '#tests/support/rule-values';

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
