import { type Insertable, type Selectable, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { afterEach, beforeAll, describe, expect, expectTypeOf, it, test, vi } from 'vitest';
import { db } from '#lib/db/client';
import { dayBefore, holdsAt, holdsOn, onDay } from '#lib/db/facts/dates';
import { DAYS, type Tables } from '#lib/db/tables';
import { arrayOf, isTrue, newId } from '#lib/db/values';
import { parseDay, type Day } from '#lib/domain/day';
import { day } from '#tests/support/day';
import { makeWorld, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const columnsOfDays = async (): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND NOT a.attisdropped
      AND a.atttypid = 'date'::regtype`.execute(db());
  return rows.map(({ name }) => name).sort();
};

test('every column of days in the database is typed as one, and no other is', async () => {
  const listed = Object.entries(DAYS).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
  expect(listed.sort()).toEqual(await columnsOfDays());
});

test('a column of days takes and gives days, and no instant', () => {
  expectTypeOf<Selectable<Tables['Theme']>['from']>().toEqualTypeOf<Day>();
  expectTypeOf<Selectable<Tables['Theme']>['to']>().toEqualTypeOf<Day | null>();
  expectTypeOf<Insertable<Tables['Theme']>['from']>().toEqualTypeOf<Day>();
  expectTypeOf<Selectable<Tables['LateSending']>['openedAt']>().toEqualTypeOf<Date>();
});

// Three servers' clocks: an instant at midnight would be the day before on the first, and the day after on the last.
describe.each(['America/New_York', 'Europe/Oslo', 'Pacific/Kiritimati'])('on a server in %s', (zone) => {
  // The last day of a year, a leap day, and the days on which Oslo's clocks change.
  test.each(['2027-12-31', '2028-02-29', '2027-03-28', '2027-10-31', '1990-01-01'].map(day))(
    '%s is read as it was written',
    async (written) => {
      vi.stubEnv('TZ', zone);
      expect(new Date('2027-01-01T10:30:00Z').getDate()).toBe(zone === 'Pacific/Kiritimati' ? 2 : 1);
      const id = newId();
      const theme = { id, countyId: world.countyId, name: `Tema ${id}`, from: written };
      await db().insertInto('Theme').values(theme).execute();
      const row = await db()
        .selectFrom('Theme as t')
        .where('t.id', '=', id)
        .where('t.from', '=', onDay(written))
        .select((eb) => [
          't.from',
          't.to',
          sql<string>`${eb.ref('t.from')}::text`.as('text'),
          jsonArrayFrom(eb.selectFrom('Theme as i').whereRef('i.id', '=', 't.id').select('i.from')).as('inside'),
          arrayOf(eb.selectFrom('Theme as i').whereRef('i.id', '=', 't.id').select('i.from')).as('list'),
        ])
        .executeTakeFirst();
      expect(row).toEqual({ from: written, to: null, text: written, inside: [{ from: written }], list: [written] });
      expect(parseDay(row?.from ?? '')).toBe(written);
    },
  );
});

describe('what holds from a day until another', () => {
  const [from, to] = [onDay(day('2027-01-15')), onDay(day('2027-02-01'))];
  const ask = async (condition: ReturnType<typeof holdsOn>) =>
    (await db().selectNoFrom(isTrue(condition).as('holds')).executeTakeFirstOrThrow()).holds;

  test.each([
    ['2027-01-14', false],
    ['2027-01-15', true],
    ['2027-01-31', true],
    ['2027-02-01', false],
  ])('holds on %s: %s', async (on, holds) => {
    expect(await ask(holdsOn({ from, to }, day(on)))).toBe(holds);
  });

  // Midnight in Oslo is 23.00 UTC in winter.
  test.each([
    ['2027-01-14T22:59:59Z', false],
    ['2027-01-14T23:30:00Z', true],
    ['2027-01-31T22:59:59Z', true],
    ['2027-01-31T23:30:00Z', false],
  ])('turns with the day in Oslo, at %s it holds: %s', async (at, holds) => {
    expect(await ask(holdsAt({ from, to }, new Date(at)))).toBe(holds);
  });

  it('has its last day the day before', async () => {
    const { last } = await db().selectNoFrom(dayBefore(to).as('last')).executeTakeFirstOrThrow();
    expect(last).toBe('2027-01-31');
  });
});
