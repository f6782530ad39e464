import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { postgresAccount } from './account.js';
import { initialise, programs, readDoor, writeDoor } from './cluster.js';
import { freePort, isFree } from './port.js';

/** @typedef {{ url: (database: string) => string, pid: number, ended: Promise<unknown>, stop: () => Promise<void> }} Server */

/**
 * Starts the PostgreSQL that npm installed, on its own data folder and a free port of 127.0.0.1.
 * @param {string} room the folder that holds the data folder `postgres`, its log and its door
 * @param {{ flags?: string[] }} [options]
 * @returns {Promise<Server>}
 */
export async function startPostgres(room, { flags = [] } = {}) {
  const folder = join(room, 'postgres');
  const account = postgresAccount(folder);
  const native = programs(room, account);
  const password = initialise(room, native, account);
  await stopOrphan(folder);
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(room, password, attempt);
    const answer = await launch({ room, folder, native, account, port, flags, password });
    if (typeof answer !== 'string') return answer;
    if (attempt === 3 || !/in use|could not bind/i.test(answer))
      throw new Error(`PostgreSQL did not start:\n${answer}`);
  }
}

/** Stops a server that outlived the process that started it, and removes the mark of one that is dead. */
export async function stopOrphan(/** @type {string} */ folder) {
  const mark = join(folder, 'postmaster.pid');
  if (!existsSync(mark)) return;
  const pid = Number(readFileSync(mark, 'utf8').split('\n')[0]);
  if (runsPostgres(pid, folder)) {
    process.kill(pid, 'SIGINT');
    for (let i = 0; i < 100 && runsPostgres(pid, folder); i += 1) await pause(100);
  }
  rmSync(mark, { force: true });
}

function runsPostgres(/** @type {number} */ pid, /** @type {string} */ folder) {
  const answer = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  const args = answer.error === undefined ? answer.stdout : readProcess(pid);
  return args.includes('postgres') && args.includes(folder);
}

function readProcess(/** @type {number} */ pid) {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function choosePort(/** @type {string} */ room, /** @type {string} */ password, /** @type {number} */ attempt) {
  const known = readDoor(room)?.port ?? 0;
  const port = attempt === 1 && known !== 0 && (await isFree(known)) ? known : await freePort();
  writeDoor(room, { port, password });
  return port;
}

/**
 * @param {{ room: string, folder: string, native: string, account: import('./cluster.js').Account,
 *   port: number, flags: string[], password: string }} how
 * @returns {Promise<Server | string>} the server, or what it said when it gave up
 */
async function launch({ room, folder, native, account, port, flags, password }) {
  const logFile = join(room, 'postgres.log');
  const log = openSync(logFile, 'w', 0o600);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...flags,
  ];
  const child = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...account, cwd: '/', stdio: ['ignore', log, log], env: { ...process.env, LC_ALL: 'C' } },
  );
  closeSync(log);
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  let running = true;
  void ended.then(() => (running = false));
  const url = (/** @type {string} */ database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  const stop = async () => {
    if (!running) return;
    child.kill('SIGINT');
    if ((await Promise.race([ended, pause(20_000, 'slow', { ref: false })])) === 'slow') child.kill('SIGQUIT');
    await ended;
  };
  for (let i = 0; running && i < 600; i += 1) {
    if (readFileSync(logFile, 'utf8').includes('ready to accept connections'))
      return { url, pid: child.pid ?? 0, ended, stop };
    await pause(50);
  }
  await stop();
  return readFileSync(logFile, 'utf8').split('\n').slice(-12).join('\n');
}
