import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from './database.js';
import { leaveFolder, takeFolder, wantedPort, writeMark } from './running.js';
import { build, prepare } from './setup.js';
import { giveUp, say, stopChildren } from './step.js';
import { webArguments } from './web.js';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const development = process.argv.includes('--dev');
/** @type {(() => Promise<void>)[]} */
const closing = [];
let leaving = false;

/** Stops what was started, the last first. @param {string} words @param {number} code */
async function leave(words, code) {
  if (leaving) return;
  leaving = true;
  say(words);
  stopChildren();
  for (const close of closing.reverse()) await close();
  leaveFolder();
  process.exit(code);
}

/** The key that signs sessions: from the environment, or made once and kept. */
function secret() {
  const file = join('.data', 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** @param {number} port @param {{ url: string, demo: boolean }} database */
async function serve(port, database) {
  const address = `http://localhost:${port}`;
  const env = {
    NEXTAUTH_SECRET: secret(),
    NEXTAUTH_URL: address,
    ...(database.demo ? { DEMO_MODE: '1' } : {}),
    ...process.env,
    DATABASE_URL: database.url,
  };
  const web = spawn(process.execPath, webArguments(port, development), {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => web.once('exit', resolve));
  closing.push(async () => {
    if (web.exitCode !== null || web.signalCode !== null) return;
    web.kill('SIGTERM');
    if ((await Promise.race([ended, pause(8000, 'slow')])) === 'slow') web.kill('SIGKILL');
  });
  void ended.then((code) => leave(`✗ The web server stopped by itself (code ${String(code)}).`, 1));
  writeMark({ pid: process.pid, port, web: web.pid ?? 0 });
  while (!(await answers(port))) await pause(100);
  say(`\n✓ The portal runs at ${address} (Ctrl-C stops it)`);
}

/** @param {number} port @returns {Promise<boolean>} */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Who started us, and who started them: between npm and us stands a shell. */
function ancestors() {
  const file = `/proc/${process.ppid}/stat`;
  const line = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return `${process.ppid} ${line.slice(line.lastIndexOf(')') + 2).split(' ')[1] ?? ''}`;
}

async function main() {
  process.chdir(project);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave('\nStopping …', 0));
  // npm may be killed without passing it on; then nobody is left to press Ctrl-C.
  const starters = ancestors();
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => ancestors() !== starters && void leave('Stopping: npm is gone.', 1), 1000).unref();
  }
  const port = wantedPort();
  await takeFolder(port);
  closing.push(() => Promise.resolve(leaveFolder()));
  await prepare();
  if (!development) await build();
  const database = await openDatabase(project);
  closing.push(database.stop);
  void database.ended?.then(() =>
    leave('✗ PostgreSQL stopped by itself; its last words are in postgres.log beside its data.', 1),
  );
  await serve(port, database);
}

main().catch(async (fault) => {
  if (leaving) return;
  leaving = true;
  for (const close of closing.reverse()) await close();
  giveUp(fault);
});
