import { osloDay } from '#lib/domain/round/time';

/** The days of the demo, counted from the day of seeding. */
export interface Calendar {
  now: Date;
  /** The year of the round whose deadline is the next 1 February. */
  openYear: number;
  /** A calendar day, as a date column holds it. */
  day: (text: string) => Date;
  /** A moment on a day, never later than the seeding itself. */
  at: (day: string, clock?: string) => Date;
  /** A moment some days before the seeding. */
  ago: (days: number, clock?: string) => Date;
}

const DAY = 86_400_000;

/** The calendar of a day of seeding. */
export function calendarOf(now: Date): Calendar {
  const today = osloDay(now);
  const year = Number(today.slice(0, 4));
  const day = (text: string): Date => new Date(`${text}T00:00:00.000Z`);
  const at = (text: string, clock = '10:00'): Date =>
    new Date(Math.min(Date.parse(`${text}T${clock}:00.000Z`), now.getTime()));
  return {
    now,
    day,
    at,
    openYear: today < `${String(year)}-02-01` ? year : year + 1,
    ago: (days, clock) => at(osloDay(new Date(now.getTime() - days * DAY)), clock),
  };
}
