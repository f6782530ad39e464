import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, stopOrphan } from './postgres.js';

const PREFIX = 'samarbeidsforum-test-';
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * A PostgreSQL for one run, in the system's temporary folder, gone when stopped: for tests fast and unsafe on purpose.
 * @param {string[]} [flags] none for a server as durable as the portal's own
 * @returns {Promise<import('./postgres.js').Server>}
 */
export async function startTemporaryPostgres(flags = FAST) {
  await removeLeftovers();
  const room = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(room, 0o755);
  const remove = () => rmSync(room, { recursive: true, force: true });
  try {
    const server = await startPostgres(room, { flags });
    return { ...server, stop: () => server.stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Runs that were killed leave a server and a folder; the next run of the same user removes them. */
async function removeLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const room = join(tmpdir(), name);
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (isAlive(pid) || statSync(room, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    await stopOrphan(join(room, 'postgres'));
    rmSync(room, { recursive: true, force: true });
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
