/** The two written languages the portal speaks. */
export const LOCALES = ['nb', 'nn'] as const;
export type Locale = (typeof LOCALES)[number];

/** Reads a locale from a cookie or a form; anything unknown is bokmål. */
export function localeFrom(value: string | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? 'nb';
}
