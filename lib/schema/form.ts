import { fieldError, type FieldError } from '#lib/domain/form/field-errors';
import type { Typing } from '#lib/domain/form/merge';
import { z } from 'zod';
import { Id } from './fields';

/** More fields than any of our forms has. */
export const MOST_FIELDS = 2000;
const MOST_VALUES = 100;
const fields = z
  .record(
    z.string().max(200, 'malformed'),
    z.array(z.string('malformed'), 'malformed').max(MOST_VALUES, 'too-long'),
    'malformed',
  )
  .refine((all) => Object.keys(all).length <= MOST_FIELDS, 'too-long')
  .default({});

/** What is changed in a form: names and texts, no more of them than a form can have. What they say is read by the form's own table. `record` is how the form's record is named. */
export const changes = (record: z.ZodType<string> = Id) => z.object({ id: record, began: fields, typed: fields });

/** What is wrong with a field as it is typed; null when it is as it should be. */
function wrongWith(field: z.ZodType, values: readonly string[]): FieldError | null {
  const read =
    field instanceof z.ZodArray ? field.safeParse(values) : values.length > 1 ? null : field.safeParse(values[0] ?? '');
  if (read === null) return 'malformed';
  return read.success ? null : fieldError(read.error.issues[0]?.message ?? '');
}

/**
 * What is changed in a form: each field that is well-formed, and what is wrong with the others, so that one does not hold up
 * the rest. `fieldOf` is the field of this name; a name that is none is told as malformed. `record` is how the form's record is named.
 */
export const judgedChanges = (fieldOf: (name: string) => z.ZodType | undefined, record: z.ZodType<string> = Id) =>
  z.object({ id: record, began: fields, typed: fields }).transform(({ id, began, typed }) => {
    const wrong: Record<string, FieldError> = {};
    for (const [name, values] of Object.entries(typed)) {
      const field = fieldOf(name);
      const error = field === undefined ? 'malformed' : wrongWith(field, values);
      if (error !== null) wrong[name] = error;
    }
    const sound: Typing = Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in wrong)));
    return { id, began, typed: sound, wrong };
  });

/** In which form one is, and in which of its fields; anything odd is no field. */
export const Attend = z.object({
  id: Id,
  field: z
    .string()
    .regex(/^[\w.-]{1,160}$/)
    .nullable()
    .catch(null),
});
