'use client';

import { createContext, useContext, type ReactNode } from 'react';
import type { InLanguage, Locale } from '#lib/texts/locale';

const LocaleContext = createContext<Locale>('nb');

/** Gives what runs in the browser the language of the request. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** The page's language. */
export const useLocale = (): Locale => useContext(LocaleContext);

type Groups = readonly InLanguage<object>[];
type Together<G extends Groups> = G extends readonly [InLanguage<infer T>, ...infer Rest extends Groups]
  ? T & Together<Rest>
  : unknown;

/** The named groups of texts in the page's language, in a component that runs in the browser. */
export function useTexts<G extends Groups>(...groups: G): Together<G>;
export function useTexts(...groups: Groups): object {
  const locale = useLocale();
  return Object.assign({}, ...groups.map((group) => group[locale])) as object;
}
