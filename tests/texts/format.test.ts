import { describe, expect, test } from 'vitest';
import {
  compareNorwegian,
  daysBetween,
  formatAmount,
  formatDate,
  formatDateTime,
  formatDeadline,
  formatDeadlineUntil,
  formatPerMille,
  formatUntil,
} from '#lib/texts/format';
import { textsFor } from '#lib/texts/texts';

const nb = textsFor('nb');
const nn = textsFor('nn');
// 23.59 in Norway on 1 February is 22.59 UTC (winter, +1).
const deadline = new Date('2027-02-01T22:59:00Z');

describe('A day is told as it is in Norway', () => {
  test('a deadline is the day, the year and the minute', () =>
    expect(formatDeadline(deadline)).toBe('1. februar 2027 kl. 23.59'));
  // 22.30 UTC is 00.30 the next day in summer (+2).
  test('summer time counts', () => expect(formatDate(new Date('2027-06-30T22:30:00Z'))).toBe('1. juli 2027'));
  test('this year needs no year', () =>
    expect(formatDateTime(new Date('2027-01-28T13:02:00Z'), deadline)).toBe('28. januar kl. 14.02'));
  test('another year is told', () =>
    expect(formatDateTime(new Date('2026-01-28T13:02:00Z'), deadline)).toBe('28. januar 2026 kl. 14.02'));
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
    expect(daysBetween(new Date('2027-02-01T23:30:00Z'), deadline)).toBe(-1));
});

test('an amount in a column has no-break spaces and no unit', () => expect(formatAmount(134980)).toBe('134\u00a0980'));
test('a share has one decimal and a comma', () => expect(formatPerMille(600)).toBe('60,0\u00a0%'));
test('æ, ø and å come last, and 2 before 10', () =>
  expect(['Ås', 'Øksnes', 'Ærøy', 'Vega', 'Tiltak 10', 'Tiltak 2'].toSorted(compareNorwegian)).toEqual([
    ...['Tiltak 2', 'Tiltak 10', 'Vega', 'Ærøy', 'Øksnes', 'Ås'],
  ]));
