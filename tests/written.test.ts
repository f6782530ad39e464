import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOMS } from '../eslint.config.js';
import { isWriting, kindOf } from '#lib/domain/policy/may';
import { POLICY, type Action } from '#lib/domain/policy/policy';
import { mentions } from '#tests/support/actions';
import { sources } from '#tests/support/sources';

type Rule = string | { scope: string; in: readonly string[] };
interface Shown {
  by: Readonly<Record<string, Rule | readonly Rule[]>>;
  in?: readonly string[];
  notBy?: string;
}

const ANY = 'any';
const states = (list: readonly string[] | undefined): string => list?.join(', ') ?? ANY;

function line(action: Action): string {
  const row: Shown = POLICY[action];
  const by = Object.entries(row.by)
    .flatMap(([role, rules]) => [rules].flat().map((rule): [string, Rule] => [role, rule]))
    .map(([role, rule]) =>
      typeof rule === 'string' ? `${role} (${rule})` : `${role} (${rule.scope}; when ${states(rule.in)})`,
    );
  return `| \`${action}\` | ${kindOf(action)} | ${by.join(', ')} | ${states(row.in)} | ${row.notBy ?? ''} |`;
}

function table(actions: readonly Action[]): string {
  return [
    '| Action | Record | Role (scope) | In the states | Not by |',
    '| --- | --- | --- | --- | --- |',
    ...actions.map(line),
  ].join('\n');
}

const INTRODUCTION = `# Who may do what, when

Printed from the table \`POLICY\` (\`lib/domain/policy/rows\`, a file per noun), which the buttons and the gate both read. Write it anew with
\`npx vitest run tests/written.test.ts -u\`.

The scope says where a role must be held: \`own\` the organisation of the record, \`invited\` the one record its owner has asked
somebody to comment on or write in, \`writer\` the same where they were asked to write, \`delegated\` a region the owner has handed its
work to, \`party\` another owner it is on behalf of, \`partner\` a UH it is shared with, \`forum\` and \`county\` those of the record, \`all\` anywhere. «Not by» is the one who did
an earlier step, and so may not do this one.`;

test('docs/policy.md says what the policy says; write it anew with -u', async () => {
  const all = Object.keys(POLICY).filter((action): action is Action => action in POLICY);
  const text = [
    INTRODUCTION,
    '## Changes',
    table(all.filter(isWriting)),
    '## Reading',
    table(all.filter((action) => !isWriting(action))),
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('../docs/policy.md');
});

const README = readFileSync('README.md', 'utf8');

test('the README’s table of rooms is the linter’s', () => {
  const rows = README.matchAll(/^\| `([\w/-]+)`(?:[^|]*)\|[^|]*\| ([^|]*?) *\|$/gm);
  const told = Object.fromEntries([...rows].map(([, room = '', looks = '']) => [room, looks]));
  const said = Object.entries(ROOMS).map(([room, { rooms }]) => [
    room,
    rooms.length === 0 ? 'nothing' : rooms.map((one) => one.replace('lib/', '')).join(', '),
  ]);
  expect(told).toEqual({ ...Object.fromEntries(said), tests: 'everything' });
});

test('each decision has its date and where it stands', () => {
  const decisions = sources('docs/decisions', /\.md$/);
  const head = /^# .+\n\nDate: \d{4}-\d\d-\d\d\. Status: (accepted|superseded by)/;
  expect(decisions.filter(({ text }) => !head.test(text)).map(({ path }) => path)).toEqual([]);
  for (const part of ['Context', 'Decision', 'Consequences'])
    expect(decisions.filter(({ text }) => !text.includes(`**${part}.**`)).map(({ path }) => path)).toEqual([]);
});

test('each name in the glossary is one that the code has', () => {
  const code = [...sources('lib', /\.ts$/), ...sources('prisma', /\.prisma$/)];
  const rows = readFileSync('docs/glossary.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  const names = rows.flatMap((row) =>
    [...(row.split('|')[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
  expect(names.length).toBeGreaterThan(rows.length);
  const isThere = (name: string): boolean =>
    name.startsWith('lib/') ? code.some(({ path }) => path === name) : code.some(({ text }) => mentions(text, name));
  expect(names.filter((name) => !isThere(name))).toEqual([]);
});

test('each path that the documents name is there', () => {
  const texts = ['README.md', ...sources('docs', /^docs\/[^/]*\.md$/).map(({ path }) => path)];
  const named = texts.flatMap((text) =>
    [
      ...readFileSync(text, 'utf8').matchAll(/`((?:app|lib|components|prisma|tests|docs|scripts)\/[\w/[\].()-]+)`/g),
    ].map(([, path = '']) => path),
  );
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
