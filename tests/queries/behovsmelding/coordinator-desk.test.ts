import { beforeAll, describe, expect, it } from 'vitest';
import { confirmForOwner } from '#lib/commands/behovsmelding/send';
import { createBehovsmelding } from '#lib/commands/behovsmelding/write';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { restate } from '#lib/db/behovsmelding/status';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { missingIn } from '#lib/domain/behovsmelding/missing';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { coordinatorDesk } from '#lib/queries/behovsmelding/list';
import { makeBehovsmelding, makeWorld, NOW, TOO_LATE, type World } from '#tests/support/world';

let world: World;
let draft: string;
beforeAll(async () => {
  world = await makeWorld();
  // 30 % of 500 000 kr is 150 000 kr; 100 000 kr is planned, 50 000 kr is missing.
  draft = await makeBehovsmelding(world, { title: 'Kladden', egenandel: 100_000 });
  await models().delegation.create({
    data: {
      organisationId: world.other.id,
      regionId: world.regionId,
      covers: ['needs'],
      from: new Date('2026-01-01'),
      to: new Date('2027-02-15'),
    },
  });
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const desk = async (now = NOW, input: object = {}) =>
  (await coordinatorDesk(input, as('coordinator', now)))?.shown.map((owner) => ({
    name: owner.name,
    needs: owner.needs.map(({ title }) => title),
    idle: owner.idle.length,
  })) ?? null;

describe('a coordinator’s desk', () => {
  it('has each owner that has handed its needs over, and the open round it has begun nothing in', async () => {
    expect(await desk()).toEqual([
      { name: 'Bodø', needs: [], idle: 1 },
      { name: 'Fauske', needs: ['Kladden'], idle: 0 },
    ]);
    expect(await desk(NOW, { eier: world.owner.id })).toEqual([{ name: 'Fauske', needs: ['Kladden'], idle: 0 }]);
    for (const eier of ['no-such', world.uh.id, ['a'], "x'"]) expect(await desk(NOW, { eier })).toHaveLength(2);
    expect(await desk(TOO_LATE)).toMatchObject([{ name: 'Bodø', idle: 0 }, { name: 'Fauske' }]);
  });

  it('begins a need for one of them, which then is there', async () => {
    expect(
      (await createBehovsmelding({ ownerId: world.other.id, roundId: world.roundId }, as('coordinator'))).kind,
    ).toBe('done');
    expect((await desk())?.[0]).toEqual({ name: 'Bodø', needs: [''], idle: 0 });
  });

  it('counts what is missing as the need’s own page does, with the kroner and what the UH has answered', async () => {
    await models().behovsmelding.update({ where: { id: draft }, data: { goals: '', need: '' } });
    await restate(db(), [draft]);
    const need = (await readBehovsmelding({ id: draft }, as('coordinator')))?.need;
    const shown = (await coordinatorDesk({}, as('coordinator')))?.owners.find(({ name }) => name === 'Fauske')
      ?.needs[0];
    if (need === undefined) throw new Error('unread');
    expect(missingIn(need, need.rules).length).toBeGreaterThan(1);
    expect(shown).toMatchObject({
      missing: missingIn(need, need.rules).length,
      egenandel: 'short',
      egenandelMissing: 50_000,
      uh: [{ name: 'Nord universitet', answer: 'waiting' }],
      owner: null,
    });
  });

  it('shows when an owner has not confirmed what was sent for it, and when it has', async () => {
    const id = await makeBehovsmelding(world, { title: 'Sendt' });
    await submitBehovsmelding({ id }, as('coordinator'));
    const answer = async () =>
      (await coordinatorDesk({}, as('coordinator')))?.owners.flatMap(({ needs }) => needs).find((one) => one.id === id)
        ?.owner;
    expect(await answer()).toBe('waiting');
    await confirmForOwner({ id }, as('leader'));
    expect(await answer()).toBe('confirmed');
  });

  it('loses an owner the day its delegation ends, and is nobody’s who has no office', async () => {
    expect((await desk(new Date('2027-02-15T08:00:00Z')))?.map(({ name }) => name)).toEqual(['Fauske']);
    for (const who of ['skoleeier', 'leader', 'uh', 'caseworker', 'member', 'stranger'] as const)
      expect(await coordinatorDesk({}, as(who))).toBeNull();
  });
});
