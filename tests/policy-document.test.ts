import { expect, test } from 'vitest';
import { isWriting, kindOf } from '#lib/domain/policy/may';
import { POLICY, type Action } from '#lib/domain/policy/policy';

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
\`npx vitest run tests/policy-document.test.ts -u\`.

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
