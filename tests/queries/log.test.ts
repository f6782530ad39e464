import { beforeAll, expect, it } from 'vitest';
import { writeAudit } from '#lib/db/audit';
import { transaction } from '#lib/db/client';
import { LINES_A_PAGE } from '#lib/db/log';
import { readLog } from '#lib/queries/log';
import { logKey } from '#lib/schema/log';
import { makeWorld, NOW, type World } from '#tests/support/world';

const WRITTEN = 2 * LINES_A_PAGE + 7;
let world: World;

const line = (n: number) => ({
  // Several lines of the same instant, so that the instant alone does not tell them apart.
  at: new Date(NOW.getTime() - Math.floor(n / 4) * 1000),
  actorId: 'somebody',
  actorName: 'Kari',
  action: 'region.rename',
  subjectType: 'region',
  subjectId: `region-${n}`,
  roundId: null,
  countyId: world.countyId,
  details: { name: `Region ${n}` },
});
const read = async (asked: Record<string, string>) => {
  const found = await readLog({ slag: 'region', ...asked }, { actor: world.actors.caseworker, now: NOW });
  if (found === null) throw new Error('The caseworker reads the log.');
  return found;
};

beforeAll(async () => {
  world = await makeWorld();
  await transaction((tx) =>
    writeAudit(
      tx,
      Array.from({ length: WRITTEN }, (_, n) => line(n)),
    ),
  );
});

it('leads through every line once by the last one’s key, and back again the same way', async () => {
  const pages = [await read({})];
  for (let last = pages[0]; last?.older != null; last = pages.at(-1))
    pages.push(await read({ eldre: logKey(last.older) }));
  const ids = pages.map(({ lines }) => lines.map(({ id }) => id));
  expect(ids.map(({ length }) => length)).toEqual([LINES_A_PAGE, LINES_A_PAGE, 7]);
  expect(new Set(ids.flat()).size).toBe(WRITTEN);
  const lines = pages.flatMap((page) => page.lines);
  const ordered = lines.toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id);
  expect(lines.map(({ id }) => id)).toEqual(ordered.map(({ id }) => id));

  expect(pages[0]?.newer).toBeNull();
  const [, second, third] = pages;
  if (second?.newer == null || third?.newer == null) throw new Error('Later pages lead back.');
  const back = await read({ nyere: logKey(third.newer) });
  expect(back.lines.map(({ id }) => id)).toEqual(ids[1]);
  expect(back.older).toEqual(expect.objectContaining({ id: ids[1]?.at(-1) }));
  const first = await read({ nyere: logKey(second.newer) });
  expect(first.lines.map(({ id }) => id)).toEqual(ids[0]);
  expect(first.newer).toBeNull();
});

it('a page holds what it held although new lines are written meanwhile', async () => {
  const { older } = await read({});
  if (older === null) throw new Error('There is a second page.');
  const before = await read({ eldre: logKey(older) });
  await transaction((tx) => writeAudit(tx, [{ ...line(0), at: new Date(NOW.getTime() + 1000), subjectId: 'new' }]));
  const after = await read({ eldre: logKey(older) });
  expect(after.lines.map(({ id }) => id)).toEqual(before.lines.map(({ id }) => id));
});

it('begins at the newest when the address makes no sense', async () => {
  const newest = (await read({})).lines.map(({ id }) => id);
  for (const eldre of ['', 'x', '2027-13-45T00:00:00.000Z_1', '2027-01-01T00:00:00.000Z_x'])
    expect((await read({ eldre })).lines.map(({ id }) => id)).toEqual(newest);
});

it('finds the whole of a day in Oslo, also where it has 25 hours, or 23', async () => {
  const at = (time: string) => ({ ...line(0), at: new Date(time), subjectId: time });
  // 22.30 UTC is the last half hour of 31 October, and the first of 29 March.
  const [autumn, spring] = [at('2027-10-31T22:30:00Z'), at('2027-03-28T22:30:00Z')];
  await transaction((tx) => writeAudit(tx, [autumn, spring]));
  const on = async (day: string) => (await read({ fra: day, til: day })).lines.map(({ subjectId }) => subjectId);
  expect([await on('2027-10-31'), await on('2027-11-01')]).toEqual([[autumn.subjectId], []]);
  expect([await on('2027-03-28'), await on('2027-03-29')]).toEqual([[], [spring.subjectId]]);
});
