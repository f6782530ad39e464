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

/**
 * What is changed in a form: names and texts, no more of them than a form can have. What they say is read by the
 * form's own table. `record` is how the form's record is named.
 */
export const changes = (record: z.ZodType<string> = Id) => z.object({ id: record, began: fields, typed: fields });

/** In which form one is, and in which of its fields; anything odd is no field. */
export const Attend = z.object({
  id: Id,
  field: z
    .string()
    .regex(/^[\w.-]{1,160}$/)
    .nullable()
    .catch(null),
});
