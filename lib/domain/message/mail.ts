import { conflict, done, type Decision } from '#lib/domain/outcome';

export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'cancelled'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** What came of trying: taken by the server; refused for this address; refused for now; no server to be had. */
export const VERDICTS = ['sent', 'bounced', 'later', 'unreachable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What an SMTP client tells of a failure: its own word for it, the command that failed, and what the server answered. */
export interface SendFailure {
  readonly code: string;
  readonly command: string;
  readonly responseCode: number | null;
  readonly response: string;
}

const UNREACHABLE = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'ESOCKET',
  'ETIMEDOUT',
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EPROXY',
]);

/**
 * Whose fault a failure is. A 5xx to RCPT TO is the address; not so where the server forbids us (530, or 5.7.x as RFC 3463 has it).
 * Everything else may pass.
 */
export function judgeFailure({ code, command, responseCode, response }: SendFailure): Exclude<Verdict, 'sent'> {
  if (UNREACHABLE.has(code) || responseCode === 421) return 'unreachable';
  if (responseCode === null) return 'later';
  const forbidden = responseCode === 530 || /\b5\.7\.\d/.test(response);
  return command === 'RCPT TO' && responseCode >= 500 && !forbidden ? 'bounced' : 'later';
}

const MINUTE = 60_000;
/** Minutes to wait after the first, second, … time; after the last we give up. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 1440, 1440] as const;
const LONGEST_UNREACHED = 15;
const GIVE_UP_AFTER = 7 * 24 * 60 * MINUTE;

/** When to try again, after this many tries; null: never. A server that is away is asked often, until the mail is a week old. */
export function nextTry(
  verdict: 'later' | 'unreachable',
  { attempts, createdAt }: { attempts: number; createdAt: Date },
  now: Date,
): Date | null {
  const pause = PAUSES[attempts - 1] ?? null;
  if (now.getTime() - createdAt.getTime() >= GIVE_UP_AFTER) return null;
  if (verdict === 'unreachable')
    return new Date(now.getTime() + Math.min(pause ?? LONGEST_UNREACHED, LONGEST_UNREACHED) * MINUTE);
  return pause === null ? null : new Date(now.getTime() + pause * MINUTE);
}

/** How long somebody sending a mail keeps it from others. Longer than any try lasts. */
export const LEASE = 10 * MINUTE;
/** What is left of a lease in which no further try is begun: longer than one lasts. */
export const LEASE_MARGIN = 2 * MINUTE;

export interface TriedMail {
  readonly state: MailState;
  readonly attempts: number;
  readonly createdAt: Date;
}
/** What is written of a try. */
export type Settled =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting'; readonly nextAt: Date }
  | { readonly state: 'failed'; readonly bounced: boolean };

/** What a try leads to. Told of an earlier try than the last, or of a mail that is settled: conflict. */
export function settle(
  mail: TriedMail,
  { attempt, verdict }: { attempt: number; verdict: Verdict },
  { now }: { now: Date },
): Decision<Settled> {
  if (mail.state !== 'sending' || mail.attempts !== attempt) return conflict;
  if (verdict === 'sent') return done({ state: 'sent' });
  if (verdict === 'bounced') return done({ state: 'failed', bounced: true });
  const nextAt = nextTry(verdict, mail, now);
  return done(nextAt === null ? { state: 'failed', bounced: false } : { state: 'waiting', nextAt });
}
