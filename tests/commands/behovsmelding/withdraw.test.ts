import { beforeEach, describe, expect, it } from 'vitest';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { askForApproval } from '#lib/commands/behovsmelding/send';
import { withdrawBehovsmelding } from '#lib/commands/behovsmelding/write';
import { returnRound } from '#lib/commands/tildeling/tildeling';
import { approveRound, approveTildeling, returnTildeling } from '#lib/commands/tildeling/tildeling';
import { models } from '#prisma/models';
import { roundAfterWithdrawal } from '#lib/domain/behovsmelding/decide';
import { tildelingPage } from '#lib/queries/tildeling';
import { freshWorld, row, twoBehovsmeldinger } from '#tests/support/recommended';
import { makeBehovsmelding, NOW, type World } from '#tests/support/world';

let world: World;
let needs: [string, string];
let ids: [string, string];
const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const roundState = async () => (await models().round.findFirst())?.state;
const withdraw = (id: string, actor: 'skoleeier' | 'otherOwner') => withdrawBehovsmelding({ id }, by(actor));

// 500 000 kr to each of two needs: the whole budget of 1 000 000 kr, all proposed.
beforeEach(async () => {
  world = await freshWorld();
  needs = await twoBehovsmeldinger(world);
  await allocateRound(
    { id: world.roundId, rows: { [needs[0]]: row(200_000, 300_000), [needs[1]]: row(200_000, 300_000) } },
    by('caseworker'),
  );
  expect(await proposeRound({ id: world.roundId }, by('caseworker'))).toMatchObject({ kind: 'done' });
  const all = await models().tildeling.findMany({ orderBy: { behovsmelding: { number: 'asc' } } });
  ids = [all[0]?.id ?? '', all[1]?.id ?? ''];
});

describe('a recommended need that is withdrawn', () => {
  it('frees the money proposed for it: the budget may then be lowered to the other 500 000', async () => {
    await expect(models().round.update({ where: { id: world.roundId }, data: { budget: 500_000 } })).rejects.toThrow(
      'round_within_budget',
    );
    expect((await withdraw(needs[1], 'otherOwner')).kind).toBe('done');
    expect(await models().round.update({ where: { id: world.roundId }, data: { budget: 500_000 } })).toMatchObject({
      budget: 500_000,
    });
  });

  it('leaves a proposal that nobody can approve or return', async () => {
    await withdraw(needs[1], 'otherOwner');
    expect(await approveTildeling({ id: ids[1] }, by('approver'))).toEqual({ kind: 'missing' });
    expect((await tildelingPage({ id: ids[1] }, by('approver')))?.allowed).toEqual([]);
    expect(await returnTildeling({ id: ids[1], comment: 'Nei' }, by('approver'))).toEqual({ kind: 'missing' });
    expect(await approveRound({ id: world.roundId, ids: [ids[0], ids[1]] }, by('approver'))).toEqual({
      kind: 'conflict',
    });
    expect(await returnRound({ id: world.roundId, ids: [ids[0], ids[1]], comment: 'Nei' }, by('approver'))).toEqual({
      kind: 'conflict',
    });
    expect(await models().tildeling.findUnique({ where: { id: ids[1] } })).toMatchObject({
      state: 'proposed',
      inForce: false,
    });
  });

  it('was the last one waiting, so the round is approved, and the log says so', async () => {
    expect(await approveTildeling({ id: ids[0] }, by('approver'))).toMatchObject({ kind: 'done' });
    expect(await roundState()).toBe('proposed');
    await withdraw(needs[1], 'otherOwner');
    expect(await roundState()).toBe('approved');
    const entry = await models().auditEntry.findFirst({ where: { action: 'behovsmelding.withdraw' } });
    expect(entry?.details).toEqual({ title: 'Vurdering for læring', round: 'approved' });
  });

  it('leaves a round without anything proposed to be divided, not waiting for approval', async () => {
    await withdraw(needs[0], 'skoleeier');
    expect(await roundState()).toBe('proposed');
    await withdraw(needs[1], 'otherOwner');
    expect(await roundState()).toBe('recommended');
  });

  it('is withdrawn or approved, never both, when the two come at once', async () => {
    const [withdrawn, approved] = await Promise.all([
      withdraw(needs[1], 'otherOwner'),
      approveTildeling({ id: ids[1] }, by('approver')),
    ]);
    expect([withdrawn.kind, approved.kind].filter((kind) => kind === 'done')).toHaveLength(1);
    const state = (await models().behovsmelding.findUnique({ where: { id: needs[1] } }))?.state;
    expect(state).toBe(withdrawn.kind === 'done' ? 'withdrawn' : 'granted');
  });
});

describe('a returned need that waits for its leader’s approval', () => {
  it('is withdrawn all the same, and nobody is asked to approve it any more', async () => {
    const id = await makeBehovsmelding(world, { state: 'returned' });
    expect((await askForApproval({ id }, by('writer'))).kind).toBe('done');
    expect(await models().behovsmelding.findUnique({ where: { id } })).toMatchObject({
      readyAt: NOW,
      readyById: world.actors.writer.userId,
    });
    expect((await withdrawBehovsmelding({ id }, by('leader'))).kind).toBe('done');
    expect(await models().behovsmelding.findUnique({ where: { id } })).toMatchObject({
      state: 'withdrawn',
      readyAt: null,
      readyById: null,
    });
  });
});

describe('a round from which a need is withdrawn', () => {
  it('waits only for the needs that are left', () => {
    expect(roundAfterWithdrawal('recommended', { open: 0, proposed: 1, decided: 0 })).toBe('proposed');
    expect(roundAfterWithdrawal('recommended', { open: 1, proposed: 1, decided: 1 })).toBe('recommended');
    expect(roundAfterWithdrawal('recommended', { open: 0, proposed: 0, decided: 2 })).toBe('approved');
  });

  it('stays open or closed until it is recommended', () => {
    for (const state of ['open', 'closed'] as const)
      expect(roundAfterWithdrawal(state, { open: 0, proposed: 0, decided: 0 })).toBe(state);
  });
});
