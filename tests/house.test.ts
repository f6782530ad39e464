import { describe, expect, it } from 'vitest';
import { NEED_FIELDS } from '#lib/domain/behovsmelding/form';
import { isWriting } from '#lib/domain/policy/may';
import { MESSAGES } from '#lib/domain/message/message';
import { POLICY, type Action } from '#lib/domain/policy/policy';
import { REMINDED } from '#lib/domain/message/reminder';
import { textsFor } from '#lib/texts/texts';
import {
  declared,
  exportedNames,
  exportedParts,
  imported,
  mentions,
  pathsWithout,
  type Declared,
} from './support/actions';
import { notAsked } from './support/patch';
import { found, sources } from './support/sources';

// What Next looks for by name in each file of its own.
const NEXTS_OWN = new Set(['metadata', 'generateMetadata', 'dynamic', 'maxDuration', 'GET', 'POST', 'config']);

// The texts' names are the keys that they are asked for by, the same in both languages.
const IS_TEXT = /^lib\/texts\/n[bn]\//;

const CODE = /\.(tsx?|[mc]?[jt]s|css)$/;

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

  it('lets each exported name stand for one thing', () => {
    const places = new Map<string, Set<string>>();
    for (const file of all.filter(({ path }) => /^(lib|app|components|prisma)\//.test(path) && !IS_TEXT.test(path)))
      for (const name of exportedNames(file)) places.set(name, (places.get(name) ?? new Set()).add(file.path));
    const shared = [...places].filter(([name, { size }]) => size > 1 && !NEXTS_OWN.has(name));
    expect(shared.map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)).toEqual([]);
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
    expect(found(/(^|['"`\s(=])(\/(home|root|Users|work|workspace|mnt|tmp)\/|[A-Z]:\\)/, written)).toEqual([]);
  });
});

describe('every list is closed', async () => {
  const all = Object.keys(POLICY)
    .filter((action): action is Action => action in POLICY)
    .sort();
  const commands = await declared('lib/commands');
  const queries = await declared('lib/queries');
  const actionsOf = (list: readonly Declared[]): string[] => list.map(({ action }) => action).sort();

  it('has no sentence for a refusal that nobody gives', () => {
    const rules = ['lib/domain', 'lib/files', 'lib/commands'].flatMap((room) => sources(room, /\.ts$/));
    const given = rules.filter(({ path }) => path !== 'lib/domain/refusal.ts').map(({ text }) => text);
    const unsaid = Object.keys(textsFor('nb').refusals).filter(
      (code) => !given.some((text) => text.includes(`code: '${code}'`)),
    );
    expect(unsaid).toEqual([]);
  });

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

  it('asks for each field of a form on its page', () => {
    expect(notAsked(NEED_FIELDS, sources('components/behovsmelding', /\.tsx$/))).toEqual([]);
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
    // Signing in comes before there is an actor.
    const without = ['app/api/auth/'];
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
