import { cookies } from 'next/headers';
import { currentLanguage } from '#lib/auth/context';
import { localeFrom, type Locale } from '#lib/texts/locale';

/** The cookie that remembers the reader's choice of language. */
export const LOCALE_COOKIE = 'sprak';

/** The language of this request: chosen in this browser, else by the person signed in, else bokmål. */
export async function requestLocale(): Promise<Locale> {
  const jar = await cookies();
  return localeFrom(jar.get(LOCALE_COOKIE)?.value ?? (await currentLanguage()) ?? undefined);
}
