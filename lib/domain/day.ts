declare const day: unique symbol;
/**
 * A day of the calendar, 'YYYY-MM-DD'. It has no hour and no place, so it is never an instant: only Oslo's clock
 * leads from the one to the other.
 */
export type Day = string & { readonly [day]: true };

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;
const A_DAY_MS = 86_400_000;
const AN_HOUR_MS = 3_600_000;
const OSLO = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

// Days are counted as UTC counts them, where each has 24 hours.
const numberOf = (of: Day): number => Date.parse(of);
const dayOfNumber = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;

/** The day a text names as 'YYYY-MM-DD'; null for any other writing, and for a day that no month has. */
export function parseDay(text: string): Day | null {
  if (!WRITTEN.test(text)) return null;
  const ms = Date.parse(text);
  // Some engines read 31 February as 3 March.
  return Number.isNaN(ms) || dayOfNumber(ms) !== text ? null : dayOfNumber(ms);
}

/** Below 0 when the first comes before the second, 0 for the same day: to sort by. < and > compare days too. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** The day so many days after; before, when the number is negative. */
export const addDays = (to: Day, days: number): Day => dayOfNumber(numberOf(to) + days * A_DAY_MS);

/** The parts of a day, as numbers: the month from 1. */
export function partsOfDay(of: Day): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = of.split('-').map(Number);
  return { year, month, day };
}

/** The day of these parts. One past the end of its month runs into the next, as 29 February does most years. */
export const dayOfParts = (year: number, month: number, day: number): Day =>
  dayOfNumber(Date.UTC(year, month - 1, day));

/** The same day so many years after; the 29th of February becomes the 28th where there is none. */
export function addYears(to: Day, years: number): Day {
  const { year, month, day } = partsOfDay(to);
  const moved = dayOfParts(year + years, month, day);
  return partsOfDay(moved).day === day ? moved : addDays(moved, -1);
}

/** How many days from the first to the second; negative when the second comes before. */
export const daysFrom = (from: Day, to: Day): number => Math.round((numberOf(to) - numberOf(from)) / A_DAY_MS);

/** The day it is in Oslo at an instant. */
export const dayAt = (at: Date): Day => OSLO.format(at) as Day;

/**
 * The instant a day begins in Oslo, 00:00: one hour before it does in UTC in winter, two in summer. From 1980, when
 * summer time came to stay.
 */
export function beginningOf(of: Day): Date {
  const summer = new Date(numberOf(of) - 2 * AN_HOUR_MS);
  return dayAt(summer) === of ? summer : new Date(numberOf(of) - AN_HOUR_MS);
}

/** The instant a day ends in Oslo: the first that is no longer in it. A deadline is in time before this. */
export const endOf = (of: Day): Date => beginningOf(addDays(of, 1));
