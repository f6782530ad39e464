import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Source {
  /** From the root of the project, with forward slashes. */
  path: string;
  text: string;
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const NOT_OURS = ['node_modules', 'generated', 'coverage', 'playwright-report', 'test-results'];

/** The absolute path of a file of the project. */
export const absolute = (path: string): string => join(ROOT, path);

/** Every file we write under a folder, whose path matches; none when the folder is not there. */
export function sources(folder: string, matching: RegExp): Source[] {
  if (!existsSync(absolute(folder))) return [];
  return readdirSync(absolute(folder), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !NOT_OURS.includes(entry.name))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sources(path, matching);
      return matching.test(path) ? [{ path, text: readFileSync(absolute(path), 'utf8') }] : [];
    });
}

/** Where a pattern is found, as `path:line`, so that the failing test names the places. */
export function found(pattern: RegExp, among: readonly Source[]): string[] {
  return among.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}
