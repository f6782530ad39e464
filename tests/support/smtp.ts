import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly source: string;
}
export interface MailServer {
  readonly url: string;
  readonly received: Received[];
  readonly close: () => Promise<void>;
}

/** A header of a mail as it came, unfolded. */
const header = (source: string, name: string): string =>
  (new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(source)?.[1] ?? '').replaceAll(/\r\n[ \t]+/g, ' ');

interface Manners {
  /** Answers an error's code and words to a receiver, or nothing to take it. */
  refuse?: (to: string) => { code: number; words: string } | undefined;
  /** Waits before it says that it has a mail. */
  slow?: () => Promise<void>;
}

/** A real SMTP server on this port, or a free one, that keeps what it is sent. */
export async function startMailServer({ refuse, slow }: Manners = {}, port = 0): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (address, _session, done) => {
      const no = refuse?.(address.address);
      done(no === undefined ? null : Object.assign(new Error(no.words), { responseCode: no.code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const source = Buffer.concat(parts).toString('utf8');
        const mail = {
          to: session.envelope.rcptTo.map(({ address }) => address).join(' '),
          messageId: header(source, 'Message-ID'),
          subject: header(source, 'Subject'),
          source,
        };
        void Promise.resolve(slow?.()).then(() => {
          received.push(mail);
          done(null);
        });
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const { port: taken } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
