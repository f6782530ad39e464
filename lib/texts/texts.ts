import { nb } from './nb';
import { nn } from './nn';

/** The two written languages the portal speaks. */
export const LOCALES = ['nb', 'nn'] as const;
export type Locale = (typeof LOCALES)[number];

/** All texts of one language; a text missing in the other does not compile. */
export type Texts = typeof nb;

const TEXTS: Record<Locale, Texts> = { nb, nn };

/** The texts of a language. */
export function textsFor(locale: Locale): Texts {
  return TEXTS[locale];
}

/** Reads a locale from a cookie or a form; anything unknown is bokmål. */
export function localeFrom(value: string | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? 'nb';
}
