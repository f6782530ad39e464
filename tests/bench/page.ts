import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { encode } from 'next-auth/jwt';
import { startWeb } from '#tests/support/web';
import { reads, type Listed } from './list';
import { timed, type Times } from './measure';

const SECRET = 'known only to this run of the bench';
const WARM = 60;
const TURN = 25;
const TURNS = 12;
const LONGEST_MS = 60_000;

export interface Visited {
  readonly name: string;
  readonly clients: number;
  readonly times: Times;
  readonly bytes: number;
}
export interface PageResult {
  readonly visited: readonly Visited[];
  readonly who: Times;
  readonly list: Times;
  readonly megabytes: number;
  readonly processorMs: number | null;
  readonly flightBytes: number;
}

type Ask = (path: string, encoding?: string) => Promise<Buffer>;

/** Asks over connections that are kept, as whoever the cookie says, for the whole answer. */
function asker(address: string, cookie: string, agent: Agent): Ask {
  return (path, encoding = 'identity') =>
    new Promise((resolve, reject) => {
      get(
        `${address}${path}`,
        { agent, headers: { cookie, accept: 'text/html', 'accept-encoding': encoding } },
        (answer) => {
          buffer(answer).then((body) => {
            if (answer.statusCode === 200) resolve(body);
            else reject(new Error(`${path} answered ${String(answer.statusCode)}`));
          }, reject);
        },
      ).once('error', reject);
    });
}

/** The part of a page that repeats it for the script. Bytes. */
const flightBytes = (html: string): number =>
  [...html.matchAll(/<script[^>]*>self\.__next_f\.push\(.*?\)<\/script>/gs)].reduce(
    (sum, [script]) => sum + Buffer.byteLength(script),
    0,
  );

/** Resident memory of a process, in megabytes. */
const resident = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

/** How long a process has had the processor, in milliseconds; null where the system does not say. */
function processor(pid: number): number | null {
  const file = `/proc/${String(pid)}/stat`;
  if (!existsSync(file)) return null;
  const [user, system] = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10; // counted in hundredths of a second
}

/** The list as a page: the built portal over HTTP, as full HTML, for a caseworker who is signed in. */
export async function benchPage(url: string, listed: Listed): Promise<PageResult> {
  const { roundId, userId, asked } = listed;
  const web = await startWeb({ DATABASE_URL: url, NEXTAUTH_SECRET: SECRET });
  const agent = new Agent({ keepAlive: true });
  try {
    const cookie = `next-auth.session-token=${await encode({ token: { sub: userId }, secret: SECRET })}`;
    const ask = asker(web.address, cookie, agent);
    const path = `/runder/${roundId}/behovsmeldinger`;
    const paths = asked.map((filter) => `${path}?${new URLSearchParams(filter).toString()}`);
    let turn = 0;
    const visits: [string, number, () => Promise<Buffer>][] = [
      ['list as a page', 1, () => ask(path)],
      ['– packed with gzip', 1, () => ask(path, 'gzip')],
      ['– filtered by turns', 1, () => ask(paths[(turn += 1) % paths.length] ?? path)],
      ['list as a page', 10, () => ask(path)],
      ['– the shortest page', 1, () => ask('/runder')],
      ['– an answer of no page', 1, () => ask('/api/helse')],
    ];
    await timed(() => ask(path), WARM, 4);
    const visited = await Promise.all(
      visits.map(async ([name, clients, visit]) => ({
        name,
        clients,
        visit,
        times: [] as number[],
        bytes: (await visit()).byteLength,
      })),
    );
    const own = await reads(listed);
    const who: number[] = [];
    const list: number[] = [];
    // In turns, so that whatever slows the machine meanwhile slows all alike.
    const until = performance.now() + LONGEST_MS;
    for (let round = 0; round < TURNS && performance.now() < until; round += 1) {
      for (const { clients, visit, times } of visited) times.push(...(await timed(visit, TURN, clients)));
      who.push(...(await timed(own.who, TURN, 1)));
      list.push(...(await timed(own.list, TURN, 1)));
    }
    const before = processor(web.pid);
    await timed(() => ask(path), WARM, 1);
    const after = processor(web.pid);
    const processorMs = before === null || after === null ? null : (after - before) / WARM;
    return {
      visited,
      who,
      list,
      megabytes: resident(web.pid),
      processorMs,
      flightBytes: flightBytes((await ask(path)).toString('utf8')),
    };
  } finally {
    agent.destroy();
    await web.stop();
  }
}
