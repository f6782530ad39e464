import { z } from 'zod';
import { CONTRIBUTOR_MAY } from '#lib/domain/contributor';
import { Id, oneOf, requiredText, text } from './fields';

/** Who is asked to a need, and to do what. The e-mail address is kept in lower case. */
export const InviteContributor = z.object({
  id: Id,
  email: requiredText(254)
    .transform((value) => value.toLowerCase())
    .pipe(z.email('not-an-email')),
  name: requiredText(200),
  unit: text(200),
  may: oneOf(CONTRIBUTOR_MAY),
});
export const EndContributor = z.object({ id: Id, contributorId: Id });
