import { NextResponse, type NextRequest } from 'next/server';

const developing = process.env.NODE_ENV === 'development';

/** The origin of the OpenID Connect issuer: a browser counts the redirect after signing in as a form's target too. */
function issuer(): string {
  const address = process.env['OIDC_ISSUER'] ?? '';
  return URL.canParse(address) ? new URL(address).origin : '';
}

function contentSecurityPolicy(nonce: string, https: boolean): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action 'self' ${issuer()}`.trim(),
    "frame-ancestors 'none'",
  ];
  if (https) policy.push('upgrade-insecure-requests');
  return policy.join('; ');
}

const readable = (path: string): boolean => {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
};

/** The most that is let through: attachments of 10 MB and the form around them, as next.config.js says. More would come cut in two. */
const MOST_BYTES = 12 * 1024 * 1024;

/** A form too large to be read is told so on its own page, where there is one. */
function tooLarge({ headers, nextUrl }: NextRequest): NextResponse | null {
  if (!(Number(headers.get('content-length')) > MOST_BYTES)) return null;
  if (nextUrl.pathname.startsWith('/api/')) return new NextResponse(null, { status: 413 });
  const back = nextUrl.clone();
  back.searchParams.set('forstor', '1');
  return NextResponse.redirect(back, 303);
}

/** Whether what is sent to a form's action can be read as what it says it is; what can not would be an error of ours further in. */
async function reads(request: NextRequest): Promise<boolean> {
  if (request.method !== 'POST') return true;
  if (request.headers.get('content-type')?.startsWith('multipart/form-data') === true)
    return request
      .clone()
      .formData()
      .then(
        () => true,
        () => false,
      );
  return (
    !request.headers.has('next-action') ||
    request
      .clone()
      .json()
      .then(
        (sent) => Array.isArray(sent),
        () => false,
      )
  );
}

/** Sends every page with a policy of its own: only scripts with this answer's nonce run, and nobody may frame it. */
export async function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const https = (request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol).startsWith('https');
  const policy = contentSecurityPolicy(nonce, https);

  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  // The gate sends whoever must sign in back here afterwards.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  const refused = tooLarge(request);
  if (refused !== null) return refused;
  // A form that is no form is as if it was never sent; an address that is no address leads to nothing.
  if (!(await reads(request))) return NextResponse.redirect(request.nextUrl, 303);
  const response = readable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL('/finnes-ikke', request.url), { request: { headers } });

  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('X-Frame-Options', 'DENY');
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  response.headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  if (https) response.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  return response;
}

export const config = { matcher: '/((?!_next/static|_next/image).*)' };
