import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, sources, unlessDone } from './fingerprint.js';
import { npm, npmCommand, run, Sentence, step } from './step.js';

/** Everything the portal needs before it is built or tested: the packages, and the database client made from the schema. */
export async function prepare() {
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Sentence(`Node ${process.version} is too old: 20.19 or newer is needed.`);
  if (!packagesFit()) await step('Installing the packages (npm ci)', install);
  await unlessDone('lib/db/generated/.made-from', fingerprint(['prisma/schema.prisma', 'package-lock.json']), () =>
    step('Making the database client (prisma generate)', generate),
  );
}

/** Builds the portal unless it is built from these very sources. */
export function build() {
  return unlessDone(join('.next', 'made-from'), fingerprint(sources()), () =>
    step('Building the portal (next build)', () => npm('build', { sentence: 'The build failed:' })),
  );
}

/** Whether node_modules holds the versions of package-lock.json; npm writes its own list when an install is whole. */
function packagesFit() {
  const list = join('node_modules', '.package-lock.json');
  if (!existsSync(list)) return false;
  const wanted = packagesIn('package-lock.json');
  const found = packagesIn(list);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || found[path]?.version === version || (optional === true && found[path] === undefined),
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

// No package needs its install script here, so none gets to run. NODE_ENV=production would leave the tools out.
function install() {
  return npmCommand(['ci', '--ignore-scripts', '--include=dev'], {
    sentence: 'The packages could not be installed. Is the npm registry within reach?',
  });
}

// Generating needs no schema engine; naming any program that exists keeps Prisma from downloading it.
function generate() {
  return run(process.execPath, [join('node_modules', 'prisma', 'build', 'index.js'), 'generate'], {
    sentence: 'The database client could not be made from prisma/schema.prisma:',
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
  });
}
