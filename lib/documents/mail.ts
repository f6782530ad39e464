import { pageOf, topicOf, type MessageDetails, type MessageKind } from '#lib/domain/message/message';
import { messageSentence, messageSubject } from '#lib/texts/message';
import { localeFrom } from '#lib/texts/locale';
import { textsFor, type Texts } from '#lib/texts/texts';

interface Told {
  readonly kind: MessageKind;
  readonly subjectId: string;
  readonly details: MessageDetails;
  readonly actorName: string;
}

/** What an e-mail is made of. */
export interface MailContents {
  readonly id: string;
  readonly digest: boolean;
  readonly address: string;
  readonly name: string;
  readonly locale: string;
  /** The word in the address it can be stopped by. */ readonly word: string;
  readonly messages: readonly Told[];
}

export interface MadeMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
}

const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();
const LONGEST_SUBJECT = 120;
const shortened = (words: string): string =>
  words.length <= LONGEST_SUBJECT ? words : `${words.slice(0, LONGEST_SUBJECT - 1)}…`;

function subjectOf({ digest, messages }: MailContents, t: Texts): string {
  const [first] = messages;
  if (digest || first === undefined) return t.messages.mail.day(messages.length);
  const subject = messageSubject(first, t);
  return messages.length === 1 ? subject : `${t.messages.mail.many(messages.length)} · ${subject}`;
}

/**
 * An e-mail in the reader's language: for each message who did what and the way to it, and how to choose otherwise.
 * Its Message-ID is the same however often it is sent.
 */
export function makeMail(mail: MailContents, portal: string): MadeMail {
  const t = textsFor(localeFrom(mail.locale));
  const words = t.messages.mail;
  const settings = `${portal}/varsler`;
  const [first = mail.name] = mail.name.split(' ');
  const each = mail.messages.map((message) => `${oneLine(messageSentence(message, t))}\n${portal}${pageOf(message)}`);
  // What is always sent has no choice to offer.
  const chosen = mail.messages.some(({ kind }) => topicOf(kind) !== null);
  const text = [
    words.greeting(first),
    ...(mail.digest ? [words.dayLead] : []),
    ...each,
    `-- \n${words.why}\n${words.change} ${settings}\n${words.always}`,
  ].join('\n\n');
  return {
    to: mail.address,
    subject: shortened(oneLine(subjectOf(mail, t))),
    text: `${text}\n`,
    messageId: `<${mail.id}@${new URL(portal).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.locale,
      ...(chosen && {
        'List-Unsubscribe': `<${portal}/api/avmelding/${mail.word}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}
