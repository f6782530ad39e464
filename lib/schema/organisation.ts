import { z } from 'zod';
import { isValidOrgnr, plainOrgnr } from '#lib/domain/organisation';
import { ORGANISATION_KINDS } from '#lib/domain/states';
import { Id, oneOf, requiredText, text } from '#lib/schema/fields';

/** An organisation number as people type it; empty is null. */
const orgnr = text(40).transform((typed, context): string | null => {
  const plain = plainOrgnr(typed);
  if (plain === '') return null;
  if (isValidOrgnr(plain)) return plain;
  context.addIssue({ code: 'custom', message: 'not-an-orgnr' });
  return z.NEVER;
});

export const AddOrganisation = z.object({
  countyId: Id,
  orgnr,
  name: requiredText(200),
  kind: oneOf(ORGANISATION_KINDS),
  kommunenr: text(4)
    .pipe(z.string().regex(/^(\d{4})?$/, 'not-a-number'))
    .transform((typed) => (typed === '' ? null : typed)),
});
export const TakeName = z.object({ id: Id });

/** What to look for in Enhetsregisteret, and the number chosen from it; what makes no sense is left out. */
export const LookUp = z.object({
  q: z
    .string()
    .max(100)
    .optional()
    .catch(undefined)
    .transform((typed) => typed?.trim() ?? ''),
  orgnr: z
    .string()
    .regex(/^\d{9}$/)
    .optional()
    .catch(undefined),
});

/** A batch of Enhetsregisteret's open file, and whether it was the last. */
export const RefreshUnits = z.object({
  units: z
    .array(z.object({ orgnr: z.string(), name: z.string(), form: z.string(), kommunenr: z.string().nullable() }))
    .max(10_000),
  last: z.boolean(),
});
