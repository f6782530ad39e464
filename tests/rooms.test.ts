import { describe, expect, test } from 'vitest';
import { refusals } from './support/plant';

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
    ['Prisma in lib/db', 'lib/db/planted.ts', "export { PrismaPg } from '@prisma/adapter-pg';", DEPENDENCIES],
    ['the models of the seeds in lib/db', 'lib/db/planted.ts', "export * from '#prisma/models';", DEPENDENCIES],
    [
      'the generated tables outside lib/db',
      'lib/queries/planted.ts',
      "export * from '#lib/db/generated/kysely';",
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
    ['pg in lib/db', 'lib/db/planted.ts', "export { default } from 'pg';"],
    ['the models in a seed', 'prisma/planted.ts', "export * from './models';"],
    ['the type of a connection in a query', 'lib/queries/planted.ts', "export type { Tx } from '#lib/db/client';"],
    ['the core in a command', 'lib/commands/planted.ts', "export * from '#lib/domain/policy/policy';"],
  ];
  test.each(NEIGHBOURS)('%s is allowed', async (_what, path, text) => {
    expect(await refusals(path, text)).toEqual([]);
  });
});
