import { describe, expect, it, test } from 'vitest';
import { isWriting } from '#lib/domain/policy/may';
import { MESSAGES } from '#lib/domain/message/message';
import { POLICY, type Action } from '#lib/domain/policy/policy';
import { REMINDED } from '#lib/domain/message/reminder';
import { declared, exportedParts, imported, mentions, pathsWithout, type Declared } from './support/actions';
import { refusals } from './support/plant';
import { found, sources } from './support/sources';

const CODE = /\.(ts|tsx|js|mjs|css)$/;

describe('no room looks where it may not', () => {
  const DEPENDENCIES = 'boundaries/dependencies';
  const PLANTED: readonly [what: string, path: string, text: string, refusedBy: string][] = [
    ['a package in the core', 'lib/domain/planted.ts', "export { z } from 'zod';", DEPENDENCIES],
    ['a Node module in the core', 'lib/domain/planted.ts', "export { readFile } from 'node:fs';", DEPENDENCIES],
    [
      'a type from the database in the core',
      'lib/domain/planted.ts',
      "export type A = import('#lib/db/client').Db;",
      DEPENDENCIES,
    ],
    ['the database in a component', 'components/planted.tsx', "export { db } from '#lib/db/client';", DEPENDENCIES],
    ['the database in a page', 'app/planted.tsx', "export const a = import('#lib/db/client');", DEPENDENCIES],
    [
      'a command in a component',
      'components/planted.tsx',
      "export { command } from '#lib/commands/command';",
      DEPENDENCIES,
    ],
    [
      'next-auth outside lib/auth',
      'lib/queries/planted.ts',
      "export { getServerSession } from 'next-auth';",
      DEPENDENCIES,
    ],
    ['Prisma outside lib/db', 'lib/commands/planted.ts', "export { Prisma } from '@prisma/client';", DEPENDENCIES],
    [
      'the generated client outside lib/db',
      'lib/queries/planted.ts',
      "export * from '#lib/db/generated/client';",
      'no-restricted-imports',
    ],
    ['the log outside command()', 'lib/commands/planted.ts', "export * from '#lib/db/audit';", 'no-restricted-imports'],
    [
      'a message outside command()',
      'lib/commands/planted.ts',
      "export * from '#lib/db/message/tell';",
      'no-restricted-imports',
    ],
    ['the log beside itself', 'lib/db/planted.ts', "export * from './audit';", 'no-restricted-imports'],
    [
      'the connection in a query',
      'lib/queries/planted.ts',
      "export { db } from '#lib/db/client';",
      '@typescript-eslint/no-restricted-imports',
    ],
    ['a room that is not listed', 'lib/misc/planted.ts', 'export const a = 1;', 'boundaries/no-unknown-files'],
    ['a file beside the rooms', 'lib/planted.ts', 'export const a = 1;', 'boundaries/no-unknown-files'],
    [
      'an import of nothing known',
      'app/planted.tsx',
      "export * from '#lib/misc/planted';",
      'boundaries/no-unknown-dependencies',
    ],
    ['the clock in the core', 'lib/domain/planted.ts', 'export const now = () => new Date();', 'no-restricted-syntax'],
    [
      'the milliseconds in the core',
      'lib/domain/planted.ts',
      'export const now = () => Date.now();',
      'no-restricted-syntax',
    ],
    ['dice in the core', 'lib/domain/planted.ts', 'export const dice = () => Math.random();', 'no-restricted-syntax'],
    [
      'waiting in the core',
      'lib/domain/planted.ts',
      'export const a = await Promise.resolve(1);',
      'no-restricted-syntax',
    ],
    [
      'the environment in the core',
      'lib/domain/planted.ts',
      'export const a = process.env.HOME;',
      'no-restricted-globals',
    ],
    [
      'what an actor holds in the core',
      'lib/domain/planted.ts',
      'export const many = (actor: { grants: string[] }) => actor.grants.length;',
      'no-restricted-syntax',
    ],
    [
      'what an actor holds, by its name, in a query',
      'lib/queries/planted.ts',
      "export const many = (actor: { grants: string[] }) => actor['grants'].length;",
      'no-restricted-syntax',
    ],
    [
      'what an actor holds, taken out of it, in a page',
      'app/planted.tsx',
      'export const many = ({ grants }: { grants: string[] }) => grants.length;',
      'no-restricted-syntax',
    ],
    [
      'words in a component',
      'components/planted.tsx',
      'export const A = () => <p>Send inn</p>;',
      'no-restricted-syntax',
    ],
    [
      'words in an attribute',
      'app/planted.tsx',
      'export const A = () => <p title="Send inn" />;',
      'no-restricted-syntax',
    ],
  ];
  test.each(PLANTED)('%s is refused', async (_what, path, text, refusedBy) => {
    expect(await refusals(path, text)).toContain(refusedBy);
  });

  const NEIGHBOURS: readonly [what: string, path: string, text: string][] = [
    ['the core in the core', 'lib/domain/planted.ts', "export * from './outcome';"],
    ['a given date in the core', 'lib/domain/planted.ts', 'export const first = new Date(0);'],
    [
      'what an actor holds in the policy',
      'lib/domain/policy/may.ts',
      'export const many = (actor: { grants: string[] }) => actor.grants.length;',
    ],
    ['zod in a schema', 'lib/schema/planted.ts', "export { z } from 'zod';"],
    ['the core in a component', 'components/planted.tsx', "export * from '#lib/domain/outcome';"],
    ['a link in a component', 'components/planted.tsx', "export { default } from 'next/link';"],
    ['next-auth in lib/auth', 'lib/auth/planted.ts', "export { getServerSession } from 'next-auth';"],
    ['Prisma in lib/db', 'lib/db/planted.ts', "export { PrismaPg } from '@prisma/adapter-pg';"],
    ['the type of a connection in a query', 'lib/queries/planted.ts', "export type { Tx } from '#lib/db/client';"],
    ['the core in a command', 'lib/commands/planted.ts', "export * from '#lib/domain/policy/policy';"],
  ];
  test.each(NEIGHBOURS)('%s is allowed', async (_what, path, text) => {
    expect(await refusals(path, text)).toEqual([]);
  });
});

describe('the habits of the house', () => {
  const all = sources('.', CODE);

  it('has no file over 250 lines outside lib/texts and demo data', () => {
    const long = all.filter(
      ({ path, text }) => !/^(lib\/texts|prisma\/demo)\//.test(path) && text.trimEnd().split('\n').length > 250,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('gives a sentence for each rule of the linter that is set aside', () => {
    expect(found(/eslint-[d]isable(?!.* -- .{20,})/, all)).toEqual([]);
  });

  it('leaves no note to do later', () => {
    expect(found(/\b([T]ODO|[F]IXME|[X]XX)\b/, all)).toEqual([]);
  });

  it('passes over no test, and runs none alone', () => {
    const tests = all.filter(({ path }) => path.startsWith('tests/'));
    expect(found(/\.([s]kip|[o]nly|[t]odo|[f]ixme|[s]kipIf|[r]unIf|[f]ails)\(/, tests)).toEqual([]);
  });

  it('knows no path of the machine it was written on', () => {
    const written = [...all, ...sources('.', /\.(md|json|sql|prisma|yml)$/)];
    expect(found(/(^|['"`\s(=])(\/(home|root|Users|work|workspace|mnt)\/|[A-Z]:\\)/, written)).toEqual([]);
  });
});

describe('every list is closed', async () => {
  const all = Object.keys(POLICY)
    .filter((action): action is Action => action in POLICY)
    .sort();
  const commands = await declared('lib/commands');
  const queries = await declared('lib/queries');
  const actionsOf = (list: readonly Declared[]): string[] => list.map(({ action }) => action).sort();

  it('has exactly one command for each writing action of the policy', () => {
    expect(actionsOf(commands)).toEqual(all.filter(isWriting));
  });

  it('has a query for each reading action of the policy, and none outside it', () => {
    expect([...new Set(actionsOf(queries))]).toEqual(all.filter((action) => !isWriting(action)));
  });

  it('has a command that tells each message there is', () => {
    // Those of what somebody has open are told by their own table, which one command walks.
    const reminded = Object.keys(REMINDED);
    const tellers = sources('lib/commands', /\.ts$/);
    expect(
      Object.keys(MESSAGES).filter(
        (kind) => !reminded.includes(kind) && !tellers.some(({ text }) => text.includes(`'${kind}'`)),
      ),
    ).toEqual([]);
    expect(reminded.filter((kind) => !Object.hasOwn(MESSAGES, kind))).toEqual([]);
  });

  it('lets each server action go through a command', () => {
    const past = sources('app', /\/actions\.ts$/).flatMap((file) =>
      exportedParts(file)
        .filter(({ text }) => !imported(file, commands).some(({ local }) => mentions(text, local)))
        .map(({ name }) => `${file.path}: ${name}`),
    );
    expect(past).toEqual([]);
  });

  it('keeps server actions in files named actions.ts, where the test above finds them', () => {
    const elsewhere = [...sources('app', CODE), ...sources('components', CODE)].filter(
      ({ path }) => !/\/actions\.ts$/.test(path),
    );
    expect(found(/['"]use server['"]/, elsewhere)).toEqual([]);
  });

  it('lets each route go through a command or a query', () => {
    // Signing in comes before there is an actor; health touches no record.
    const without = ['app/api/auth/', 'app/api/health/'];
    const routes = sources('app', /\/route\.ts$/).filter(
      ({ path }) => !without.some((folder) => path.startsWith(folder)),
    );
    expect(pathsWithout([...commands, ...queries], routes)).toEqual([]);
  });

  it('lets each page of the portal and of the register go through a query', () => {
    expect(pathsWithout(queries, sources('app', /^app\/\((portal|public)\)\/(.*\/)?page\.tsx$/))).toEqual([]);
  });

  it('asks for each command and query somewhere that a person or a job can reach', () => {
    const callers = [...sources('app', /\.tsx?$/), ...sources('lib/jobs', /\.ts$/), ...sources('prisma', /\.ts$/)];
    const reached = new Set(callers.flatMap((file) => actionsOf(imported(file, [...commands, ...queries]))));
    expect(all.filter((action) => !reached.has(action))).toEqual([]);
  });
});
