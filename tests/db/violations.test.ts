import { beforeAll, describe, expect, it } from 'vitest';
import { db, transaction } from '#lib/db/client';
import { constraintOf } from '#lib/db/constraints';
import { newId } from '#lib/db/values';
import { violated } from '#tests/support/refused';
import { makeBehovsmelding, makeWorld, type World } from '#tests/support/world';
import { testDatabase } from '#tests/support/database';

let world: World;
beforeAll(async () => {
  await testDatabase();
  world = await makeWorld();
});

describe('the name of what the database refuses is found however it was asked', () => {
  it('a check constraint', async () => {
    const negative = db().updateTable('Round').set({ reserve: -1 }).where('id', '=', world.roundId).execute();
    expect(await violated(negative)).toBe('round_budget_not_negative');
  });
  it('a trigger of ours', async () => {
    expect(await violated(db().updateTable('RuleSet').set({ egenandelPercent: 20 }).execute())).toBe(
      'rule_set_used_unchangeable',
    );
  });
  it('a trigger of ours, inside a transaction', async () => {
    const need = await makeBehovsmelding(world, { state: 'recommended' });
    const over = transaction(async (tx) => {
      const id = newId();
      await tx.insertInto('Tildeling').values({ id, roundId: world.roundId, behovsmeldingId: need }).execute();
      const line = { side: 'uh', receiverId: world.uh.id, budgetYear: 2027, amount: 1_000_001 } as const;
      await tx
        .insertInto('TildelingLine')
        .values({ id: newId(), tildelingId: id, ...line })
        .execute();
    });
    expect(await violated(over)).toBe('round_within_budget');
  });
  it('a unique index', async () => {
    const behovsmeldingId = await makeBehovsmelding(world, { state: 'recommended' });
    const add = () =>
      db().insertInto('Tildeling').values({ id: newId(), roundId: world.roundId, behovsmeldingId }).execute();
    await add();
    expect(await violated(add())).toBe('tildeling_one_in_force');
  });
  it('and an ordinary error has none', () => {
    expect(constraintOf(new Error('round_within_budget: said by somebody else'))).toBeNull();
  });
});
