const DAY = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const HOUR = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', hour: '2-digit' });

/** The calendar day in Oslo at an instant, as YYYY-MM-DD. */
export const osloDay = (at: Date): string => DAY.format(at);

/** A date column as YYYY-MM-DD. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Whether it is still in time: until, not including, 00:00 in Oslo the day after the last day. */
export const inTime = (lastDay: Date, now: Date): boolean => osloDay(now) <= dayOf(lastDay);

/** Whole days left, 0 on the last day itself, negative when it has passed. */
export function daysLeft(lastDay: Date, now: Date): number {
  return Math.round((Date.parse(dayOf(lastDay)) - Date.parse(osloDay(now))) / 86_400_000);
}

/** The last minute of a day in Oslo, 23.59: how a deadline is shown. */
export function lastMinute(lastDay: Date): Date {
  const winter = new Date(`${dayOf(lastDay)}T22:59:00.000Z`);
  return osloDay(winter) === dayOf(lastDay) ? winter : new Date(winter.getTime() - 3_600_000);
}

/** An hour of a day in Oslo, given as YYYY-MM-DD, as an instant. Not for the hours between 1 and 3, when the clocks change. */
export function atHour(day: string, hour: number): Date {
  const winter = new Date(`${day}T${String(hour - 1).padStart(2, '0')}:00:00.000Z`);
  return HOUR.format(winter) === String(hour).padStart(2, '0') ? winter : new Date(winter.getTime() - 3_600_000);
}
