import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { db, transaction, type Tx } from '#lib/db/client';
import { makeWorld } from '#tests/support/world';

it('raw SQL and the models of one transaction see each other, and are rolled back together', async () => {
  const { countyId, owner } = await makeWorld();
  const counties = () => db().$queryRaw`SELECT name FROM "County"`;
  const failed = transaction(async (tx) => {
    await tx.$executeRaw`UPDATE "County" SET name = 'Nytt fylke' WHERE id = ${countyId}`;
    expect((await tx.county.findUniqueOrThrow({ where: { id: countyId } })).name).toBe('Nytt fylke');
    await tx.organisation.update({ where: { id: owner.id }, data: { name: 'Ny kommune' } });
    expect(await tx.$queryRaw`SELECT name FROM "Organisation" WHERE id = ${owner.id}`).toEqual([
      { name: 'Ny kommune' },
    ]);
    expect(await counties()).toEqual([{ name: 'Prøvefylke' }]);
    throw new Error('not after all');
  });
  await expect(failed).rejects.toThrow('not after all');
  expect(await counties()).toEqual([{ name: 'Prøvefylke' }]);
  expect((await db().organisation.findUniqueOrThrow({ where: { id: owner.id } })).name).toBe('Fauske');
});

it('a large number, a day, a time and JSON come back as what they are, and go in as such', async () => {
  const at = new Date('2027-02-01T22:59:59.999Z');
  const day = new Date('2027-02-01');
  const [row] = await db().$queryRaw<unknown[]>`
    SELECT 9007199254740993::int8 AS large, 7::int4 AS small, ${at}::timestamptz AS at, ${day}::date AS day, ${['a', 'b']}::text[] AS list, '{"a":[1]}'::jsonb AS json, null AS nothing`;
  expect(row).toEqual({
    large: 9007199254740993n,
    small: 7,
    at,
    day,
    list: ['a', 'b'],
    json: { a: [1] },
    nothing: null,
  });
});

it('ten transactions at once each hold a connection of their own', async () => {
  const ids = await Promise.all(
    Array.from({ length: 10 }, () =>
      transaction(async (tx) => {
        const mine = () => tx.$queryRaw<{ id: number }[]>`SELECT pg_backend_pid() AS id, pg_sleep(0.05)::text`;
        const [first, second] = [await mine(), await mine()];
        expect(first).toEqual(second);
        return first[0]?.id;
      }),
    ),
  );
  expect(new Set(ids).size).toBe(10);
});

describe('no raw statement runs outside its transaction', () => {
  const rename = (tx: Tx) => tx.$executeRaw`UPDATE "County" SET name = 'For sent'`;
  const name = async () => (await db().county.findFirstOrThrow()).name;

  it('when the transaction has lasted too long', async () => {
    const slow = transaction(
      async (tx) => {
        await pause(400);
        await rename(tx);
      },
      1,
      200,
    );
    await expect(slow).rejects.toThrow('after its transaction was over');
    expect(await name()).toBe('Prøvefylke');
  });

  it('when the transaction has ended, well or not', async () => {
    const kept: Tx[] = [];
    await transaction((tx) => Promise.resolve(kept.push(tx)));
    await transaction((tx) => Promise.reject(new Error(`No. ${String(kept.push(tx))}`))).catch(() => undefined);
    expect(kept).toHaveLength(2);
    for (const tx of kept) await expect(rename(tx)).rejects.toThrow('after its transaction was over');
    expect(await name()).toBe('Prøvefylke');
  });
});

it('a statement waits ten seconds for another’s lock, and runs for twenty', async () => {
  const [row] = await transaction(
    (tx) =>
      tx.$queryRaw<
        unknown[]
      >`SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement`,
  );
  expect(row).toEqual({ lock: '10s', statement: '20s' });
});
