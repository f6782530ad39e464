import { z } from 'zod';
import { Id } from './fields';

/** One page of the inbox; what is no page is the first. */
export const InboxPage = z.object({ side: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** Which message is read; without an id, all of them. */
export const MarkRead = z.object({ id: Id.optional() });
