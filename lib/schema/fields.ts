import { z } from 'zod';
import { parseKroner } from '#lib/domain/money/kroner';

/** Control characters other than tab and line breaks, and halves of characters: PostgreSQL refuses NUL and the halves, and nobody means the others. */
const BAD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]/u;

/** An id as our records have them. */
export const Id = z.string('malformed').regex(/^[A-Za-z0-9-]{1,64}$/, 'malformed');

/** Text of at most `max` characters, trimmed; line ends as one character. */
export const text = (max: number) =>
  z
    .string('malformed')
    .transform((value) => value.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(max, 'too-long')
        .refine((value) => !BAD.test(value), 'bad-character'),
    );

/** Text that must be given. */
export const requiredText = (max: number) => text(max).pipe(z.string().min(1, 'required'));

/** Kroner as people type them; empty is null, never 0. */
export const kroner = z
  .union([z.string(), z.number(), z.null()], 'malformed')
  .transform((typed, context): number | null => {
    const written = typed === null ? '' : String(typed);
    if (written.trim() === '') return null;
    const parsed = parseKroner(written);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.error });
    return z.NEVER;
  });

/** A whole number from `min` to `max`; empty is null. */
export const whole = (min: number, max: number) =>
  z.union([z.string(), z.number(), z.null()], 'malformed').transform((typed, context): number | null => {
    const written = typed === null ? '' : String(typed).trim();
    if (written === '') return null;
    if (!/^\d{1,10}$/.test(written)) {
      context.addIssue({ code: 'custom', message: 'not-a-number' });
      return z.NEVER;
    }
    const value = Number(written);
    if (value >= min && value <= max) return value;
    context.addIssue({ code: 'custom', message: 'out-of-range' });
    return z.NEVER;
  });

/** A calendar day as YYYY-MM-DD; empty is null. */
export const day = z.union([z.string(), z.null()], 'malformed').transform((typed, context): Date | null => {
  if (typed === null || typed.trim() === '') return null;
  const at = new Date(`${typed}T00:00:00.000Z`);
  if (
    /^\d{4}-\d{2}-\d{2}$/.test(typed) &&
    !Number.isNaN(at.getTime()) &&
    at.toISOString().startsWith(typed) &&
    typed >= '1990' &&
    typed < '2101'
  )
    return at;
  context.addIssue({ code: 'custom', message: 'not-a-date' });
  return z.NEVER;
});
/** A calendar day that must be given. */
export const aDay = day.pipe(z.date('required'));

/** One of a closed list. */
export const oneOf = <const T extends string>(list: readonly [T, ...T[]]) => z.enum(list, 'not-in-list');

/** A page that takes no input. */
export const Nothing = z.unknown();
/** A page of one record. */
export const ById = z.object({ id: Id });
/** An e-mail address, or nothing. */
export const email = text(200).pipe(
  z.string().refine((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'not-an-email'),
);
