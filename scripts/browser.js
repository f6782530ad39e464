import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { run, say, Sentence } from './step.js';

const HERE = resolve('.cache', 'chromium');
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium that starts: the machine's own, one fetched before, or one fetched now. Answers its path. */
export async function findBrowser() {
  const system = process.env.CHROMIUM_PATH === undefined ? SYSTEM : [process.env.CHROMIUM_PATH];
  const places = () => [...system, join(HERE, 'run'), ownOfPlaywright()];
  const ready = places().find(starts);
  if (ready !== undefined) return ready;
  for (const [name, way] of WAYS) {
    try {
      say(`  ${name} …`);
      await way();
    } catch (fault) {
      say(`  ${fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault)}`);
    }
    const path = places().find(starts);
    if (path !== undefined) return path;
  }
  throw new Sentence(
    'No Chromium was found or could be fetched. Install one (apt-get install chromium) or name it in CHROMIUM_PATH.',
  );
}

/** @type {[string, () => Promise<void>][]} */
const WAYS = [
  ['Installing the Debian package chromium', installed],
  ['Unpacking the Debian package chromium into .cache', unpacked],
  [
    'Fetching the Chromium of Playwright',
    () =>
      run(process.execPath, [playwright('cli.js'), 'install', 'chromium'], {
        sentence: 'Playwright could not fetch its Chromium.',
      }),
  ],
];

/** @param {string} path */
function starts(path) {
  if (!existsSync(path)) return false;
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0;
}

/** @param {string} file */
function playwright(file) {
  return resolve('node_modules', 'playwright-core', file);
}

function ownOfPlaywright() {
  return String(createRequire(import.meta.url)(playwright('index.js')).chromium.executablePath());
}

async function installed() {
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) throw new Sentence('That takes root.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const sentence = 'apt-get could not install it.';
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [program = '', ...rest] = root
      ? ['apt-get', ...args]
      : ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    await run(program, rest, { sentence, env });
  }
}

/** Without root: apt with a state of its own tells what is missing and fetches it, dpkg unpacks it. */
async function unpacked() {
  const state = join(HERE, 'apt');
  rmSync(HERE, { recursive: true, force: true });
  for (const folder of ['lists/partial', 'archives/partial', 'root'])
    mkdirSync(join(state, folder), { recursive: true });
  const own = [
    `Dir::State::Lists=${join(state, 'lists')}`,
    `Dir::Cache=${state}`,
    `Dir::Cache::Archives=${join(state, 'archives')}`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User=',
  ];
  const flags = own.flatMap((setting) => ['-o', setting]);
  await run('apt-get', [...flags, 'update'], { sentence: 'apt-get could not fetch its lists.' });
  await run(
    'apt-get',
    [...flags, 'install', '-y', '--no-install-recommends', '--download-only', 'chromium', 'fonts-liberation'],
    { sentence: 'apt-get could not fetch it.' },
  );
  const packages = readdirSync(join(state, 'archives')).filter((name) => name.endsWith('.deb'));
  const root = join(HERE, 'root');
  for (const name of packages)
    await run('dpkg', ['-x', join(state, 'archives', name), root], { sentence: `${name} could not be unpacked.` });
  const libraries = readdirSync(join(root, 'usr', 'lib'))
    .filter((name) => name.includes('linux-gnu'))
    .map((name) => join(root, 'usr', 'lib', name));
  const script = [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH="${libraries.join(':')}"`,
    `exec "${join(root, 'usr', 'lib', 'chromium', 'chromium')}" "$@"`,
  ];
  writeFileSync(join(HERE, 'run'), `${script.join('\n')}\n`, { mode: 0o755 });
  rmSync(state, { recursive: true, force: true });
}
