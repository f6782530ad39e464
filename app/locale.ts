import { cookies } from 'next/headers';
import { localeFrom, type Locale } from '#lib/texts/texts';

/** The cookie that remembers the reader's choice of language. */
export const LOCALE_COOKIE = 'sprak';

/** The language of this request: the reader's own choice, else bokmål. */
export async function requestLocale(): Promise<Locale> {
  const jar = await cookies();
  return localeFrom(jar.get(LOCALE_COOKIE)?.value);
}
