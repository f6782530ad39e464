import type { MessageDetails, MessageKind } from '#lib/domain/message/message';
import type { Programme } from '#lib/domain/states';
import { formatKeptDay, roundName } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** The facts of a message as words: a fact that is not there is none. */
export interface Facts {
  readonly title: string;
  readonly round: string;
  readonly details: MessageDetails;
  readonly word: (name: string) => string;
  readonly count: number;
  readonly lastDay: string;
}

/** Two sentences for each thing somebody can be told: what it is, for the subject of an e-mail, and who did what. */
export type MessageTexts = {
  readonly [K in MessageKind]: {
    readonly subject: (facts: Facts) => string;
    readonly line: (who: string, facts: Facts) => string;
  };
};

interface Told {
  kind: MessageKind;
  actorName: string;
  details: MessageDetails;
}

const isProgramme = (value: unknown, t: Texts): value is Programme =>
  typeof value === 'string' && value in t.round.short;

function factsOf(details: MessageDetails, t: Texts): Facts {
  const word = (name: string): string => (typeof details[name] === 'string' ? details[name] : '');
  const { programme, year, count } = details;
  return {
    lastDay: formatKeptDay(word('lastDay')),
    title: word('title') === '' ? t.messages.untitled : `«${word('title')}»`,
    details,
    word,
    count: typeof count === 'number' ? count : 0,
    round: isProgramme(programme, t) && typeof year === 'number' ? roundName(t, { programme, year }) : '',
  };
}

/** What a message says: «Marit Eide returnerte behovsmeldingen «Lesing».» */
export const messageSentence = ({ kind, actorName, details }: Told, t: Texts): string =>
  `${t.messages.kinds[kind].line(actorName === '' ? t.messages.portal : actorName, factsOf(details, t))}.`;

/** What a message is about, in the subject of an e-mail: «Returnert: «Lesing»». */
export const messageSubject = ({ kind, details }: Omit<Told, 'actorName'>, t: Texts): string =>
  t.messages.kinds[kind].subject(factsOf(details, t));
