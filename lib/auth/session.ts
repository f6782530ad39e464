import { createHmac, timingSafeEqual } from 'node:crypto';
import { authEnvironment } from './environment';
import { decode } from 'next-auth/jwt';

/** What a word in an address opens: somebody's calendar, or the end of an e-mail's kind. */
type Purpose = 'calendar' | 'mail';

const sign = (purpose: Purpose, id: string): string =>
  createHmac('sha256', authEnvironment().secret).update(`${purpose} ${id}`).digest('base64url');

/**
 * The secret word in an address that opens without signing in. It is signed with the portal's key: whoever reads the
 * database can not make it.
 */
export const signedWord = (purpose: Purpose, id: string): string => `${id}.${sign(purpose, id)}`;

/** Whose word this is; null when it is none we have made for this. */
export function idIn(purpose: Purpose, word: string): string | null {
  const [id = '', signature = '', ...more] = word.split('.');
  const [given, own] = [Buffer.from(signature), Buffer.from(sign(purpose, id))];
  return more.length === 0 && given.length === own.length && timingSafeEqual(given, own) ? id : null;
}

const SESSION = ['__Secure-next-auth.session-token', 'next-auth.session-token'];
const CSRF = ['__Host-next-auth.csrf-token', 'next-auth.csrf-token'];

/** Reads a cookie by its name. */
export type ReadCookie = (name: string) => string | undefined;

const first = (read: ReadCookie, names: readonly string[]) =>
  names.map(read).find((value) => value !== undefined && value !== '');

/** The user id in the session; null when nobody is signed in, or the session is not one of ours. */
export async function sessionUser(read: ReadCookie): Promise<string | null> {
  const token = first(read, SESSION);
  if (token === undefined) return null;
  try {
    const session = await decode({ token, secret: authEnvironment().secret });
    return session?.sub ?? null;
  } catch {
    return null;
  }
}

/** The token that a form for signing in or out must carry; null before next-auth has given one. */
export const csrfToken = (read: ReadCookie): string | null => first(read, CSRF)?.split(/[|]|%7C/i)[0] ?? null;
