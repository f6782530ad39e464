import { z } from 'zod';
import { Seen } from './allocation';
import { Id, requiredText, whole } from './fields';

export const ApproveTildeling = z.object({ id: Id, version: Seen });

export const ReturnTildeling = z.object({ id: Id, comment: requiredText(2000) });

/** The list, a page at a time. */
export const TildelingList = z.object({
  page: whole(1, 100_000)
    .catch(1)
    .default(1)
    .transform((page) => page ?? 1),
});
