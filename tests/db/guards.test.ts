import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '#prisma/models';
import { refusedBy, violated } from '#tests/support/refused';
import { askIn, makeBehovsmelding, makeWorld, type World } from '#tests/support/world';

/** The whole numbers that are no kroner, by name; every other one is held to be kroner and may not be negative. */
const NO_KRONER = new Set([
  'year',
  'years',
  'maxYears',
  'budgetYear',
  'number',
  'version',
  'revision',
  'position',
  'priority',
  'id',
  'hours',
  'publicUnits',
  'privateUnits',
  'size',
  'month',
  'day',
  'yearOffset',
  'egenandelPercent',
  'splitNetwork',
  'splitUh',
  'uhPercent',
]);

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

interface Column {
  table: string;
  column: string;
}
const columns = (where: string): Promise<Column[]> =>
  models().$queryRawUnsafe(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns WHERE table_schema = 'public' AND table_name IN (SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE') AND ${where} ORDER BY 1, ordinal_position`,
  );

describe('every column of kroner', () => {
  it('is known to the schema, and refuses less than nothing', async () => {
    const kroner = (await columns(`data_type IN ('integer', 'bigint') AND table_name NOT LIKE '\\_%'`)).filter(
      ({ column }) => !NO_KRONER.has(column),
    );
    const open: string[] = [];
    for (const { table, column } of kroner) {
      const name = await refusedBy(table, { [column]: -1 }, '_(not_negative|in_range)$');
      if (!/^[a-z_]+_(not_negative|in_range)$/.test(name)) open.push(`${table}.${column}: ${name}`);
    }
    expect(open).toEqual([]);
    expect(kroner.length).toBeGreaterThan(20);
  });
});

describe('every closed list of states', () => {
  it('refuses a state that is not in it', async () => {
    for (const { table } of await columns(`column_name = 'state'`)) {
      expect([table, await refusedBy(table, { state: 'noe-annet' }, '_state_listed$')]).toEqual([
        table,
        expect.stringMatching(/_state_listed$/),
      ]);
    }
  });
});

describe('what a rule set and an organisation must be', () => {
  it('the two parts of a key are 100 together: 40 + 59 are not', async () => {
    expect(await refusedBy('RuleSet', { splitNetwork: 40, splitUh: 59 }, '_key_')).toBe('rule_set_key_sums_to_100');
    expect(await refusedBy('RuleSet', { splitNetwork: 101, splitUh: -1 }, '_key_')).toBe('rule_set_key_sums_to_100');
    expect(await refusedBy('RuleSet', { splitNetwork: 40, splitUh: 60 }, '_key_')).toBe('nothing');
  });

  it('an organisation number has nine digits and ends as modulus 11 says', async () => {
    // Fauske is 972418021; its last digit is the control digit.
    for (const orgnr of ['972418022', '97241802', '9724180210', 'abcdefghi'])
      expect([orgnr, await refusedBy('Organisation', { orgnr }, '_mod11$')]).toEqual([
        orgnr,
        'organisation_orgnr_mod11',
      ]);
    expect(await refusedBy('Organisation', { orgnr: '972418021' }, '_mod11$')).toBe('nothing');
  });
});

describe('who may be what', () => {
  it('a leader leads an organisation, and nobody holds the role of contributor but by being asked to a behovsmelding', async () => {
    const { userId } = world.actors.stranger;
    expect(await refusedBy('RoleGrant', { role: 'contributor', userId }, '^role_listed$')).toBe('role_listed');
    expect(await refusedBy('RoleGrant', { role: 'leader', countyId: world.countyId }, '^role_has_its_scope$')).toBe(
      'role_has_its_scope',
    );
    expect(
      await refusedBy(
        'RoleGrant',
        { role: 'leader', countyId: world.countyId, organisationId: world.owner.id },
        '^role_',
      ),
    ).toBe('nothing');
  });

  it('a person is asked to a behovsmelding once at a time', async () => {
    const need = await makeBehovsmelding(world);
    await askIn(world, need, 'comment');
    expect(await violated(askIn(world, need, 'write'))).toBe('contributor_once');
  });
});

describe('two connections at once', () => {
  it('cannot bring a round over its budget together: 600 000 + 600 000 of 1 000 000', async () => {
    const tildelinger = await Promise.all(
      [1, 2].map(
        async () =>
          (
            await models().tildeling.create({
              data: {
                roundId: world.roundId,
                behovsmeldingId: await makeBehovsmelding(world, { state: 'recommended' }),
              },
            })
          ).id,
      ),
    );
    const insert = async (tildelingId: string) => {
      const client = new pg.Client(process.env.DATABASE_URL);
      await client.connect();
      try {
        await client.query('BEGIN');
        await client.query(
          `INSERT INTO "TildelingLine" (id, "tildelingId", side, "budgetYear", amount) VALUES ($1, $1, 'uh', 2027, 600000)`,
          [tildelingId],
        );
        await client.query('COMMIT');
      } finally {
        await client.end();
      }
    };
    const names = await Promise.all(tildelinger.map((id) => violated(insert(id))));
    expect(names.sort()).toEqual(['nothing', 'round_within_budget']);
  });
});
