import { NextResponse, type NextRequest } from 'next/server';
import { localeFrom } from '#lib/texts/texts';
import { LOCALE_COOKIE } from '../locale';

const HERE = 'http://here.invalid';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** A path on this site, else the front page: an address elsewhere must not be reached through us. */
function pathHere(back: string | null): string {
  if (back === null || !URL.canParse(back, HERE)) return '/';
  const url = new URL(back, HERE);
  return url.origin === HERE && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}

/** Remembers the language the reader chose, and goes back to the page they chose it on. */
export function GET(request: NextRequest) {
  const asked = request.nextUrl.searchParams;
  const headers = { Location: pathHere(asked.get('tilbake')) };
  const response = new NextResponse(null, { status: 303, headers });
  response.cookies.set(LOCALE_COOKIE, localeFrom(asked.get('til') ?? undefined), {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    secure: request.nextUrl.protocol === 'https:',
  });
  return response;
}
