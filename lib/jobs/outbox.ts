import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { claimOutbox } from '#lib/commands/message';
import { settleMail } from '#lib/commands/message';
import { makeMail } from '#lib/documents/mail';
import { judgeFailure, LEASE, LEASE_MARGIN, type SendFailure, type Verdict } from '#lib/domain/message/mail';
import { SYSTEM } from '#lib/domain/policy/may';
import type { MailSettings } from '#lib/schema/message';

type Send = (mail: ReturnType<typeof makeMail>) => Promise<void>;
interface Tried {
  verdict: Verdict;
  error: string;
}

const AT_A_TIME = 20;
const SECOND = 1000;
/** Well within the time a mail is ours alone. */
const PATIENCE = { connectionTimeout: 15 * SECOND, greetingTimeout: 15 * SECOND, socketTimeout: 30 * SECOND };

const Failure = z.object({
  code: z.string().catch(''),
  command: z.string().catch(''),
  responseCode: z.number().nullable().catch(null),
  response: z.string().catch(''),
});
const failureOf = (error: unknown): SendFailure =>
  Failure.catch({ code: '', command: '', responseCode: null, response: '' }).parse(error);

/** A mail that cannot be made is that mail's own fault, and waits alone. */
async function tried(send: Send, make: () => ReturnType<typeof makeMail>): Promise<Tried> {
  try {
    await send(make());
    return { verdict: 'sent', error: '' };
  } catch (error) {
    return { verdict: judgeFailure(failureOf(error)), error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Sends what is due, and writes what came of each. Answers how many went. With no server to be had the rest of what
 * was taken waits as it does.
 */
async function sendDue(send: Send, portal: string, clock: () => Date): Promise<number> {
  let sent = 0;
  for (;;) {
    const begun = clock();
    const claimed = await claimOutbox({ limit: AT_A_TIME }, { actor: SYSTEM, now: begun });
    if (claimed.kind !== 'done' || claimed.value.length === 0) return sent;
    let away: Tried | null = null;
    for (const mail of claimed.value) {
      // With a slow server the rest waits until it is nobody's: another sender may have it by then.
      if (clock().getTime() - begun.getTime() > LEASE - LEASE_MARGIN) return sent;
      const result: Tried = away ?? (await tried(send, () => makeMail(mail, portal)));
      if (result.verdict === 'unreachable') away = result;
      if (result.verdict === 'sent') sent += 1;
      await settleMail({ id: mail.id, attempt: mail.attempts, ...result }, { actor: SYSTEM, now: clock() });
    }
    if (away !== null) return sent;
  }
}

/**
 * Sends the outbox over SMTP. Each mail is claimed, sent and settled, in that order: two senders never have the same mail. Should
 * the process die between the server's 250 and our settling, the mail goes again after its lease, under the same Message-ID.
 */
export async function sendOutbox({ server, from, portal }: MailSettings, clock: () => Date): Promise<number> {
  const address = new URL(server);
  for (const [name, value] of Object.entries({ pool: true, maxConnections: 1, ...PATIENCE }))
    address.searchParams.set(name, String(value));
  const transport = createTransport(address.href, { from });
  try {
    return await sendDue(
      (mail) => transport.sendMail({ ...mail, envelope: { from, to: [mail.to] } }).then(() => undefined),
      portal,
      clock,
    );
  } finally {
    transport.close();
  }
}
