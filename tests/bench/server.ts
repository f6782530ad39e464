import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { encode } from 'next-auth/jwt';
import { freePort } from '../../scripts/port.js';
import { webArguments } from '../../scripts/web.js';

const SECRET = 'known only to this run of the bench';
const LONGEST_MS = 40_000;

/** The built portal over one database. */
export interface Portal {
  readonly address: string;
  readonly agent: Agent;
  /** The whole answer as this person, or as nobody; throws when it is not 200. */
  readonly ask: (path: string, userId?: string) => Promise<Buffer>;
  /** Megabytes resident: now, and the most it has been. */
  readonly memory: () => { now: number; most: number };
  readonly stop: () => Promise<void>;
}

/** The cookie of somebody who is signed in. */
export const cookieOf = async (userId: string): Promise<string> =>
  `next-auth.session-token=${await encode({ token: { sub: userId }, secret: SECRET })}`;

/** Starts the built portal; it is here when Next says that it is ready, and has answered nothing yet. */
export async function startPortal(url: string): Promise<Portal> {
  const port = await freePort();
  const address = `http://localhost:${String(port)}`;
  const env = { ...process.env, NEXTAUTH_URL: address, DATABASE_URL: url, NEXTAUTH_SECRET: SECRET };
  const web = spawn(process.execPath, webArguments(port), { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ready = new Promise<void>((resolve, reject) => {
    web.stdout.on('data', (said) => String(said).includes('Ready') && resolve());
    web.once('exit', () => reject(new Error('The built portal did not start.')));
  });
  await ready;
  const agent = new Agent({ keepAlive: true });
  const cookies = new Map<string, string>();
  const stop = async (): Promise<void> => {
    agent.destroy();
    if (web.exitCode !== null) return;
    web.kill('SIGTERM');
    await Promise.race([once(web, 'exit'), pause(8000).then(() => web.kill('SIGKILL'))]);
  };
  const ask = async (path: string, userId?: string): Promise<Buffer> => {
    const cookie = userId === undefined ? '' : (cookies.get(userId) ?? (await cookieOf(userId)));
    if (userId !== undefined) cookies.set(userId, cookie);
    return answered(`${address}${path}`, agent, cookie);
  };
  return { address, agent, ask, memory: () => resident(web.pid ?? 0), stop };
}

/** The whole answer over a connection that is kept. */
function answered(address: string, agent: Agent, cookie: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, accept: 'text/html', 'accept-encoding': 'identity' };
    const asked = get(address, { agent, headers, timeout: LONGEST_MS }, (answer) => {
      buffer(answer).then((body) => {
        if (answer.statusCode === 200) resolve(body);
        else reject(new Error(`answered ${String(answer.statusCode)}`));
      }, reject);
    });
    asked.once('error', reject).once('timeout', () => asked.destroy(new Error('no answer')));
  });
}

function resident(pid: number): { now: number; most: number } {
  const file = `/proc/${String(pid)}/status`;
  if (!existsSync(file)) {
    const now = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
    return { now, most: NaN };
  }
  const status = readFileSync(file, 'utf8');
  const megabytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
