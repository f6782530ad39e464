import { pathToFileURL } from 'node:url';
import type { Viewer } from '#lib/queries/query';
import { declared } from './actions';
import { absolute } from './sources';
import { told } from './told';

type Run = (input: unknown, viewer: Viewer) => Promise<unknown>;
export interface Asked {
  name: string;
  action: string;
  run: Run;
}

/** Every query there is, loaded. */
export async function everyQuery(): Promise<Asked[]> {
  return await Promise.all(
    (await declared('lib/queries')).map(async ({ path, name, action }) => {
      const loaded = (await import(pathToFileURL(absolute(path)).href)) as Record<string, Run>;
      const run = loaded[name];
      if (run === undefined) throw new Error(`${name} is not in ${path}.`);
      return { name, action, run };
    }),
  );
}

/** Every query that gives this person a word like these, whatever it is asked. */
export async function telling(
  queries: readonly Asked[],
  inputs: readonly object[],
  viewer: Viewer,
  words: RegExp,
): Promise<string[]> {
  const asked = await Promise.all(
    queries.map(async ({ name, run }) => {
      const pages = await Promise.all(inputs.map((input) => run(input, viewer)));
      // The words one searches for may stand in the box again.
      return pages.some((page) => words.test(told(page).replaceAll('"HEMMELIG"', ''))) ? [name] : [];
    }),
  );
  return asked.flat();
}
