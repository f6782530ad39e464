import { z } from 'zod';

/** The secret word of a calendar's address. */
export const CalendarAddress = z.object({ token: z.string().max(200) });
