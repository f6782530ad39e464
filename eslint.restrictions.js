// What is forbidden inside a room, each with its reason: a message tells the writer what to do instead.

const timeIsGiven = 'Time is an argument here: take `now` as a parameter. Only the command asks the clock.';

const clock = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: timeIsGiven },
  { selector: 'CallExpression[callee.name="Date"]', message: timeIsGiven },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: timeIsGiven },
];

const dice = [
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The core has no dice: a rule must give the same answer each time. Take the value as an argument.',
  },
];

const nothingToAwait =
  'The core waits for nothing: it has no I/O. Load the data in the command or query and pass it in.';

const waiting = [
  { selector: 'AwaitExpression', message: nothingToAwait },
  { selector: 'ForOfStatement[await=true]', message: nothingToAwait },
  { selector: ':function[async=true]', message: nothingToAwait },
];

// The ways out of a pure function that need no import.
const io = ['process', 'fetch', 'console', 'crypto', 'performance', 'setTimeout', 'setInterval'].map((name) => ({
  name,
  message: 'The core is pure: no I/O, no clock, no environment. Take what it gives as an argument.',
}));

const words = 'Every word a user reads lives in lib/texts, in both languages: pass the text in.';

const written = [
  { selector: 'JSXText[value=/[A-Za-zÆØÅæøå]{2}/]', message: words },
  {
    selector:
      'JSXAttribute[name.name=/^(title|alt|placeholder|label|aria-label|aria-description)$/] > Literal[value=/[A-Za-z]{2}/]',
    message: words,
  },
];

const doorsOfMay =
  'What somebody holds is read in lib/domain/policy/may.ts only: ask `may`, `mightEver`, `reach`, `speaksFor` or `holds`. The name is kept for it.';

const grants = [
  { selector: 'MemberExpression[property.name="grants"]', message: doorsOfMay },
  { selector: 'MemberExpression[property.value="grants"]', message: doorsOfMay },
  { selector: 'ObjectPattern > Property[key.name="grants"]', message: doorsOfMay },
];

/** The core answers the same each time it is asked the same; the rooms around it do not ask the clock. */
export const purity = [
  { files: ['{lib,app,components,prisma}/**/*.{ts,tsx}'], rules: { 'no-restricted-syntax': ['error', ...grants] } },
  {
    files: ['lib/domain/**'],
    rules: {
      'no-restricted-syntax': ['error', ...clock, ...dice, ...waiting, ...grants],
      'no-restricted-globals': ['error', ...io],
    },
  },
  {
    files: ['lib/domain/policy/may.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, ...dice, ...waiting] },
  },
  { files: ['lib/{schema,texts,documents}/**'], rules: { 'no-restricted-syntax': ['error', ...clock, ...grants] } },
  { files: ['{app,components}/**/*.tsx'], rules: { 'no-restricted-syntax': ['error', ...written, ...grants] } },
];

const door = (regex, message) => ({ regex, message });
const audit = door(
  '(^#lib/db/audit$|/db/audit$|^\\./audit$)',
  'The log is written in one place, lib/commands/command.ts, in the transaction of the change itself.',
);
const told = door(
  '(^#lib/db/message/tell$|/db/message/tell$|^\\./tell$|/message/tell$)',
  'What somebody is told is written in one place, lib/commands/command.ts, in the transaction of the change itself: let `save` answer `tell`.',
);
const rows = door(
  '(^|/)generated(/|$)',
  'The tables stay in lib/db: ask a function there, which returns rows that satisfy the types of lib/domain.',
);
const closed = (files, ignores, patterns) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const shell = door(
  '(^#lib/db/client$|/db/client$)',
  'One way in, one way out: command() and query() hold the connection and hand it on as `tx`; write the SQL in lib/db.',
);

/** Modules inside an open room that only some files may open. A later entry replaces an earlier one. */
export const doors = [
  closed(['**/*.{ts,tsx}'], ['tests/**', 'prisma/**', 'lib/db/**', 'lib/commands/command.ts'], [audit, told, rows]),
  closed(['lib/db/**'], [], [audit, told]),
  closed(['lib/commands/command.ts'], [], [rows]),
  {
    files: ['lib/{commands,queries}/**'],
    ignores: ['lib/commands/command.ts', 'lib/queries/query.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ ...shell, allowTypeImports: true }] }],
    },
  },
];
