import { z } from 'zod';
import { COMMENTED } from '#lib/domain/comment';
import { Id, requiredText } from './fields';

/** A comment on a field, by its name. */
export const WriteComment = z.object({
  id: Id,
  field: z.string('malformed').refine((name) => COMMENTED.includes(name), 'not-in-list'),
  text: requiredText(2000),
});
export const ResolveComment = z.object({
  id: Id,
  commentId: Id,
  resolved: z.enum(['yes', 'no'], 'malformed').transform((said) => said === 'yes'),
});
