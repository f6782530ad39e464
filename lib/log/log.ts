import { pino, stdTimeFunctions, type DestinationStream } from 'pino';
import { plainError, withoutPersons, wordsOf } from './plain';

/** What the server tells whoever runs it: a line of JSON each, with no personal data. */
export interface Log {
  /** Something that failed, and where; what was thrown is told without what people have written. */
  failed: (sentence: string, thrown: unknown, at?: Readonly<Record<string, string>>) => void;
}

/** A request as Next tells of it: its path and headers are there, and are not read. */
interface Place {
  readonly method: string;
  readonly routePath: string;
  readonly routeType: string;
}

/** A log that writes to the stream; to the server's own output when none is given. */
export function logTo(stream?: DestinationStream): Log {
  const options = { base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: levelOf } };
  const lines = stream === undefined ? pino(options) : pino(options, stream);
  return {
    failed: (sentence, thrown, at = {}) =>
      lines.error({ ...at, ...(thrown !== undefined && { error: plainError(thrown) }) }, withoutPersons(sentence)),
  };
}

const levelOf = (level: string): object => ({ level });

export const log = logTo();

/** The reference that error.tsx shows: Next hangs it on what was thrown, before it tells of it. */
const referenceOf = (thrown: unknown): string | undefined => {
  const digest: unknown = thrown instanceof Error ? Reflect.get(thrown, 'digest') : undefined;
  return typeof digest === 'string' ? digest : undefined;
};

/** A bug on a page, in an action or a route: with the reference that its page shows, so that it can be found. */
export function tellBug(to: Log, thrown: unknown, { method, routePath, routeType }: Place): void {
  const reference = referenceOf(thrown);
  to.failed('A bug', thrown, { ...(reference !== undefined && { reference }), method, route: routePath, routeType });
}

/**
 * Next prints errors itself, whole: with what PostgreSQL quotes of a row. From now on they pass through the log; those
 * with a reference not at all, since `tellBug` tells of them.
 */
export function takeConsole(to: Log, console: Pick<Console, 'error'>): void {
  console.error = (...given: readonly unknown[]) => {
    const thrown = given.find((one) => one instanceof Error);
    if (referenceOf(thrown) !== undefined) return;
    const words = given.filter((one) => one !== thrown).map(wordsOf);
    to.failed(words.length > 0 ? words.join(' ') : 'An error', thrown);
  };
}
