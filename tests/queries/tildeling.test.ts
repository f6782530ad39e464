import { beforeAll, describe, expect, it } from 'vitest';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { approveRound, returnTildeling } from '#lib/commands/tildeling/tildeling';
import { models } from '#prisma/models';
import { approvalPage, workbench } from '#lib/queries/tildeling';
import { roundPage } from '#lib/queries/round';
import { letterPage, tildelinger, tildelingPage } from '#lib/queries/tildeling';
import { row, twoBehovsmeldinger } from '#tests/support/recommended';
import { makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let id: string;
const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });

beforeAll(async () => {
  world = await makeWorld();
  const [first, second] = await twoBehovsmeldinger(world);
  await allocateRound(
    { id: world.roundId, rows: { [first]: row(200_000, 300_000), [second]: row(0, 0, 'Ikke prioritert') } },
    as('caseworker'),
  );
  await proposeRound({ id: world.roundId }, as('caseworker'));
  id = (await models().tildeling.findFirstOrThrow({ where: { behovsmeldingId: first } })).id;
  await returnTildeling({ id, comment: 'Se på summen en gang til.' }, as('approver'));
});

describe('amounts that are not decided', () => {
  it.each(['caseworker', 'approver'] as const)('are read by the %s', async (who) => {
    expect(await workbench({ id: world.roundId }, as(who))).not.toBeNull();
    expect(await tildelingPage({ id }, as(who))).not.toBeNull();
  });

  it.each(['auditor', 'skoleeier', 'coordinator', 'uh', 'secretariat', 'member', 'stranger'] as const)(
    'are shown to %s nowhere',
    async (who) => {
      for (const page of [workbench, approvalPage]) expect(await page({ id: world.roundId }, as(who))).toBeNull();
      for (const page of [tildelingPage, letterPage]) expect(await page({ id }, as(who))).toBeNull();
      expect((await tildelinger({}, as(who)))?.rows).toEqual([]);
    },
  );

  it('do not stand in the round’s history for the forum', async () => {
    const actions = async (who: keyof World['actors']) =>
      (await roundPage({ id: world.roundId }, as(who)))?.history.map(({ action }) => action);
    expect(await actions('caseworker')).toContain('round.allocate');
    expect(await actions('member')).toEqual([]);
  });
});

describe('a decided tildeling', () => {
  it('shows how it came about to those who worked on it, and to others only that it was approved', async () => {
    await proposeRound({ id: world.roundId }, as('caseworker'));
    expect((await approveRound({ id: world.roundId }, as('approver'))).kind).toBe('done');
    const actions = async (who: keyof World['actors']) =>
      (await tildelingPage({ id }, as(who)))?.history.map(({ action }) => action);
    expect(await actions('caseworker')).toContain('tildeling.return');
    for (const who of ['skoleeier', 'otherOwner', 'uh', 'member', 'stranger'] as const)
      expect(await actions(who)).toEqual(['tildeling.approve']);
  });
});
