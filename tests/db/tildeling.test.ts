import { beforeAll, describe, expect, it } from 'vitest';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { approveTildeling } from '#lib/commands/tildeling/tildeling';
import { models } from '#prisma/models';
import { violated } from '#tests/support/refused';
import { freshWorld, row, twoBehovsmeldinger } from '#tests/support/recommended';
import { NOW, type World } from '#tests/support/world';

let world: World;
let decided: string;
let proposed: string;
let needs: [string, string];

// One tildeling is approved, the other proposed.
beforeAll(async () => {
  world = await freshWorld();
  needs = await twoBehovsmeldinger(world);
  const { caseworker, approver } = world.actors;
  await allocateRound(
    { id: world.roundId, rows: { [needs[0]]: row(200_000, 300_000), [needs[1]]: row(160_000, 240_000, 'Mindre') } },
    { actor: caseworker, now: NOW },
  );
  await proposeRound({ id: world.roundId }, { actor: caseworker, now: NOW });
  const all = await models().tildeling.findMany({ orderBy: { behovsmelding: { number: 'asc' } } });
  [decided, proposed] = [all[0]?.id ?? '', all[1]?.id ?? ''];
  expect(await approveTildeling({ id: decided }, { actor: approver, now: NOW })).toMatchObject({ kind: 'done' });
});

describe('the database is the last guard of the money', () => {
  it('no line is negative', async () => {
    expect(
      await violated(models().$executeRaw`UPDATE "TildelingLine" SET amount = -1 WHERE "tildelingId" = ${proposed}`),
    ).toBe('tildeling_line_not_negative');
    expect(
      await violated(models().$executeRaw`UPDATE "Tildeling" SET "requiredEgenandel" = -1 WHERE id = ${proposed}`),
    ).toBe('tildeling_egenandel_not_negative');
  });

  it('no line brings the round over its budget: 500 000 + 2 × 250 001', async () => {
    expect(
      await violated(
        models().$executeRaw`UPDATE "TildelingLine" SET amount = 250001 WHERE "tildelingId" = ${proposed}`,
      ),
    ).toBe('round_within_budget');
    expect(await violated(models().$executeRaw`UPDATE "Round" SET budget = 899999`)).toBe('round_within_budget');
    expect(await violated(models().$executeRaw`UPDATE "Round" SET reserve = 100001`)).toBe('round_within_budget');
  });

  it('no need has two tildelinger in force', async () => {
    expect(
      await violated(
        models()
          .$executeRaw`INSERT INTO "Tildeling" (id, "roundId", "behovsmeldingId") VALUES ('to', ${world.roundId}, ${needs[0]})`,
      ),
    ).toBe('tildeling_one_in_force');
  });
});

describe('the database is the last guard of the decision', () => {
  it('nobody approves what they proposed', async () => {
    expect(
      await violated(
        models()
          .$executeRaw`UPDATE "Tildeling" SET state = 'approved', "approvedById" = "proposedById" WHERE id = ${proposed}`,
      ),
    ).toBe('tildeling_decided_by_another');
    expect(await violated(models().$executeRaw`UPDATE "Tildeling" SET state = 'approved' WHERE id = ${proposed}`)).toBe(
      'tildeling_decided_by_another',
    );
  });

  it('what is approved is never edited, taken back or removed, nor its lines', async () => {
    const stays = 'tildeling_decided_unchangeable';
    expect(await violated(models().$executeRaw`UPDATE "Tildeling" SET reason = 'ny' WHERE id = ${decided}`)).toBe(
      stays,
    );
    expect(await violated(models().$executeRaw`UPDATE "Tildeling" SET state = 'draft' WHERE id = ${decided}`)).toBe(
      stays,
    );
    expect(await violated(models().$executeRaw`DELETE FROM "Tildeling" WHERE id = ${decided}`)).toBe(stays);
    expect(
      await violated(models().$executeRaw`UPDATE "TildelingLine" SET amount = 1 WHERE "tildelingId" = ${decided}`),
    ).toBe(stays);
    expect(
      await violated(
        models()
          .$executeRaw`INSERT INTO "TildelingLine" (id, "tildelingId", side, "budgetYear", amount) VALUES ('ny', ${decided}, 'uh', 2027, 1)`,
      ),
    ).toBe(stays);
    expect(await violated(models().$executeRaw`DELETE FROM "TildelingLine" WHERE "tildelingId" = ${decided}`)).toBe(
      stays,
    );
    expect(
      await violated(
        models().$executeRaw`UPDATE "TildelingLine" SET "tildelingId" = ${decided} WHERE "tildelingId" = ${proposed}`,
      ),
    ).toBe(stays);
  });

  it('a reference never changes', async () => {
    expect(await violated(models().$executeRaw`UPDATE "Tiltak" SET reference = 'PF-2027-0099'`)).toBe(
      'tiltak_reference_unchangeable',
    );
    expect(await violated(models().$executeRaw`UPDATE "Tiltak" SET number = 99`)).toBe('tiltak_reference_unchangeable');
  });

  it('a used rule set never changes, and a round keeps the one it has', async () => {
    expect(await violated(models().$executeRaw`UPDATE "RuleSet" SET "splitUh" = 50, "splitNetwork" = 50`)).toBe(
      'rule_set_used_unchangeable',
    );
    expect(await violated(models().$executeRaw`DELETE FROM "RuleSet"`)).toBe('rule_set_used_unchangeable');
    expect(await violated(models().$executeRaw`UPDATE "Round" SET "ruleSetId" = 'en annen'`)).toBe(
      'round_keeps_rule_set',
    );
  });

  it('the log only grows', async () => {
    expect(await violated(models().$executeRaw`UPDATE "AuditEntry" SET "actorName" = 'Ingen'`)).toBe(
      'audit_only_grows',
    );
    expect(await violated(models().$executeRaw`DELETE FROM "AuditEntry"`)).toBe('audit_only_grows');
    expect(await violated(models().$executeRaw`TRUNCATE "AuditEntry"`)).toBe('audit_only_grows');
  });
});
