import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEED_FIELDS } from '#lib/domain/behovsmelding/form';
import { compiler, type Compiler } from '#tests/support/compiler';
import { emptyDatabase } from '#tests/support/database';
import { edited, editsIn, notAsked, type FileEdit } from '#tests/support/patch';
import { absolute, sources } from '#tests/support/sources';
import { diff } from '../../prisma/diff';
import { migrate } from '../../prisma/migrate';

const NEW = 'pupilsHeard';
const SCHEMA = 'prisma/schema.prisma';
const PAGE = 'components/behovsmelding/texts.tsx';
const read = (path: string): string => readFileSync(absolute(path), 'utf8');

const edits = editsIn(read('docs/a-new-field.md'));
const isMigration = ({ path }: FileEdit): boolean => path.endsWith('.sql');
const without = (path: string): readonly FileEdit[] => edits.filter((edit) => edit.path !== path);
const after = (edit: FileEdit): string => edited(isMigration(edit) ? '' : read(edit.path), edit);

/** The types of the tables by the schema after the edit, as `prisma generate` makes them. */
function generated(folder: string, schema: string): Map<string, string> {
  mkdirSync(join(folder, 'prisma'));
  writeFileSync(join(folder, SCHEMA), schema);
  execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--schema', join(folder, SCHEMA)], {
    cwd: absolute('.'),
    stdio: 'pipe',
    // As in setup.js: no engine is fetched, since none is asked for.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  });
  const made = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    made
      .filter((path) => path.endsWith('.ts'))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

describe('a new field that is required', () => {
  const folder = mkdtempSync(join(tmpdir(), 'new-field-'));
  let compile: Compiler;
  let tables: Map<string, string>;
  /** What the compiler says when these edits are made: in a file, or in all. */
  const errors = (made: readonly FileEdit[], among?: readonly string[]): string[] =>
    compile(
      new Map([
        ...made.filter((edit) => /\.tsx?$/.test(edit.path)).map((edit) => [edit.path, after(edit)] as const),
        ...(made.some(({ path }) => path === SCHEMA) ? tables : []),
      ]),
      among,
    );
  /** The fields no page asks for when these edits are made. */
  const unasked = (made: readonly FileEdit[]): string[] =>
    notAsked(
      [...NEED_FIELDS, NEW],
      sources('components/behovsmelding', /\.tsx$/).map(({ path, text }) => {
        const edit = made.find((one) => one.path === path);
        return { path, text: edit === undefined ? text : after(edit) };
      }),
    );

  beforeAll(() => {
    compile = compiler();
    tables = generated(
      folder,
      edits
        .filter(({ path }) => path === SCHEMA)
        .map(after)
        .join(''),
    );
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('takes six places', () => {
    expect(edits.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^prisma\/migrations\/\d{14}_\w+\/migration\.sql$/),
      SCHEMA,
      'lib/domain/behovsmelding/form.ts',
      PAGE,
      'lib/texts/nb/behovsmelding.ts',
      'lib/texts/nn/behovsmelding.ts',
    ]);
  });

  it('compiles with the six, and stands on its page', () => {
    expect(errors(edits)).toEqual([]);
    expect(unasked(edits)).toEqual([]);
  }, 600_000);

  it.each([
    ['the column', SCHEMA, 'lib/db/behovsmelding/status.ts'],
    ['the line of the table', 'lib/domain/behovsmelding/form.ts', PAGE],
    ['the text in bokmål', 'lib/texts/nb/behovsmelding.ts', 'components/behovsmelding/long.tsx'],
    ['the text in nynorsk', 'lib/texts/nn/behovsmelding.ts', 'lib/texts/nn/behovsmelding.ts'],
  ])(
    'does not compile without %s',
    (_what, left, found) => {
      expect(errors(without(left), [found])).not.toEqual([]);
    },
    120_000,
  );

  it('is missed by the closed lists without the field on the page', () => {
    expect(unasked(without(PAGE))).toEqual([NEW]);
  });

  it('is missed by the drift check without the migration, or without the column', async () => {
    const { url, drop } = await emptyDatabase();
    const schema = { path: absolute(SCHEMA), content: readFileSync(join(folder, SCHEMA), 'utf8') };
    await migrate(url);
    expect(await diff(url, schema)).toContain(NEW);
    const client = new pg.Client(url);
    await client.connect();
    for (const edit of edits.filter(isMigration)) await client.query(after(edit));
    await client.end();
    expect(await diff(url, schema)).toBe('');
    expect(await diff(url)).toContain(NEW);
    await drop();
  }, 60_000);
});
