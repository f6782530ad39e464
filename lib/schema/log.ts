import { z } from 'zod';

/** The kinds of record the log can be narrowed to. */
export const LOGGED = [
  'behovsmelding',
  'dispensation',
  'round',
  'tildeling',
  'half',
  'user',
  'organisation',
  'forum',
  'region',
  'county',
] as const;
export type Logged = (typeof LOGGED)[number];

// A filter that makes no sense filters nothing: the address may have been written by hand.
const words = z
  .string()
  .trim()
  .max(100)
  .refine((value) => !value.includes('\0'))
  .catch('');
const isDay = (value: string): boolean =>
  /^(19|20)\d{2}-\d{2}-\d{2}$/.test(value) &&
  new Date(`${value}T00:00:00Z`).toString() !== 'Invalid Date' &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
const day = z.string().refine(isDay).nullable().catch(null);

/** What to look for in the log: the words of its address. */
export const LogFilter = z.object({
  slag: z.enum(LOGGED).nullable().catch(null),
  sak: words,
  person: words,
  fra: day,
  til: day,
  side: z.coerce.number().int().min(1).max(2000).catch(1),
});
export type LogFilter = z.infer<typeof LogFilter>;
