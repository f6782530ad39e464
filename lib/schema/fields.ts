import { z } from 'zod';
import { ID, parse, print, type Kind, type ValueOf } from '#lib/domain/form/table';

/** An id as our records have them. */
export const Id = z.string('malformed').regex(ID, 'malformed');

const WRITTEN = z.union([z.string(), z.number(), z.boolean(), z.null()], 'malformed');
/** A field that is read as the forms read theirs, by the one grammar there is. */
const typed = <K extends Kind>(kind: K, from: z.ZodType<string | number | boolean | null>) =>
  from.transform((said, context): ValueOf<K> => {
    const { value, error } = parse(kind, print(kind, said));
    if (error === null) return value;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

/** Text of at most `max` characters, trimmed; line ends as one character. */
export const text = (max: number) => typed({ kind: 'text', max }, z.string('malformed'));

/** Text that must be given. */
export const requiredText = (max: number) => text(max).pipe(z.string().min(1, 'required'));

/** Kroner as people type them; empty is null, never 0. */
export const kroner = typed({ kind: 'kroner' }, WRITTEN);

/** A whole number from `min` to `max`; empty is null. */
export const whole = (min: number, max: number) => typed({ kind: 'whole', min, max }, WRITTEN);

/** What may be empty, where it must be given. */
export const mustBeGiven = <T>(schema: z.ZodType<T | null>) =>
  schema.transform((value, context): T => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'required' });
    return z.NEVER;
  });

/** A calendar day as YYYY-MM-DD; empty is null. */
export const day = typed({ kind: 'day' }, z.union([z.string(), z.null()], 'malformed'));
/** A calendar day that must be given. */
export const aDay = mustBeGiven(day);

/** One of a closed list. */
export const oneOf = <const T extends string>(list: readonly T[]) => z.enum(list, 'not-in-list');

/** A page that takes no input. */
export const Nothing = z.unknown();
/** A page of one record. */
export const ById = z.object({ id: Id });
/** An e-mail address, or nothing. */
export const email = typed({ kind: 'email' }, z.string('malformed'));

const WORDS: readonly Kind['kind'][] = ['text', 'long', 'email', 'choice', 'id'];
/** The fields of a table as a whole form brings them, each read by the one grammar. */
export const shapeOf = <T extends Readonly<Record<string, Kind>>>(table: T) =>
  // Each name keeps its own kind, which the compiler does not follow through the entries.
  Object.fromEntries(
    Object.entries(table).map(([name, kind]) => [
      name,
      typed(kind, WORDS.includes(kind.kind) ? z.string('malformed') : WRITTEN),
    ]),
  ) as unknown as { [N in keyof T]: z.ZodType<ValueOf<T[N]>> };
