import fc from 'fast-check';
import { describe, expect, expectTypeOf, it, test } from 'vitest';
import {
  addDays,
  addYears,
  beginningOf,
  compareDays,
  dayAt,
  dayOfParts,
  daysFrom,
  endOf,
  parseDay,
  partsOfDay,
  type Day,
} from '#lib/domain/day';
import { day } from '#tests/support/day';

const days = fc.integer({ min: 0, max: 120 * 365 }).map((after) => addDays(day('1980-01-01'), after));

describe('a day as it is written', () => {
  test.each(['2027-02-28', '2028-02-29', '2027-12-31', '0001-01-01'])('%s is a day', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  test.each(['2027-02-29', '2027-02-30', '2027-13-01', '2027-00-10', '2027-1-1', '27-01-01', '01.02.2027', ''])(
    '%j is none',
    (text) => expect(parseDay(text)).toBeNull(),
  );

  test.each(['2027-01-15T00:00:00Z', ' 2027-01-15', '2027-01-15\n', '+02027-01-15'])('neither is %j', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('is not any text, and is no instant', () => {
    expectTypeOf<string>().not.toExtend<Day>();
    expectTypeOf<Date>().not.toExtend<Day>();
    expectTypeOf<Day>().not.toExtend<Date>();
    expectTypeOf<Day>().toExtend<string>();
  });
});

describe('days are counted', () => {
  test.each([
    ['2027-12-31', 1, '2028-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-03-01', -1, '2027-02-28'],
    // Over the last Sundays of March and October, when the clocks change.
    ['2027-03-27', 2, '2027-03-29'],
    ['2027-10-30', 2, '2027-11-01'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysFrom(day(from), day(to))).toBe(count);
  });

  it('there and back is where one was, and what comes after is after', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -50_000, max: 50_000 }), (from, count) => {
        fc.pre(count > -daysFrom(day('0001-01-01'), from));
        const to = addDays(from, count);
        expect(addDays(to, -count)).toBe(from);
        expect(daysFrom(from, to)).toBe(count);
        expect(compareDays(from, to)).toBe(Math.sign(-count) + 0);
      }),
    );
  });
});

describe('a day of another year', () => {
  test.each([
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2029-02-28', -1, '2028-02-28'],
    ['2027-02-01', 1, '2028-02-01'],
  ])('%s and %i years is %s: the 29th of February is the 28th where there is none', (from, years, to) => {
    expect(addYears(day(from), years)).toBe(to);
  });

  it('is made of the parts it has', () => {
    expect(partsOfDay(day('2027-02-01'))).toEqual({ year: 2027, month: 2, day: 1 });
    fc.assert(
      fc.property(days, (is) => {
        const { year, month, day: date } = partsOfDay(is);
        expect(dayOfParts(year, month, date)).toBe(is);
        expect(addYears(is, 0)).toBe(is);
      }),
    );
  });
});

describe('a day in Oslo', () => {
  test.each([
    ['2027-01-14T22:59:59.999Z', '2027-01-14'],
    ['2027-01-14T23:00:00.000Z', '2027-01-15'],
    ['2027-07-14T21:59:59.999Z', '2027-07-14'],
    ['2027-07-14T22:00:00.000Z', '2027-07-15'],
  ])('at %s it is %s there', (at, is) => {
    expect(dayAt(new Date(at))).toBe(is);
  });

  test.each([
    ['a day in winter', '2027-01-15', '2027-01-14T23:00:00.000Z', '2027-01-15T23:00:00.000Z'],
    ['a day in summer', '2027-07-15', '2027-07-14T22:00:00.000Z', '2027-07-15T22:00:00.000Z'],
    ['the day of 23 hours', '2027-03-28', '2027-03-27T23:00:00.000Z', '2027-03-28T22:00:00.000Z'],
    ['the day of 25 hours', '2027-10-31', '2027-10-30T22:00:00.000Z', '2027-10-31T23:00:00.000Z'],
  ])('%s begins and ends at midnight there', (_what, is, begins, ends) => {
    expect(beginningOf(day(is)).toISOString()).toBe(begins);
    expect(endOf(day(is)).toISOString()).toBe(ends);
  });

  it('holds from its first millisecond to its last, whatever day it is', () => {
    fc.assert(
      fc.property(days, (is) => {
        expect(dayAt(beginningOf(is))).toBe(is);
        expect(dayAt(new Date(beginningOf(is).getTime() - 1))).toBe(addDays(is, -1));
        expect(dayAt(new Date(endOf(is).getTime() - 1))).toBe(is);
        expect(dayAt(endOf(is))).toBe(addDays(is, 1));
      }),
    );
  });
});
