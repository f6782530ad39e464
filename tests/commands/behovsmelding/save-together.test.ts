import { beforeAll, describe, expect, it } from 'vitest';
import { confirmBehovsmelding } from '#lib/commands/behovsmelding/partners';
import { saveBehovsmelding } from '#lib/commands/behovsmelding/write';
import { models } from '#prisma/models';
import { change, done, told } from '#tests/support/saving';
import { makeBehovsmelding, makeWorld, NOW, TOO_LATE, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const save = (
  id: string,
  typed: Record<string, string | string[]>,
  began: Record<string, string | string[]> = {},
  by = as('skoleeier'),
) => saveBehovsmelding(change(id, typed, began), by);
const read = (id: string) =>
  models().behovsmelding.findUniqueOrThrow({
    where: { id },
    include: { lines: true, egenandelLines: { orderBy: { position: 'asc' } }, uh: true },
  });

describe('who saves a draft, and when', () => {
  it('keeps what two wrote at once in different fields', async () => {
    const id = await makeBehovsmelding(world);
    const both = await Promise.all([
      save(id, { goals: 'Mitt' }, { goals: 'Flere leser godt.' }),
      save(id, { need: 'Ditt' }, { need: 'Elevene strever med lesing.' }, as('coordinator')),
    ]);
    expect(both).toMatchObject([done, done]);
    expect(await read(id)).toMatchObject({ goals: 'Mitt', need: 'Ditt', version: 3 });
  });

  it('tells the second of two who wrote at once in the same field what the first wrote, and keeps the rest of the second', async () => {
    const id = await makeBehovsmelding(world, { title: '' });
    const answers = await Promise.all([
      save(id, { title: 'Min', evidence: 'Min' }, { evidence: 'Ståstedsanalysen 2026.' }),
      save(id, { title: 'Din', coherence: 'Din' }, {}, as('coordinator')),
    ]);
    const need = await read(id);
    expect(
      answers
        .flatMap((answer) => (answer.kind === 'done' ? [answer.value.clashes] : []))
        .filter((clashes) => 'title' in clashes),
    ).toEqual([{ title: [need.title] }]);
    expect(need).toMatchObject({ evidence: 'Min', coherence: 'Din' });
  });

  it('loses no line of the egenandel and no partner that two add at once', async () => {
    const id = await makeBehovsmelding(world, { egenandel: null });
    const line = (key: string) => ({
      [`egenandel.${key}.kind`]: 'penger',
      [`egenandel.${key}.budgetYear`]: '2027',
      [`egenandel.${key}.amount`]: '5',
    });
    const partner = {
      [`uh.${world.otherUh.id}.organisationId`]: world.otherUh.id,
      [`uh.${world.otherUh.id}.contact`]: 'Ulf',
    };
    await Promise.all([save(id, line('k1')), save(id, { ...line('k2'), ...partner }, {}, as('coordinator'))]);
    const need = await read(id);
    expect(
      need.egenandelLines
        .map((one) => one.id)
        .filter((one) => one.startsWith('k'))
        .sort(),
    ).toEqual(['k1', 'k2']);
    expect(need.uh.map((one) => one.contact).sort()).toEqual(['Ulf', 'Unn UH']);
  });

  it.each(['draft', 'returned'] as const)(
    'of fewer years keeps the amounts of a %s need for when the years are there again',
    async (state) => {
      const id = await makeBehovsmelding(world, { state });
      await save(id, { years: '2', [`lines.network_${world.owner.id}_2028`]: '90 000' }, { years: '1' });
      await save(id, { years: '1' }, { years: '2' });
      expect((await read(id)).lines.filter(({ budgetYear }) => budgetYear === 2028)).toMatchObject([
        { amount: 90_000 },
      ]);
      await save(id, { years: '2' }, { years: '1' });
      expect(await read(id)).toMatchObject({
        years: 2,
        lines: expect.arrayContaining([expect.objectContaining({ budgetYear: 2028, amount: 90_000 })]) as unknown,
      });
    },
  );

  it('is possible after the deadline', async () => {
    expect(
      (await save(await makeBehovsmelding(world), { coherence: 'Sent' }, {}, as('skoleeier', TOO_LATE))).kind,
    ).toBe('done');
  });

  it('keeps the confirmation of a UH that stays', async () => {
    const id = await makeBehovsmelding(world);
    await confirmBehovsmelding({ id, contact: 'Unn Olsen' }, as('uh'));
    expect(
      await save(
        id,
        { [`uh.${world.uh.id}.contact`]: 'Feil', coherence: 'Henger sammen.' },
        { [`uh.${world.uh.id}.contact`]: 'Unn Olsen' },
      ),
    ).toMatchObject(told({ [`uh.${world.uh.id}.contact`]: 'confirmed-by-uh' }));
    expect((await read(id)).coherence).toBe('Henger sammen.');
    expect((await read(id)).uh).toMatchObject([{ contact: 'Unn Olsen', confirmedAt: NOW }]);
  });

  it.each(['otherOwner', 'uh', 'caseworker', 'approver', 'member', 'stranger'] as const)(
    'is not for %s',
    async (who) => {
      expect((await save(await makeBehovsmelding(world), { coherence: 'x' }, {}, as(who))).kind).toBe('forbidden');
    },
  );

  it('is not possible when it is sent', async () => {
    expect((await save(await makeBehovsmelding(world, { state: 'submitted' }), { coherence: 'x' })).kind).toBe(
      'forbidden',
    );
  });
});
