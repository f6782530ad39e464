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

/** Sends every page with a policy of its own: only scripts with this answer's nonce run, and nobody may frame it. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const https = (request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol).startsWith('https');
  const policy = contentSecurityPolicy(nonce, https);

  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  // The gate sends whoever must sign in back here afterwards.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });

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
