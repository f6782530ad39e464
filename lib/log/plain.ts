/** An error without what people have written: what may stand in a log that is kept and copied. */
export interface PlainError {
  name: string;
  message: string;
  /** Where it was thrown: the frames alone. */
  stack: string[];
  /** What a database or a network says of an error in words of its own. */
  code?: string;
  constraint?: string;
  table?: string;
  column?: string;
  cause?: PlainError;
}

const LONGEST = 500;
const DEEPEST = 3;
const FACTS = ['code', 'constraint', 'table', 'column'] as const;
const EMAIL = /[^\s<>"'(),;:/]+@[^\s<>"'(),;:/]+/g;
/** A fødselsnummer, with or without the space that people write in it. */
const ELEVEN_DIGITS = /(?<!\d)\d{6}\s?\d{5}(?!\d)/g;

/** A sentence without e-mail addresses and fødselsnummer, at most 500 characters of it. */
export const withoutPersons = (sentence: string): string =>
  sentence.replace(EMAIL, '[e-mail]').replace(ELEVEN_DIGITS, '[11 digits]').slice(0, LONGEST);

// PostgreSQL puts the value it could not read (class 22) in quotes.
const sentenceOf = ({ message }: Error, code: string | undefined): string =>
  code?.startsWith('22') === true ? message.replace(/".*"/gs, '"…"') : message;

function factOf(error: object, fact: string): string | undefined {
  const value: unknown = Reflect.get(error, fact);
  return typeof value === 'string' ? withoutPersons(value) : undefined;
}

/** What can be told of anything thrown: never PostgreSQL's `detail` and `where`, which quote rows, nor what else hangs on it. */
export function plainError(thrown: unknown, depth = 0): PlainError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: withoutPersons(wordsOf(thrown)), stack: [] };
  const facts = Object.fromEntries(
    FACTS.flatMap((fact) => {
      const value = factOf(thrown, fact);
      return value === undefined ? [] : [[fact, value]];
    }),
  );
  return {
    name: thrown.name,
    message: withoutPersons(sentenceOf(thrown, facts['code'])),
    stack: (thrown.stack ?? '').split('\n').flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : [])),
    ...facts,
    ...(thrown.cause !== undefined && depth < DEEPEST && { cause: plainError(thrown.cause, depth + 1) }),
  };
}

/** What is no error: told when it is a word or a number, and only named otherwise. */
export const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : `[${typeof value}]`;
