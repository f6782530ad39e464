import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** What the built portal is made from: the rooms it lives in, and each file of code at the root. */
export function sources() {
  const atRoot = readdirSync('.').filter(
    (name) => /\.(js|mjs|ts)$/.test(name) && !/^(eslint|vitest|playwright|next-env)\b/.test(name),
  );
  return [...SOURCES, ...atRoot.sort()];
}

/** One hash for the names and contents of files and folders; what is missing counts as nothing. @param {string[]} paths */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) add(path);
  return hash.digest('hex');

  /** @param {string} path */
  function add(path) {
    if (!existsSync(path) || path.endsWith('generated')) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(`\0${path}\0`).update(readFileSync(path));
  }
}

/**
 * Does the work unless the stamp it left last time still fits.
 * @param {string} stamp the file that keeps the hash @param {string} print @param {() => Promise<void>} work
 */
export async function unlessDone(stamp, print, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, print);
}
