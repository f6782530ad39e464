/** The two written languages the portal speaks. */
export const LOCALES = ['nb', 'nn'] as const;
export type Locale = (typeof LOCALES)[number];

/** Reads a locale from a cookie or a form; anything unknown is bokmål. */
export function localeFrom(value: string | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? 'nb';
}

/** Some of the texts by language, for what runs in the browser. */
export type InLanguage<T> = Readonly<Record<Locale, T>>;

/** Some of the texts. The browser fetches those of the page's language only; the server answers in both. */
export async function inLanguage<T>(texts: Readonly<Record<Locale, () => Promise<T>>>): Promise<InLanguage<T>> {
  if (typeof document === 'undefined') {
    const [nb, nn] = await Promise.all([texts.nb(), texts.nn()]);
    return { nb, nn };
  }
  const only = await texts[localeFrom(document.documentElement.lang)]();
  return { nb: only, nn: only };
}
