import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../scripts/port.js';
import { webArguments } from '../../scripts/web.js';

export interface Web {
  readonly address: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** What the portals of one run of the browser tests say: a bug's reference on a page is found here. */
export const SAID = '.cache/portal.log';

/** The built portal on this port or a free one, over the database of this environment. */
export async function startWeb(environment: Readonly<Record<string, string>>, wanted?: number): Promise<Web> {
  const port = wanted ?? (await freePort());
  const address = `http://localhost:${port}`;
  const env = { ...process.env, NEXTAUTH_URL: address, ...environment };
  mkdirSync('.cache', { recursive: true });
  const web = spawn(process.execPath, webArguments(port), { env, stdio: ['ignore', openSync(SAID, 'a'), 'inherit'] });
  const stop = async (): Promise<void> => {
    if (web.exitCode !== null) return;
    web.kill('SIGTERM');
    await Promise.race([once(web, 'exit'), pause(8000).then(() => web.kill('SIGKILL'))]);
  };
  try {
    await untilItAnswers(address, () => web.exitCode === null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, pid: web.pid ?? 0, stop };
}

async function untilItAnswers(address: string, runs: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && runs(); i += 1) {
    const answer = await fetch(address, { redirect: 'manual' }).catch(() => undefined);
    if (answer !== undefined) return;
    await pause(200);
  }
  throw new Error('The built portal did not start within a minute.');
}
