import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * The account PostgreSQL runs as. It refuses root, so root lends it `postgres`, or `nobody` where that is missing;
 * an existing data folder keeps its owner. Undefined: the person who started us.
 * @param {string} folder the data folder
 * @returns {Account | undefined}
 */
export function postgresAccount(folder) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existsSync(folder) ? statSync(folder) : undefined;
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account !== undefined) return account;
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has neither the user "postgres" nor "nobody". ' +
      'Create one (useradd --system postgres), or start as an ordinary user.',
  );
}

/** @param {string} name @returns {Account | undefined} */
function lookUp(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return answer.status === 0 ? Number(answer.stdout) : Number.NaN;
  });
  return uid === undefined || gid === undefined || Number.isNaN(uid + gid) ? undefined : { uid, gid };
}

/**
 * The folder for the database of this project: `.data`, or one in the system's temporary folder when the account
 * cannot reach the project (root's home is closed to others).
 * @param {string} project
 */
export function dataRoom(project) {
  const inside = join(project, '.data');
  const account = postgresAccount(join(inside, 'postgres'));
  if (account === undefined || mayEnter(project, account)) return ownFolder(inside);
  const key = createHash('sha256').update(project).digest('hex').slice(0, 12);
  return ownFolder(join(tmpdir(), `samarbeidsforum-${key}`));
}

/** @param {string} folder @param {Account} account */
export function mayEnter(folder, account) {
  for (let place = folder; ; place = dirname(place)) {
    const { mode, uid, gid } = statSync(place);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** @param {string} folder */
function ownFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid())) {
    throw new Error(`${folder} belongs to somebody else. Remove it, or give it to the user who starts the portal.`);
  }
  return folder;
}

/** @param {string} path @param {Account | undefined} account */
export function give(path, account) {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}
