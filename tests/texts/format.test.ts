import { describe, expect, expectTypeOf, test } from 'vitest';
import { endOf, type Day } from '#lib/domain/day';
import {
  compareNorwegian,
  formatAmount,
  formatDate,
  formatDateTime,
  formatDay,
  formatDeadline,
  formatDeadlineUntil,
  formatKeptDay,
  formatPerMille,
  formatUntil,
} from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';
import { day } from '#tests/support/day';

const nb = textsFor('nb');
const nn = textsFor('nn');
const deadline = day('2027-02-01');
const that = new Date('2027-02-01T22:59:00Z');

describe('A day is told as it is in Norway', () => {
  test('a deadline is the day, the year and the minute', () =>
    expect(formatDeadline(deadline)).toBe('1. februar 2027 kl. 23.59'));
  // A deadline is in time until the day ends there, whatever UTC says of it.
  test('the minute is the last of its day in Oslo, winter and summer', () => {
    for (const lastDay of ['2027-02-01', '2027-03-28', '2027-08-15', '2027-10-31'].map(day))
      expect(formatDateTime(new Date(endOf(lastDay).getTime() - 60_000), new Date('2020-06-01'))).toBe(
        formatDeadline(lastDay),
      );
  });
  test('a day needs no clock, and an instant is of the day it is in Norway', () => {
    expect(formatDay(deadline)).toBe('1. februar 2027');
    expect([formatDate(that), formatDate(new Date('2027-02-01T23:30:00Z'))]).toEqual([
      '1. februar 2027',
      '2. februar 2027',
    ]);
  });
  test('neither is given for the other', () => {
    expectTypeOf(formatDay).parameter(0).toEqualTypeOf<Day>();
    expectTypeOf(formatDate).parameter(0).toEqualTypeOf<Date>();
  });
  test('a day that the log keeps is written out, and what is none stands as it is', () =>
    expect(['2027-02-01', '', 'snart'].map(formatKeptDay)).toEqual(['1. februar 2027', '', 'snart']));
  // 22.30 UTC is 00.30 the next day in summer (+2).
  test('summer time counts', () => expect(formatDate(new Date('2027-06-30T22:30:00Z'))).toBe('1. juli 2027'));
  test('this year needs no year', () =>
    expect(formatDateTime(new Date('2027-01-28T13:02:00Z'), that)).toBe('28. januar kl. 14.02'));
  test('another year is told', () =>
    expect(formatDateTime(new Date('2026-01-28T13:02:00Z'), that)).toBe('28. januar 2026 kl. 14.02'));
});

describe('How long it is until a deadline', () => {
  const at = (day: string) => new Date(`${day}T08:00:00Z`);
  test.each([
    ['2027-01-23', 'om 9 dager'], // 1 Feb − 23 Jan = 9
    ['2027-01-31', 'i morgen'],
    ['2027-02-01', 'i dag'],
    ['2027-02-02', 'i går'],
    ['2027-02-04', 'for 3 dager siden'],
  ])('on %s it is %s', (day, words) => expect(formatUntil(deadline, at(day), nb)).toBe(words));
  test('in nynorsk the words are nynorsk', () =>
    expect(formatUntil(deadline, at('2027-01-23'), nn)).toBe('om 9 dagar'));
  // 1 Jan to 1 Feb is 31 days: a month.
  test('a month away says only the date', () =>
    expect(formatDeadlineUntil(deadline, at('2027-01-01'), nb)).toBe('1. februar 2027 kl. 23.59'));
  // 00.30 in Norway on 2 Feb is 23.30 UTC on 1 Feb: the day has turned there.
  test('days turn at midnight in Norway', () =>
    expect(formatUntil(deadline, new Date('2027-02-01T23:30:00Z'), nb)).toBe('i går'));
});

test('an amount in a column has no-break spaces and no unit', () => expect(formatAmount(134980)).toBe('134\u00a0980'));
test('a share has one decimal and a comma', () => expect(formatPerMille(600)).toBe('60,0\u00a0%'));
test('æ, ø and å come last, and 2 before 10', () =>
  expect(['Ås', 'Øksnes', 'Ærøy', 'Vega', 'Tiltak 10', 'Tiltak 2'].toSorted(compareNorwegian)).toEqual([
    ...['Tiltak 2', 'Tiltak 10', 'Vega', 'Ærøy', 'Øksnes', 'Ås'],
  ]));
