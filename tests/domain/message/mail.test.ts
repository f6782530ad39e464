import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayAt } from '#lib/domain/day';
import { atHour } from '#lib/domain/round/time';
import { judgeFailure, nextTry, settle } from '#lib/domain/message/mail';
import { mailSettings, portalAddress } from '#lib/schema/message';
import { day } from '#tests/support/day';

const NOW = new Date('2027-01-15T10:00:00Z');
const minutes = (from: Date, to: Date | null) => (to === null ? null : (to.getTime() - from.getTime()) / 60_000);

describe('whose fault a failure is', () => {
  const failure = (change: object) => ({
    code: 'EENVELOPE',
    command: 'RCPT TO',
    responseCode: 550,
    response: '550 5.1.1 no such user',
    ...change,
  });
  test.each([
    ['an address that is not there', {}, 'bounced'],
    ['a mailbox that is closed', { responseCode: 554, response: '554 5.2.1 disabled' }, 'bounced'],
    ['a mailbox that is full for now', { responseCode: 452, response: '452 4.2.2 full' }, 'later'],
    ['greylisting', { responseCode: 451, response: '451 4.7.1 try later' }, 'later'],
    ['a server that will not relay for us', { response: '550 5.7.1 relaying denied' }, 'later'],
    ['a server that wants a password', { responseCode: 530, response: '530 authentication required' }, 'later'],
    ['a sender it does not like', { command: 'MAIL FROM', responseCode: 553, response: '553 5.1.8 sender' }, 'later'],
    [
      'contents it does not like',
      { code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 5.6.0 content' },
      'later',
    ],
    ['a server that is closing', { responseCode: 421, response: '421 4.3.2 shutting down' }, 'unreachable'],
    ['no server', { code: 'ESOCKET', command: 'CONN', responseCode: null, response: '' }, 'unreachable'],
    [
      'a wrong password',
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 bad' },
      'unreachable',
    ],
    ['something we do not know', { code: '', command: '', responseCode: null, response: '' }, 'later'],
  ])('%s', (_what, change, verdict) => expect(judgeFailure(failure(change))).toBe(verdict));
});

describe('when it is tried again', () => {
  const at = (verdict: 'later' | 'unreachable', attempts: number, createdAt = NOW) =>
    minutes(NOW, nextTry(verdict, { attempts, createdAt }, NOW));
  it('after pauses that grow, ten times in all, and then never', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((attempts) => at('later', attempts))).toEqual([
      1,
      5,
      15,
      60,
      180,
      360,
      720,
      1440,
      1440,
      null,
    ]);
  });
  it('every quarter of an hour at least while the server is away, until the mail is a week old', () => {
    expect([1, 2, 3, 4, 50, 500].map((attempts) => at('unreachable', attempts))).toEqual([1, 5, 15, 15, 15, 15]);
    const week = 7 * 24 * 60 * 60_000;
    expect(at('unreachable', 500, new Date(NOW.getTime() - week + 1))).toBe(15);
    expect(at('unreachable', 500, new Date(NOW.getTime() - week))).toBeNull();
  });
});

describe('settling', () => {
  const mail = { state: 'sending' as const, attempts: 2, createdAt: NOW };
  it('takes the word of the last try alone', () => {
    expect(settle(mail, { attempt: 2, verdict: 'sent' }, { now: NOW })).toEqual({
      kind: 'done',
      value: { state: 'sent' },
    });
    expect(settle(mail, { attempt: 1, verdict: 'sent' }, { now: NOW })).toEqual({ kind: 'conflict' });
    for (const state of ['waiting', 'sent', 'failed', 'cancelled'] as const)
      expect(settle({ ...mail, state }, { attempt: 2, verdict: 'sent' }, { now: NOW })).toEqual({ kind: 'conflict' });
  });
  it('gives up at once on an address that is refused, and keeps a try that may pass', () => {
    expect(settle(mail, { attempt: 2, verdict: 'bounced' }, { now: NOW })).toEqual({
      kind: 'done',
      value: { state: 'failed', bounced: true },
    });
    expect(settle(mail, { attempt: 2, verdict: 'later' }, { now: NOW })).toEqual({
      kind: 'done',
      value: { state: 'waiting', nextAt: new Date('2027-01-15T10:05:00Z') },
    });
    expect(settle({ ...mail, attempts: 10 }, { attempt: 10, verdict: 'later' }, { now: NOW })).toEqual({
      kind: 'done',
      value: { state: 'failed', bounced: false },
    });
  });
});

test('seven in the morning in Oslo is six in UTC in winter and five in summer, on every day', () => {
  expect(atHour(day('2027-01-15'), 7)).toEqual(new Date('2027-01-15T06:00:00Z'));
  expect(atHour(day('2027-07-15'), 7)).toEqual(new Date('2027-07-15T05:00:00Z'));
  // The days the clocks change: 28 March and 31 October 2027.
  expect([atHour(day('2027-03-28'), 7), atHour(day('2027-10-31'), 7)]).toEqual([
    new Date('2027-03-28T05:00:00Z'),
    new Date('2027-10-31T06:00:00Z'),
  ]);
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' });
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.integer({ min: 4, max: 22 }),
      (date, hour) => {
        const is = dayAt(date);
        expect(clock.format(atHour(is, hour))).toBe(`${is} ${String(hour).padStart(2, '0')}:00`);
      },
    ),
  );
});

describe('how mail is set up', () => {
  const from = { MAIL_FROM: 'portal@example.no', PORTAL_URL: 'https://portal.example.no/' };
  it('is by an address, or by host, port, user and password', () => {
    expect(mailSettings({ ...from, SMTP_URL: 'smtps://kari:hemmelig@post.example.no:465' })).toEqual({
      server: 'smtps://kari:hemmelig@post.example.no:465',
      from: 'portal@example.no',
      portal: 'https://portal.example.no',
    });
    expect(
      mailSettings({
        ...from,
        SMTP_HOST: 'post.example.no',
        SMTP_PORT: '25',
        SMTP_USER: 'kari@example.no',
        SMTP_PASSWORD: 'p/s:s@',
      })?.server,
    ).toBe('smtp://kari%40example.no:p%2Fs%3As%40@post.example.no:25');
    expect(mailSettings({ ...from, SMTP_HOST: 'post.example.no', SMTP_SECURE: '1' })?.server).toBe(
      'smtps://post.example.no',
    );
  });
  it('is not at all without a server or a sender, and then messages stay in the portal', () => {
    expect([
      mailSettings({}),
      mailSettings({ SMTP_URL: '', ...from }),
      mailSettings({ SMTP_URL: 'smtp://post.example.no' }),
    ]).toEqual([null, null, null]);
  });
  it('is refused when it can not be meant', () => {
    for (const SMTP_URL of ['http://post.example.no', 'post.example.no', 'smtp'])
      expect(() => mailSettings({ ...from, SMTP_URL })).toThrow();
    expect(() => mailSettings({ ...from, SMTP_HOST: 'post.example.no', SMTP_PORT: 'femogtjue' })).toThrow();
  });
  it('leads to the portal’s own address, else the one it signs in at', () => {
    expect(portalAddress({ PORTAL_URL: 'https://a.example.no/x', NEXTAUTH_URL: 'https://b.example.no' })).toBe(
      'https://a.example.no',
    );
    expect(portalAddress({ NEXTAUTH_URL: 'https://b.example.no' })).toBe('https://b.example.no');
  });
});
