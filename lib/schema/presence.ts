import { z } from 'zod';
import { Id } from './fields';

/** In which form one is, and in which of its fields; anything odd is no field. */
export const Attend = z.object({
  id: Id,
  field: z
    .string()
    .regex(/^[\w.-]{1,160}$/)
    .nullable()
    .catch(null),
});
