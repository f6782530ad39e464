import { CONTRIBUTOR_MAY } from '#lib/domain/behovsmelding/comment';
import { COMMENTED } from '#lib/domain/behovsmelding/form';
import { DISPENSATION_STATES } from '#lib/domain/states';
import { z } from 'zod';
import { Id, oneOf, requiredText, text } from './fields';

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

/** An owner asks for an exception from the egenandel, with a reason. */
export const AskDispensation = z.object({ id: Id, reason: requiredText(2000) });

const [, ...ANSWERS] = DISPENSATION_STATES;
/** The answer, with a reason either way. */
export const DecideDispensation = z.object({ id: Id, state: oneOf(ANSWERS), reason: requiredText(2000) });
