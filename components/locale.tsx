'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { textsFor, type Locale, type Texts } from '#lib/texts/texts';

const LocaleContext = createContext<Locale>('nb');

/** Gives what runs in the browser the language of the request. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** The language of the page, in a component that runs in the browser. */
function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** The texts of the page's language, in a component that runs in the browser. */
export function useTexts(): Texts {
  return textsFor(useLocale());
}
