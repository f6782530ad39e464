import { beforeAll, expect, it } from 'vitest';
import { models } from '#prisma/models';
import { PUBLIC } from '#lib/domain/policy/may';
import { readRegister, readRegisterPlaces, readRegisterTiltak } from '#lib/queries/register';
import { makeGranted } from '#tests/support/granted';
import { makeWorld, NOW, type World } from '#tests/support/world';

const ANYONE = { actor: PUBLIC, now: NOW };
let world: World;
let tiltakId: string;
const read = () => readRegister({ county: world.countyId, year: '2027', search: '' }, ANYONE);

beforeAll(async () => {
  world = await makeWorld();
  const pool = await models().regionPool.create({
    data: { roundId: world.roundId, regionId: world.regionId, kind: 'uh-grant', amount: 500_000 },
  });
  const granted = await makeGranted(world, pool.id);
  ({ tiltakId } = granted);
  // What the tiltak was granted at first, by a decision that another has taken the place of since.
  const replaced = await models().tildeling.create({
    data: {
      roundId: world.roundId,
      behovsmeldingId: granted.needId,
      tiltakId,
      inForce: false,
      lines: {
        create: [
          { side: 'network', receiverId: world.owner.id, budgetYear: 2027, amount: 7_000 },
          { side: 'uh', receiverId: world.uh.id, budgetYear: 2028, amount: 9_000, poolId: pool.id },
        ],
      },
    },
  });
  await models().tildeling.update({
    where: { id: replaced.id },
    data: { state: 'approved', proposedById: 'a', approvedById: 'b', approvedAt: new Date('2027-01-10') },
  });
});

it('the register counts what is in force alone: 100 000 kr and 150 000 kr, not 7 000 and 9 000 more', async () => {
  const register = await read();
  expect(register?.sums).toMatchObject({ network: 100_000, uh: 150_000, total: 250_000, later: 150_000, tiltak: 1 });
  expect(register?.pools).toMatchObject([{ amount: 500_000, lines: 150_000 }]);
});

it('a pool has the same lines at the tiltak as in the county: 150 000 kr, not 9 000 more', async () => {
  const shown = await readRegisterTiltak({ reference: 'PF-2027-0001' }, ANYONE);
  expect(shown?.lines.map(({ pool }) => pool?.lines ?? null)).toEqual([null, 150_000]);
});

it('a tiltak shows the lines and the decision that are in force', async () => {
  const shown = await readRegisterTiltak({ reference: 'PF-2027-0001' }, ANYONE);
  expect(shown?.tildelinger).toHaveLength(1);
  expect(shown?.lines.map(({ amount }) => amount)).toEqual([100_000, 150_000]);
});

it('a tiltak with nothing in force is in no place, no list and at no address', async () => {
  const other = await models().round.create({
    data: {
      countyId: world.countyId,
      forumId: world.forumId,
      programme: 'DEKOMP',
      year: 2026,
      ruleSetId: world.ruleSetId,
      budget: 1,
    },
  });
  const { id } = await models().tiltak.create({
    data: {
      reference: 'PF-2026-0001',
      countyId: world.countyId,
      year: 2026,
      number: 1,
      roundId: other.id,
      title: 'Opphevet',
      leadId: world.owner.id,
      leadName: 'Fauske',
    },
  });
  await models().tildeling.create({
    data: {
      roundId: other.id,
      tiltakId: id,
      inForce: false,
      state: 'approved',
      proposedById: 'a',
      approvedById: 'b',
      approvedAt: NOW,
    },
  });
  expect((await readRegisterPlaces({}, ANYONE))?.map(({ year }) => year)).toEqual([2027]);
  expect(await readRegister({ county: world.countyId, year: '2026', search: '' }, ANYONE)).toBeNull();
  expect(await readRegisterTiltak({ reference: 'PF-2026-0001' }, ANYONE)).toBeNull();
});
