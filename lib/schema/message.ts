import { VERDICTS } from '#lib/domain/message/mail';
import { MAIL_CHOICES, type MailTopic } from '#lib/domain/message/message';
import { z } from 'zod';
import { Id, oneOf, whole } from './fields';

/** One page of the inbox; what is no page is the first. */
export const InboxPage = z.object({ side: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** Which message is read; without an id, all of them. */
export const MarkRead = z.object({ id: Id.optional() });

const given = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** How e-mail is sent: SMTP_URL, or SMTP_HOST with its port, user and password; from whom, and the portal's own address. */
const MailEnvironment = z.object({
  SMTP_URL: given.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
  SMTP_HOST: given,
  SMTP_PORT: given.pipe(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .optional(),
  ),
  SMTP_USER: given,
  SMTP_PASSWORD: given,
  SMTP_SECURE: given,
  MAIL_FROM: given,
  PORTAL_URL: given.pipe(z.url().optional()),
  NEXTAUTH_URL: given.pipe(z.url().optional()),
});

export interface MailSettings {
  readonly server: string;
  readonly from: string;
  readonly portal: string;
}

/** The portal's own address, by which people reach it. */
export function portalAddress(environment: unknown): string {
  const { PORTAL_URL, NEXTAUTH_URL } = MailEnvironment.pick({ PORTAL_URL: true, NEXTAUTH_URL: true }).parse(
    environment,
  );
  return new URL(PORTAL_URL ?? NEXTAUTH_URL ?? 'http://localhost:3000').origin;
}

/** Where mail goes out, and in whose name; null when it is not set up. Refuses settings that cannot be meant. */
export function mailSettings(environment: unknown): MailSettings | null {
  const env = MailEnvironment.parse(environment);
  const server =
    env.SMTP_URL ?? (env.SMTP_HOST === undefined ? undefined : urlOf({ ...env, SMTP_HOST: env.SMTP_HOST }));
  if (server === undefined || env.MAIL_FROM === undefined) return null;
  return { server, from: env.MAIL_FROM, portal: portalAddress(environment) };
}

function urlOf({
  SMTP_HOST,
  SMTP_PORT,
  SMTP_USER,
  SMTP_PASSWORD,
  SMTP_SECURE,
}: z.infer<typeof MailEnvironment> & { SMTP_HOST: string }): string {
  const scheme = SMTP_SECURE === '1' || SMTP_SECURE === 'true' ? 'smtps' : 'smtp';
  const who =
    SMTP_USER === undefined ? '' : `${encodeURIComponent(SMTP_USER)}:${encodeURIComponent(SMTP_PASSWORD ?? '')}@`;
  return `${scheme}://${who}${SMTP_HOST}${SMTP_PORT === undefined ? '' : `:${SMTP_PORT}`}`;
}

/** How many mails to take. */
export const ClaimMails = z.object({ limit: z.number().int().min(1).max(100) });

/** What came of trying a mail. */
export const SettleMail = z.object({
  id: Id,
  attempt: whole(1, 1000).pipe(z.number()),
  verdict: oneOf(VERDICTS),
  error: z.string().transform((words) => words.replaceAll('\u0000', '').slice(0, 500)),
});

/** Whether mail is set up: what waits where it is not is called off. */
export const TidyMails = z.object({ set: z.boolean() });

const choice = oneOf(MAIL_CHOICES);
/** How somebody wants to hear of each kind that is no decision. */
export const ChooseMail = z.object({
  needs: choice,
  writing: choice,
  rounds: choice,
  reports: choice,
  access: choice,
  reminders: choice,
} satisfies Record<MailTopic, typeof choice>);

/** The signed word in the address an e-mail can be stopped by. */
export const StopMail = z.object({ token: z.string().max(200) });

/** The secret word of a calendar's address. */
export const CalendarAddress = z.object({ token: z.string().max(200) });
