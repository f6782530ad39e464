import { parseDay, type Day } from '#lib/domain/day';

/** A day as a test writes it: day('2027-02-01'). Throws for what is none. */
export function day(text: string): Day {
  const read = parseDay(text);
  if (read === null) throw new Error(`${text} is no day.`);
  return read;
}
