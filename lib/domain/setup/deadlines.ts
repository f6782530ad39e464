import { dayOfParts, partsOfDay, type Day } from '#lib/domain/day';
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

/** The same day in a year's round. */
export const inYear = ({ month, day, yearOffset }: YearlyDay, year: number): Day =>
  dayOfParts(year + yearOffset, month, day);

/** A day of one year's round as a day of every year's. */
export function yearly(kind: DeadlineKind, at: Day, ofYear: number): YearlyDay {
  const { year, month, day } = partsOfDay(at);
  return { kind, month, day, yearOffset: year - ofYear };
}

/** The deadlines of a programme's round in a year: the county's own days, else the portal's. */
export function usualDeadlines(defaults: readonly DeadlineDefault[], programme: Programme, year: number): Deadlines {
  const own = defaults.filter((one) => one.programme === programme);
  const found = own.map((one): [DeadlineKind, Day] => [one.kind, inYear(one, year)]);
  return { ...suggestedDeadlines(year), ...Object.fromEntries(found) };
}

/** The days of every year, as they fall in one. Refuses days out of order, far from the year, and the 29th of February. */
export function decideDeadlines({ year, deadlines }: { year: number; deadlines: Deadlines }): Decision<YearlyDay[]> {
  const errors: Record<string, FieldError> = Object.fromEntries(
    outOfOrder(deadlines).map((kind) => [kind, 'out-of-order' as const]),
  );
  const days = DEADLINE_KINDS.map((kind) => yearly(kind, deadlines[kind], year));
  for (const { kind, yearOffset } of days) {
    if (yearOffset < -1 || yearOffset > 2) errors[kind] = 'out-of-range';
    if (deadlines[kind].endsWith('-02-29')) errors[kind] = 'not-a-date';
  }
  return Object.keys(errors).length > 0 ? invalid(errors) : done(days);
}
