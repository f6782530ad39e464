import { explainRefusal } from '#lib/texts/explain';
import type { Texts } from '#lib/texts/texts';

const CODES = ['email-unverified', 'email-linked', 'not-invited', 'access-ended'] as const;

/** The sentence for a sign-in that came to nothing. */
export function whyNot(error: string | string[] | undefined, t: Texts): string {
  const code = CODES.find((known) => known === error);
  return code === undefined ? t.auth.failed : explainRefusal({ code }, t);
}
