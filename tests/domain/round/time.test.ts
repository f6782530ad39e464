import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, beginningOf, endOf } from '#lib/domain/day';
import { daysLeft, inTime } from '#lib/domain/round/time';
import { day } from '#tests/support/day';

describe('a last day', () => {
  test.each([
    ['in winter, the second before midnight in Oslo', '2027-02-01', '2027-02-01T22:59:59Z', true, 0],
    ['in winter, 23.30 UTC is the next day there', '2027-02-01', '2027-02-01T23:30:00Z', false, -1],
    ['in summer, the second before midnight in Oslo', '2027-08-15', '2027-08-15T21:59:59Z', true, 0],
    ['in summer, 22.00 UTC is the next day there', '2027-08-15', '2027-08-15T22:00:00Z', false, -1],
    ['the day of 23 hours, when summer time begins', '2027-03-28', '2027-03-28T21:59:59Z', true, 0],
    ['and its end, an hour sooner by UTC than the day before', '2027-03-28', '2027-03-28T22:00:00Z', false, -1],
    ['the day of 25 hours, when summer time ends', '2027-10-31', '2027-10-31T22:59:59Z', true, 0],
    ['and its end, an hour later by UTC', '2027-10-31', '2027-10-31T23:00:00Z', false, -1],
    ['the night before, it is there when UTC still has yesterday', '2027-02-02', '2027-02-01T23:30:00Z', true, 0],
  ])('%s', (_when, lastDay, now, isInTime, left) => {
    expect(inTime(day(lastDay), new Date(now))).toBe(isInTime);
    expect(daysLeft(day(lastDay), new Date(now))).toBe(left);
  });

  it('is over at the end of the day, and as many days away as there are days between, whatever the clocks do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 800 }), (at, away) => {
        const lastDay = addDays(day('1990-01-01'), at);
        expect(inTime(lastDay, new Date(endOf(lastDay).getTime() - 1))).toBe(true);
        expect(inTime(lastDay, endOf(lastDay))).toBe(false);
        expect(daysLeft(lastDay, beginningOf(addDays(lastDay, -away)))).toBe(away);
      }),
    );
  });
});
