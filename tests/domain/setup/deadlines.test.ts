import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, partsOfDay } from '#lib/domain/day';
import { inYear, decideDeadlines, usualDeadlines, yearly } from '#lib/domain/setup/deadlines';
import { day } from '#tests/support/day';

describe('a deadline of every year', () => {
  it('falls on the same day: 1 February stays 1 February', () => {
    expect(inYear(yearly('need', day('2027-02-01'), 2027), 2028)).toBe('2028-02-01');
    expect(inYear(yearly('report', day('2028-02-01'), 2027), 2030)).toBe('2031-02-01');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 21 * 365 }).map((after) => addDays(day('2020-01-01'), after)),
        fc.integer({ min: 2017, max: 2100 }),
        (at, year) => {
          fc.pre(!at.endsWith('-02-29'));
          expect(inYear(yearly('need', at, partsOfDay(at).year), year).slice(4)).toBe(at.slice(4));
        },
      ),
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
