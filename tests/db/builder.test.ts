import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { nameOf } from '#lib/db/builder';
import { db, transaction, type Tx } from '#lib/db/client';
import { onDay } from '#lib/db/facts/dates';
import { any, arrayOf, asMade, countOf, newId, withInstants } from '#lib/db/values';
import type { Day } from '#lib/domain/day';
import { day } from '#tests/support/day';
import { makeBehovsmelding, makeWorld, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const nameIn = (tx: Tx, id: string) => tx.selectFrom('County').where('id', '=', id).select('name').executeTakeFirst();

it('a transaction sees its own changes, nobody else does, and a throw takes them back', async () => {
  const { countyId } = world;
  const failed = transaction(async (tx) => {
    await tx.updateTable('County').set({ name: 'Nytt fylke' }).where('id', '=', countyId).execute();
    expect(await nameIn(tx, countyId)).toEqual({ name: 'Nytt fylke' });
    expect(await nameIn(db(), countyId)).toEqual({ name: 'Prøvefylke' });
    throw new Error('not after all');
  });
  await expect(failed).rejects.toThrow('not after all');
  expect(await nameIn(db(), countyId)).toEqual({ name: 'Prøvefylke' });
});

it('ten transactions at once each hold a connection of their own', async () => {
  const ids = await Promise.all(
    Array.from({ length: 10 }, () =>
      transaction(async (tx) => {
        const mine = () => sql<{ id: number }>`SELECT pg_backend_pid() AS id, pg_sleep(0.05)::text`.execute(tx);
        const [first, second] = [await mine(), await mine()];
        expect(first.rows).toEqual(second.rows);
        return first.rows[0]?.id;
      }),
    ),
  );
  expect(new Set(ids).size).toBe(10);
});

describe('no statement runs outside its transaction', () => {
  const rename = (tx: Tx) => tx.updateTable('County').set({ name: 'For sent' }).execute();
  const unchanged = async () => {
    expect(await nameIn(db(), world.countyId)).toEqual({ name: 'Prøvefylke' });
  };

  it('when the transaction has lasted too long: it is rolled back while its work still goes on', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const slow = transaction(
      async (tx) => {
        await rename(tx);
        late = pause(300).then(() => rename(tx));
        await late;
      },
      1,
      100,
    );
    await expect(slow).rejects.toThrow('lasted too long');
    await unchanged();
    await expect(late).rejects.toThrow('rolled back');
    await unchanged();
  });

  it('when it is sent as the transaction is being rolled back', async () => {
    let late: Promise<string> = Promise.resolve('');
    const failed = transaction((tx) => {
      const thrown = Promise.reject(new Error('not after all'));
      late = thrown
        .catch(async () => {
          for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
          return rename(tx);
        })
        .then(() => 'sent', String);
      return thrown;
    });
    await expect(failed).rejects.toThrow('not after all');
    expect(await late).toContain('after its transaction was over');
    await unchanged();
  });

  it('when the transaction has ended, well or not', async () => {
    const kept: Tx[] = [];
    await transaction((tx) => Promise.resolve(kept.push(tx)));
    await transaction((tx) => Promise.reject(new Error(`No. ${String(kept.push(tx))}`))).catch(() => undefined);
    expect(kept).toHaveLength(2);
    for (const tx of kept) await expect(rename(tx)).rejects.toThrow('already');
    await unchanged();
  });
});

it('a transaction that hides what went wrong in it is not taken for done', async () => {
  const hidden = transaction(async (tx) => {
    await sql`SELECT 1 / 0`.execute(tx).catch(() => undefined);
  });
  await expect(hidden).rejects.toThrow('one of its statements had failed');
});

it('is tried again when PostgreSQL asks for it, three times at most', async () => {
  let tries = 0;
  const asked = (times: number) =>
    transaction(async (tx) => {
      tries += 1;
      if (tries <= times)
        await sql.raw(`DO $$ BEGIN RAISE EXCEPTION 'once more' USING ERRCODE = '40001'; END $$`).execute(tx);
      return tries;
    });
  expect(await asked(2)).toBe(3);
  tries = 0;
  await expect(asked(3)).rejects.toThrow('once more');
  expect(tries).toBe(3);
});

it('a connection that is lost in a transaction is not used again, and the next goes on', async () => {
  const lost = transaction((tx) => sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(tx));
  await expect(lost).rejects.toThrow();
  expect(await nameIn(db(), world.countyId)).toEqual({ name: 'Prøvefylke' });
});

it('a statement waits ten seconds for another’s lock, and runs for twenty, without compiling', async () => {
  const { rows } = await transaction((tx) =>
    sql`SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement, current_setting('jit') AS jit, current_setting('transaction_isolation') AS level`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([{ lock: '10s', statement: '20s', jit: 'off', level: 'read committed' }]);
});

it('sums and counts come as numbers, a day as it is written, and what no number can hold is refused', async () => {
  const id = await makeBehovsmelding(world, { state: 'draft' });
  const amount = 2_000_000_000;
  const line = { behovsmeldingId: id, budgetYear: 2029, amount };
  await db()
    .insertInto('BehovsmeldingLine')
    .values([
      { id: newId(), ...line, side: 'network', receiverId: world.owner.id },
      { id: newId(), ...line, side: 'uh', receiverId: world.uh.id },
    ])
    .execute();
  const asked = await db()
    .selectFrom('BehovsmeldingLine')
    .where('behovsmeldingId', '=', id)
    .where('budgetYear', '=', 2029)
    .select(({ fn }) => [fn.sum<number>('amount').as('sum'), fn.countAll<number>().as('lines')])
    .executeTakeFirstOrThrow();
  expect(asked).toEqual({ sum: 4_000_000_000, lines: 2 });
  const stored = db().selectFrom('Behovsmelding').where('id', '=', id);
  const { askedUh } = await stored.select('askedUh').executeTakeFirstOrThrow();
  expect(askedUh).toBe(300_000);
  expect(await stored.select(({ fn }) => fn.sum<number>('askedUh').as('sum')).executeTakeFirst()).toEqual({
    sum: askedUh,
  });
  const values = db().selectNoFrom([
    onDay(day('2027-02-01')).as('day'),
    sql<string[]>`${['a', 'b']}::text[]`.as('list'),
  ]);
  expect(await values.executeTakeFirst()).toEqual({ day: '2027-02-01', list: ['a', 'b'] });
  const large = db().selectNoFrom(sql<number>`9007199254740993::int8`.as('large'));
  await expect(large.execute()).rejects.toThrow('too large');
});

it('a list inside a row has its days as days, and its instants as text until they are read', async () => {
  const { regionId, owner, other } = world;
  const row = await db()
    .selectFrom('Region as g')
    .where('g.id', '=', regionId)
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('RegionMembership as m')
          .whereRef('m.regionId', '=', 'g.id')
          .select(['m.organisationId', 'm.from', 'm.to'])
          .orderBy('m.organisationId'),
      ).as('members'),
      jsonArrayFrom(
        eb
          .selectFrom('Deadline as d')
          .where('d.roundId', '=', world.roundId)
          .where('d.kind', '=', 'need')
          .select(['d.lastDay', 'd.movedAt']),
      ).as('needLastDays'),
      arrayOf(
        eb
          .selectFrom('Organisation')
          .where('id', '=', any([owner.id, other.id]))
          .select('id')
          .orderBy('id'),
      ).as('ids'),
      countOf(eb.selectFrom('RegionMembership as m').whereRef('m.regionId', '=', 'g.id')).as('count'),
    ])
    .executeTakeFirstOrThrow();
  const ids = [owner.id, other.id].sort();
  expect(row).toMatchObject({ ids, count: 2 });
  expect(row.members).toEqual(ids.map((organisationId) => ({ organisationId, from: '2020-01-01', to: null })));
  expectTypeOf(row.members).items.toHaveProperty('from').toEqualTypeOf<Day>();
  const [need] = withInstants(row.needLastDays, 'movedAt');
  expect(need).toEqual({ lastDay: '2027-02-01', movedAt: expect.any(Date) as Date });
  // @ts-expect-error: a day is no instant, and is never read as one.
  expect(withInstants(row.needLastDays, 'lastDay')).toHaveLength(1);
});

it('a statement is kept prepared from the second time it is sent', async () => {
  const text = 'SELECT 1 AS "only-here"';
  expect([nameOf(text), nameOf(text)]).toEqual(['', expect.stringMatching(/^portal_[\w-]{43}$/)]);
  const sent = (tx: Tx) => tx.selectFrom('Theme').where('name', '=', 'kept').select('id').execute();
  const kept = await transaction(async (tx) => {
    for (let time = 0; time < 3; time++) await sent(tx);
    return sql`SELECT name FROM pg_prepared_statements WHERE statement LIKE '%from "Theme"%'`.execute(tx);
  });
  expect(kept.rows).toHaveLength(1);
});

it('copies of the file, loaded by pages and by actions, never give one name to two statements', async () => {
  const named = async (...texts: string[]): Promise<string[]> => {
    vi.resetModules();
    const copy = await import('#lib/db/builder');
    return texts.map((text) => copy.nameOf(text) || copy.nameOf(text));
  };
  const [a, b] = await named('SELECT 1', 'SELECT 2');
  expect(await named('SELECT 2', 'SELECT 1')).toEqual([b, a]);
  expect(a).not.toBe(b);
});

it('ids are UUIDs of version 7 and sort as they were made', () => {
  const ids = Array.from({ length: 10_000 }, newId);
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual(
    [],
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

it('sorts ids as they were made, also where Norwegian sorts otherwise', async () => {
  const ids = ['01abaa00', '01abab00', '01abac00'];
  const theme = { countyId: world.countyId, from: day('2020-01-01') };
  await db()
    .insertInto('Theme')
    .values(ids.map((id) => ({ ...theme, id, name: `Tema ${id}` })))
    .execute();
  const themes = db().selectFrom('Theme').where('id', '=', any(ids)).select('id');
  expect((await themes.orderBy('id', asMade).execute()).map(({ id }) => id)).toEqual(ids);
});
