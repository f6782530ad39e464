import { beforeEach, describe, expect, it } from 'vitest';
import { returnRound, approveTildeling } from '#lib/commands/tildeling/tildeling';
import { models } from '#prisma/models';
import { freshWorld, proposeBoth, twoBehovsmeldinger } from '#tests/support/recommended';
import { NOW, type World } from '#tests/support/world';

let world: World;
let needs: [string, string];
beforeEach(async () => {
  world = await freshWorld();
  needs = await twoBehovsmeldinger(world);
});

const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const stored = () => models().tildeling.findMany({ orderBy: { behovsmelding: { number: 'asc' } } });
const roundState = async () => (await models().round.findFirst())?.state;

describe('returning a round', () => {
  const comment = 'Se på UH-delen';

  it('sends every proposal back with the comment and logs each, and the round is to be divided again', async () => {
    const [first, second] = await proposeBoth(world, needs);
    expect(await returnRound({ id: world.roundId, comment: ' ' }, by('approver'))).toEqual({
      kind: 'invalid',
      errors: { comment: 'required' },
    });
    expect(await returnRound({ id: world.roundId, comment }, by('approver'))).toEqual({
      kind: 'done',
      value: { id: world.roundId },
    });
    expect(
      (await stored()).map(({ state, returnComment, proposedById }) => [state, returnComment, proposedById]),
    ).toEqual([
      ['draft', comment, null],
      ['draft', comment, null],
    ]);
    expect(await roundState()).toBe('recommended');
    const log = await models().auditEntry.findMany({
      where: { action: { in: ['round.return', 'tildeling.return'] } },
      orderBy: { id: 'asc' },
    });
    expect(log.map(({ action, subjectId, details }) => [action, subjectId, details])).toEqual([
      ['round.return', world.roundId, { count: 2, comment }],
      ['tildeling.return', first, { title: 'Tidlig innsats', comment }],
      ['tildeling.return', second, { title: 'Vurdering for læring', comment }],
    ]);
    expect(await returnRound({ id: world.roundId, comment }, by('approver'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'nothing-to-return' }],
    });
  });

  it('sends all or nothing back: with one that is approved meanwhile, none', async () => {
    const [first, second] = await proposeBoth(world, needs);
    expect(await approveTildeling({ id: second }, by('approver'))).toMatchObject({ kind: 'done' });
    expect(await returnRound({ id: world.roundId, ids: [first, second], comment }, by('approver'))).toEqual({
      kind: 'conflict',
    });
    expect((await stored()).map(({ state }) => state)).toEqual(['proposed', 'approved']);
    expect(await returnRound({ id: world.roundId, ids: first, comment }, by('approver'))).toMatchObject({
      kind: 'done',
    });
    expect((await stored()).map(({ state }) => state)).toEqual(['draft', 'approved']);
  });

  it('is for the county’s approver, and not for whoever proposed', async () => {
    await proposeBoth(world, needs);
    const { caseworker, approver } = world.actors;
    const doubled = { actor: { ...caseworker, grants: [...caseworker.grants, ...approver.grants] }, now: NOW };
    expect(await returnRound({ id: world.roundId, comment }, doubled)).toEqual({ kind: 'forbidden' });
    for (const actor of ['caseworker', 'caseworker2', 'skoleeier', 'secretariat', 'auditor', 'stranger'] as const) {
      expect(await returnRound({ id: world.roundId, comment }, by(actor))).toEqual({ kind: 'forbidden' });
    }
    expect((await stored()).map(({ state }) => state)).toEqual(['proposed', 'proposed']);
  });
});
