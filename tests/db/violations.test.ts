import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/db/client';
import { constraintOf } from '#lib/db/constraints';
import { violated } from '#tests/support/refused';
import { makeBehovsmelding, makeWorld, type World } from '#tests/support/world';
import { testDatabase } from '#tests/support/database';

let world: World;
beforeAll(async () => {
  await testDatabase();
  world = await makeWorld();
});

describe('the name of what the database refuses is found however it was asked', () => {
  it('a check constraint through the client', async () => {
    expect(await violated(db().round.update({ where: { id: world.roundId }, data: { reserve: -1 } }))).toBe(
      'round_budget_not_negative',
    );
  });
  it('a trigger of ours through raw SQL', async () => {
    expect(await violated(db().$executeRaw`UPDATE "RuleSet" SET "egenandelPercent" = 20`)).toBe(
      'rule_set_used_unchangeable',
    );
  });
  it('a trigger of ours through the client, inside a transaction', async () => {
    const need = await makeBehovsmelding(world, { state: 'recommended' });
    const over = db().$transaction((tx) =>
      tx.tildeling.create({
        data: {
          roundId: world.roundId,
          behovsmeldingId: need,
          lines: { create: [{ side: 'uh', receiverId: world.uh.id, budgetYear: 2027, amount: 1_000_001 }] },
        },
      }),
    );
    expect(await violated(over)).toBe('round_within_budget');
  });
  it('a unique index through the client', async () => {
    const need = await makeBehovsmelding(world, { state: 'recommended' });
    await db().tildeling.create({ data: { roundId: world.roundId, behovsmeldingId: need } });
    expect(await violated(db().tildeling.create({ data: { roundId: world.roundId, behovsmeldingId: need } }))).toBe(
      'tildeling_one_in_force',
    );
  });
  it('and an ordinary error has none', () => {
    expect(constraintOf(new Error('round_within_budget: said by somebody else'))).toBeNull();
  });
});
