import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { BugMessage } from '#components/bug-message';
import { LocaleProvider } from '#components/locale';
import { logTo, takeConsole, tellBug } from '#lib/log/log';

const AT = { method: 'POST', routePath: '/(portal)/behovsmeldinger/[id]/skriv', routeType: 'action' };

/** The log, and the lines it has written. */
function written() {
  const lines: string[] = [];
  const log = logTo({ write: (line) => lines.push(line) });
  return { log, lines, read: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}
const quiet = (): Pick<Console, 'error'> => ({ error: () => undefined });
/** As pg throws it: what it says of the row hangs on the error. */
const fromDatabase = (message: string, facts: object): Error => Object.assign(new Error(message), facts);

test('the line of a bug has the reference that its page shows, its route, and where it was thrown', () => {
  const { log, read } = written();
  const bug = Object.assign(new TypeError('x is not a function'), { digest: '1234567890' });
  tellBug(log, bug, AT);
  const [line] = read();
  expect(line).toMatchObject({
    level: 'error',
    msg: 'A bug',
    reference: '1234567890',
    method: 'POST',
    route: AT.routePath,
    routeType: 'action',
    error: { name: 'TypeError', message: 'x is not a function' },
  });
  expect(JSON.stringify(line)).toContain('log.test.ts');
  expect(Number.isNaN(Date.parse(String(line?.['time'])))).toBe(false);
  const page = createElement(BugMessage, { reference: bug.digest, onRetry: () => undefined });
  expect(renderToStaticMarkup(createElement(LocaleProvider, { locale: 'nb', children: page }))).toContain(
    String(line?.['reference']),
  );
});

test.each([
  [
    'the detail of a row',
    fromDatabase('duplicate key value violates unique constraint "user_email"', {
      code: '23505',
      constraint: 'user_email',
      detail: 'Key (email)=(kari.berg@fauske.example) already exists, 01017012345.',
      where: 'COPY "User", line 1: "01017012345"',
      parameters: ['01017012345'],
    }),
  ],
  [
    'a value that could not be read',
    fromDatabase('invalid input syntax for type integer: "Kari "Berg""', { code: '22P02' }),
  ],
  ['an address that a mail server refused', new Error('550 5.1.1 <kari.berg@fauske.example>: user unknown')],
  ['a fødselsnummer in the sentence', new Error('No person has 010170 12345 or 01017012345')],
  ['what it came of', new Error('Not saved', { cause: fromDatabase('no', { detail: 'Kari Berg' }) })],
  ['what is no error', { name: 'Kari Berg' }],
])('no person is in the log, though there is one in %s', (_where, thrown) => {
  const { log, lines } = written();
  tellBug(log, thrown, AT);
  const console = quiet();
  takeConsole(log, console);
  console.error('⨯', thrown);
  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toMatch(/Kari|kari\.berg|01017|12345/);
});
test('of a constraint its name, table and code are told', () => {
  const { log, read } = written();
  log.failed('Not saved', fromDatabase('no', { code: '23514', constraint: 'need_amount', table: 'Behovsmelding' }));
  expect(read()[0]).toMatchObject({ error: { code: '23514', constraint: 'need_amount', table: 'Behovsmelding' } });
});

test('what Next prints of a bug is told once, with its reference', () => {
  const { log, lines } = written();
  const console = quiet();
  takeConsole(log, console);
  console.error(Object.assign(new Error('twice'), { digest: '1' }));
  expect(lines).toEqual([]);
  console.error('⨯ unhandledRejection:', new Error('once'));
  expect(lines).toHaveLength(1);
});
