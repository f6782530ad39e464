import { createHmac, timingSafeEqual } from 'node:crypto';
import { authEnvironment } from './environment';

const sign = (feedId: string): string => createHmac('sha256', authEnvironment().secret).update(`calendar ${feedId}`).digest('base64url');

/** The secret word in the address of a calendar. It is signed with the portal's key: whoever reads the database can not make it. */
export const calendarToken = (feedId: string): string => `${feedId}.${sign(feedId)}`;

/** Which calendar a word opens; null when it is none we have made. */
export function feedOf(token: string): string | null {
  const [feedId = '', signature = '', ...more] = token.split('.');
  const [given, own] = [Buffer.from(signature), Buffer.from(sign(feedId))];
  return more.length === 0 && given.length === own.length && timingSafeEqual(given, own) ? feedId : null;
}
