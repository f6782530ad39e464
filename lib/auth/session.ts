import { decode } from 'next-auth/jwt';
import { authEnvironment } from './environment';

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
