import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { World } from '#tests/support/world';
import { drafts } from './rounds';
import { cookieOf } from './server';
import type { Small } from './stage';
import { alone, compared, limited, type Row } from './table';

const PEOPLE = 200;
const SAVES = 10;
const MOST_TIMES = 10;
/** Saves of each before any is measured: the server has compiled nothing of it yet. */
const WARM = 2;
/** Between two saves one types on: about two seconds. */
const TYPING_MS = 2000;
const SAVES_PER_LOOK = 3;
const MOST_TRIES = 5;

interface Writer {
  readonly userId: string;
  readonly needId: string;
  readonly cookie: string;
  written: string;
}

/** Two hundred who write for the owner, each with a draft of their own. */
async function writers(pool: pg.Pool, world: World): Promise<Writer[]> {
  const needs = await drafts(pool, world, PEOPLE);
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO "User" (id, name, email) SELECT gen_random_uuid(), 'Skriver ' || i, 'skriver' || i || '@example.no' FROM generate_series(1, $1::int) i RETURNING id`,
    [PEOPLE],
  );
  await pool.query(
    `INSERT INTO "RoleGrant" (id, "userId", role, "organisationId", "countyId", "from") SELECT gen_random_uuid(), id, 'skoleeier', $2, $3, '2020-01-01' FROM unnest($1::text[]) id`,
    [rows.map(({ id }) => id), world.owner.id, world.countyId],
  );
  return Promise.all(
    needs.map(async (needId, index) => {
      const userId = rows[index]?.id ?? '';
      return {
        userId,
        needId,
        cookie: await cookieOf(userId),
        written: 'Flere leser godt.',
      };
    }),
  );
}

type Send = (route: string, writer: Writer, body: object) => Promise<number>;

const sender =
  (address: string, agent: Agent): Send =>
  (route, { needId, cookie, userId }, body) =>
    new Promise((resolve) => {
      const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      const sent = request(
        `${address}/api/${route}/behovsmelding/${needId}`,
        { method: 'POST', agent, headers },
        (answer) => {
          text(answer).then(
            () => resolve(answer.statusCode ?? 0),
            () => resolve(0),
          );
        },
      );
      // A connection that rested too long is closed: it was not taken, and is sent again.
      sent.once('error', () => resolve(0)).end(JSON.stringify({ person: userId, ...body }));
    });

async function timed(work: () => Promise<unknown>, into: number[]): Promise<void> {
  const begun = performance.now();
  await work();
  into.push(performance.now() - begun);
}

/** The last minutes before a deadline: all write at once, each saving as the browser does, beside the bare update of one text. */
export async function benchSaving({ base, world }: Small): Promise<Row[]> {
  const { pool } = base;
  const all = await writers(pool, world);
  const spare = await drafts(pool, world, 50);
  const web = await base.portal();
  const agent = new Agent({ keepAlive: true, maxSockets: PEOPLE });
  const send = sender(web.address, agent);
  const [saves, looks, bare, unmeasured]: number[][] = [[], [], [], []];
  let [again, failed] = [0, 0];
  let writing = true;
  const write = async (writer: Writer, index: number): Promise<void> => {
    await pause((index / PEOPLE) * TYPING_MS);
    for (let turn = 1 - WARM; turn <= SAVES; turn += 1) {
      const next = `${writer.written} Setning nummer ${String(turn)} om det skolene vil lære sammen.`;
      await timed(
        async () => {
          const save = () => send('lagre', writer, { began: { goals: [writer.written] }, typed: { goals: [next] } });
          let status = await save();
          for (let tries = 0; status !== 200 && tries < MOST_TRIES; tries += 1) {
            again += 1;
            status = await save();
          }
          if (status === 200) writer.written = next;
          else failed += 1;
        },
        (turn > 0 ? saves : unmeasured) ?? [],
      );
      if (turn % SAVES_PER_LOOK === 0)
        await timed(
          () => send('tilstede', writer, { field: 'goals', version: turn + WARM + 1 }),
          (turn > 0 ? looks : unmeasured) ?? [],
        );
      await pause(TYPING_MS * (0.5 + ((index * 7 + turn * 13) % 100) / 100));
    }
  };
  const update = async (): Promise<void> => {
    for (let turn = 0; writing; turn += 1) {
      await timed(
        () =>
          pool.query(
            'UPDATE "Behovsmelding" SET goals = $1, "updatedAt" = now(), version = version + 1 WHERE id = $2',
            [`Setning nummer ${String(turn)}`, spare[turn % spare.length]],
          ),
        bare ?? [],
      );
      await pause(50);
    }
  };
  try {
    await Promise.all(all.slice(0, 20).map((writer) => send('tilstede', writer, { field: null, version: 1 })));
    const beside = update();
    await Promise.all(all.map(write));
    writing = false;
    await beside;
    const { rows } = await pool.query<{ id: string; goals: string }>(
      'SELECT id, goals FROM "Behovsmelding" WHERE id = ANY($1)',
      [all.map(({ needId }) => needId)],
    );
    const there = new Map(rows.map(({ id, goals }) => [id, goals]));
    const lost = all.filter(({ needId, written }) => there.get(needId) !== written).length;
    const measured = (times: readonly number[] = []) => ({ times, failed: null });
    return [
      compared(
        `a save while ${String(PEOPLE)} type`,
        measured(saves),
        ['the bare UPDATE', measured(bare)],
        MOST_TIMES,
        'p95',
      ),
      alone('a look for the others meanwhile', measured(looks), null),
      limited(`saves lost or given up, of ${String(saves?.length ?? 0)}`, lost + failed, 0, 'saves'),
      limited('saves sent again', again, null, 'saves'),
    ];
  } finally {
    writing = false;
    agent.destroy();
  }
}
