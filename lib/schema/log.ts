import { z } from 'zod';
import { parseDay } from '#lib/domain/day';

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
const day = z
  .string()
  .transform(parseDay)
  .refine((read) => read !== null && read >= '1900' && read < '2100')
  .catch(null);

const key = z
  .string()
  .regex(/^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z_\d{1,15}$/)
  .transform((text) => {
    const [at = '', id] = text.split('_');
    return { at: new Date(at), id: Number(id) };
  })
  .refine(({ at }) => !Number.isNaN(at.getTime()))
  .nullable()
  .catch(null);
/** A line of the log, as the address of the page before or after it says it. */
export const logKey = ({ at, id }: { at: Date; id: number }): string => `${at.toISOString()}_${id}`;

/** What to look for in the log: the words of its address. */
export const LogFilter = z.object({
  slag: z.enum(LOGGED).nullable().catch(null),
  sak: words,
  person: words,
  fra: day,
  til: day,
  /** The page that ends before this line, or the one that begins after it. */
  eldre: key,
  nyere: key,
});
export type LogFilter = z.infer<typeof LogFilter>;
