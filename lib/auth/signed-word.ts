import { createHmac, timingSafeEqual } from 'node:crypto';
import { authEnvironment } from './environment';

/** What a word in an address opens: somebody's calendar, or the end of an e-mail's kind. */
type Purpose = 'calendar' | 'mail';

const sign = (purpose: Purpose, id: string): string =>
  createHmac('sha256', authEnvironment().secret).update(`${purpose} ${id}`).digest('base64url');

/** The secret word in an address that opens without signing in. It is signed with the portal's key: whoever reads the database can not make it. */
export const signedWord = (purpose: Purpose, id: string): string => `${id}.${sign(purpose, id)}`;

/** Whose word this is; null when it is none we have made for this. */
export function idIn(purpose: Purpose, word: string): string | null {
  const [id = '', signature = '', ...more] = word.split('.');
  const [given, own] = [Buffer.from(signature), Buffer.from(sign(purpose, id))];
  return more.length === 0 && given.length === own.length && timingSafeEqual(given, own) ? id : null;
}
