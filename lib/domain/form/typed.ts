import { parseKroner } from '#lib/domain/money/kroner';

// What a text in a form says while it is typed. What is not yet clear is not given; saving judges it strictly.

/** An amount in whole kroner. */
export function typedKroner(text: string): number | null {
  const read = parseKroner(text);
  return read.ok ? read.value : null;
}

/** A whole number of at most nine digits. */
export const typedWhole = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/** A calendar day, written as YYYY-MM-DD. */
export const typedDay = (text: string): Date | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text) : null;
