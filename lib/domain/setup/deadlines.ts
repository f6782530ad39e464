import { dayOf } from '#lib/domain/round/time';
import type { FieldError } from '#lib/domain/form/field-errors';
import { done, invalid, type Decision } from '#lib/domain/outcome';
import { outOfOrder, suggestedDeadlines, type Deadlines } from '#lib/domain/round/round';
import { DEADLINE_KINDS, type DeadlineKind, type Programme } from '#lib/domain/states';

/** The day of a deadline in any year: `yearOffset` 1 is the year after the round's. */
export interface YearlyDay {
  kind: DeadlineKind;
  month: number;
  day: number;
  yearOffset: number;
}
export interface DeadlineDefault extends YearlyDay {
  programme: Programme;
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** The same day in a year's round, as YYYY-MM-DD. */
export const inYear = ({ month, day, yearOffset }: YearlyDay, year: number): string =>
  `${year + yearOffset}-${pad(month)}-${pad(day)}`;

/** A date of one year's round as a day of every year's. */
export const yearly = (kind: DeadlineKind, date: Date, year: number): YearlyDay => ({
  kind,
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
  yearOffset: date.getUTCFullYear() - year,
});

/** A day moved some years; the 29th of February becomes the 28th where there is none. */
export function moveYears(date: Date, years: number): Date {
  const moved = new Date(date);
  moved.setUTCFullYear(date.getUTCFullYear() + years);
  return moved.getUTCDate() === date.getUTCDate() ? moved : new Date(Date.UTC(moved.getUTCFullYear(), 2, 0));
}

/** The deadlines of a programme's round in a year: the county's own days, else the portal's. As YYYY-MM-DD. */
export function usualDeadlines(
  defaults: readonly DeadlineDefault[],
  programme: Programme,
  year: number,
): Readonly<Record<DeadlineKind, string>> {
  const suggested = suggestedDeadlines(year);
  const own = defaults.filter((one) => one.programme === programme);
  return Object.fromEntries(
    DEADLINE_KINDS.map((kind) => {
      const found = own.find((one) => one.kind === kind);
      return [kind, found === undefined ? suggested[kind] : inYear(found, year)];
    }),
  ) as Record<DeadlineKind, string>;
}

/** The days of every year, as they fall in one. Refuses days out of order, far from the year, and the 29th of February. */
export function decideDeadlines({ year, deadlines }: { year: number; deadlines: Deadlines }): Decision<YearlyDay[]> {
  const errors: Record<string, FieldError> = Object.fromEntries(
    outOfOrder(deadlines).map((kind) => [kind, 'out-of-order' as const]),
  );
  const days = DEADLINE_KINDS.map((kind) => yearly(kind, deadlines[kind], year));
  for (const { kind, yearOffset } of days) {
    if (yearOffset < -1 || yearOffset > 2) errors[kind] = 'out-of-range';
    if (dayOf(deadlines[kind]).endsWith('-02-29')) errors[kind] = 'not-a-date';
  }
  return Object.keys(errors).length > 0 ? invalid(errors) : done(days);
}
