import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase, migrate } from '../../prisma/migrate';
import { freePort } from '../../scripts/port.js';
import { startTemporaryPostgres } from '../../scripts/temporary.js';

/** The built portal over a database of its own with the demo in it, for the browser tests. Stopped afterwards. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startTemporaryPostgres();
  const url = server.url('portal');
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const secret = 'known only to the browser tests of this run';
  const env = { ...process.env, DATABASE_URL: url, NEXTAUTH_SECRET: secret, NEXTAUTH_URL: address, DEMO_MODE: '1' };
  const stops = [server.stop];
  const stop = async (): Promise<void> => {
    for (const end of stops.reverse()) await end();
  };
  try {
    await createDatabase(url);
    await migrate(url);
    if (existsSync('prisma/seed.ts')) execFileSync(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const web = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(port)], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    stops.push(async () => {
      if (web.exitCode !== null) return;
      web.kill('SIGTERM');
      await Promise.race([once(web, 'exit'), pause(8000).then(() => web.kill('SIGKILL'))]);
    });
    await untilItAnswers(address, () => web.exitCode === null);
  } catch (error) {
    await stop();
    throw error;
  }
  process.env.PORTAL_URL = address;
  process.env.PORTAL_DATABASE_URL = url;
  return stop;
}

async function untilItAnswers(address: string, runs: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && runs(); i += 1) {
    const answer = await fetch(address, { redirect: 'manual' }).catch(() => undefined);
    if (answer !== undefined) return;
    await pause(200);
  }
  throw new Error('The built portal did not start within a minute.');
}
