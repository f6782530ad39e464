import type { Locale } from './locale';
import { nb } from './nb';
import { nn } from './nn';

/** All texts of one language; a text missing in the other does not compile. */
export type Texts = typeof nb;

const TEXTS: Record<Locale, Texts> = { nb, nn };

/** The texts of a language, on the server. What runs in the browser asks `useTexts` for those it needs. */
export function textsFor(locale: Locale): Texts {
  return TEXTS[locale];
}
