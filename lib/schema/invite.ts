import { z } from 'zod';
import { INVITED_ROLES } from '#lib/domain/invite';
import { oneOf, text } from '#lib/schema/fields';

const named = text(200)
  .optional()
  .transform((value) => (value === undefined || value === '' ? null : value));

/** Who is invited, to what and where. The e-mail address is kept in lower case. */
export const Invite = z.object({
  email: text(254)
    .transform((value) => value.toLowerCase())
    .pipe(z.email('not-an-email')),
  role: oneOf(INVITED_ROLES),
  name: named,
  county: named,
  organisation: named.transform((value) => value?.replaceAll(/\s/g, '') ?? null),
  region: named,
  forum: named,
});
