import { NextResponse, type NextRequest } from 'next/server';
import { currentContext } from '#lib/auth/context';
import { chooseLanguage } from '#lib/commands/people';
import { mightEver } from '#lib/domain/policy/may';
import { pathHere } from '#lib/domain/path';
import { localeFrom } from '#lib/texts/locale';
import { LOCALE_COOKIE } from '../locale';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the language the reader chose, in this browser and for the person signed in, and goes back to the page they chose it on. */
export async function GET(request: NextRequest) {
  const asked = request.nextUrl.searchParams;
  const locale = localeFrom(asked.get('til') ?? undefined);
  const context = await currentContext();
  if (mightEver(context.actor, chooseLanguage.action)) await chooseLanguage({ locale }, context);
  const headers = { Location: pathHere(asked.get('tilbake'), '/') };
  const response = new NextResponse(null, { status: 303, headers });
  response.cookies.set(LOCALE_COOKIE, locale, {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    secure: request.nextUrl.protocol === 'https:',
  });
  return response;
}
