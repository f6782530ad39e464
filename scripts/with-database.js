import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataRoom } from './account.js';
import { isFree } from './port.js';
import { readDoor } from './cluster.js';
import { prepare } from './setup.js';
import { giveUp, run, Sentence } from './step.js';

/** Runs a TypeScript program over the database of DATABASE_URL or, without one, over the project's own, running or not. */
async function main() {
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  const [program = '', ...args] = process.argv.slice(2);
  if (!existsSync(program)) throw new Sentence(`There is no ${program} to run.`);
  await prepare();
  const { url, stop } = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => {} }
    : await own();
  try {
    await run(process.execPath, ['--import', 'tsx', program, ...args], {
      sentence: `${program} did not succeed.`,
      quiet: false,
      env: { ...process.env, DATABASE_URL: url },
    });
  } finally {
    await stop();
  }
}

/** The project's own server: the one `npm start` has running, or started for this once. */
async function own() {
  const room = dataRoom(process.cwd());
  const door = readDoor(room);
  if (door !== undefined && door.port !== 0 && !(await isFree(door.port))) {
    return { url: `postgresql://postgres:${door.password}@127.0.0.1:${door.port}/portal`, stop: async () => {} };
  }
  const { startPostgres } = await import('./postgres.js');
  const server = await startPostgres(room);
  return { url: server.url('portal'), stop: server.stop };
}

process.on('SIGINT', () => {}); // the program beside us hears it too, ends, and lets us stop what we started
main().then(() => process.exit(0), giveUp);
