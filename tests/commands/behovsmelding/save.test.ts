import { beforeAll, describe, expect, it } from 'vitest';
import { saveBehovsmelding } from '#lib/commands/behovsmelding/write';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { change, done, told } from '#tests/support/saving';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

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

describe('saving a draft', () => {
  it('keeps what is typed, with an empty cell apart from 0', async () => {
    const id = await makeBehovsmelding(world, { title: '', network: null });
    const saved = await save(
      id,
      {
        title: ' Lesing ',
        years: '2',
        targetGroups: ['ledere', 'laerere'],
        [`lines.network_${world.owner.id}_2027`]: '200 000,-',
        [`lines.network_${world.owner.id}_2028`]: '0',
        'egenandel.a1.kind': 'frikjop',
        'egenandel.a1.budgetYear': '2028',
        'egenandel.a1.hours': '60',
        'egenandel.a1.rate': '583',
      },
      { years: '1', targetGroups: 'laerere' },
    );
    expect(saved).toMatchObject({ kind: 'done', value: { id, was: 1, version: 2, wrong: {}, clashes: {} } });
    // What was sent, as the record says it now: the form goes on from there.
    expect(saved.kind === 'done' && saved.value.stored).toMatchObject({
      title: ['Lesing'],
      targetGroups: ['laerere', 'ledere'],
      [`lines.network_${world.owner.id}_2027`]: ['200000'],
    });
    const need = await read(id);
    expect(need).toMatchObject({
      title: 'Lesing',
      years: 2,
      targetGroups: ['laerere', 'ledere'],
      sectorGoals: ['tidlig-hjelp'],
      goals: 'Flere leser godt.',
      version: 2,
    });
    expect(need.lines.map(({ side, budgetYear, amount }) => [side, budgetYear, amount]).sort()).toEqual([
      ['network', 2027, 200_000],
      ['network', 2028, 0],
      ['uh', 2027, 300_000],
    ]);
    // 60 hours × 583 kr = 34 980 kr, after the line that was there
    expect(
      need.egenandelLines
        .map(({ id: line, kind, hours, rate, amount }) => ({ line, kind, hours, rate, amount }))
        .slice(1),
    ).toEqual([{ line: 'a1', kind: 'frikjop', hours: 60, rate: 583, amount: 34_980 }]);
  });

  it('keeps who it is for, its theme, what goes to coordinating, and the language of each text', async () => {
    const theme = await models().theme.create({
      data: { countyId: world.countyId, name: 'Tidlig innsats', from: new Date('2020-01-01') },
    });
    const id = await makeBehovsmelding(world, { network: null });
    const saved = await save(
      id,
      {
        parties: [world.other.id],
        themes: [theme.id],
        unitKinds: ['skole'],
        collective: 'on',
        need: 'Oahpahus',
        'lang.need': 'se',
        'lang.goals': 'nn',
        [`lines.network_${world.owner.id}_2027`]: '200 000',
        'coordinator.2027': '50 000',
      },
      { need: 'Elevene strever med lesing.', collective: 'on' },
    );
    expect(saved).toMatchObject(done);
    expect(
      await models().behovsmelding.findUniqueOrThrow({
        where: { id },
        include: { parties: true, lines: { where: { side: 'network' } } },
      }),
    ).toMatchObject({
      parties: [{ organisationId: world.other.id }],
      themes: [theme.id],
      unitKinds: ['skole'],
      collective: true,
      languages: { need: 'se', goals: 'nn' },
      lines: [{ amount: 200_000, coordinator: 50_000 }],
    });
  });

  it('is nothing, and not logged, when nothing was changed', async () => {
    const id = await makeBehovsmelding(world);
    expect(await save(id, { title: 'Tidlig innsats' }, { title: 'Før' })).toEqual({
      kind: 'done',
      value: { id, was: 1, version: 1, stored: { title: ['Tidlig innsats'] }, wrong: {}, clashes: {} },
    });
    expect(await models().auditEntry.count({ where: { subjectId: id } })).toBe(0);
  });

  it('takes away a line and a partner, and keeps the cells of the partner until the need is sent', async () => {
    const id = await makeBehovsmelding(world, { shared: false, uh: 0 });
    const [line] = (await read(id)).egenandelLines;
    const row = {
      [`egenandel.${line?.id}.kind`]: 'lonn',
      [`egenandel.${line?.id}.budgetYear`]: '2027',
      [`egenandel.${line?.id}.amount`]: '150000',
    };
    const partner = { [`uh.${world.uh.id}.organisationId`]: world.uh.id, [`uh.${world.uh.id}.contact`]: 'Unn UH' };
    const nothing = Object.fromEntries(Object.keys({ ...row, ...partner }).map((name) => [name, []]));
    expect(await save(id, { ...nothing, uhUnsettledReason: 'Vi leter.' }, { ...row, ...partner })).toMatchObject(done);
    expect(await read(id)).toMatchObject({ egenandelLines: [], uh: [], lines: [{}, {}] });
    await save(id, {
      'egenandel.ny.kind': 'penger',
      'egenandel.ny.budgetYear': '2027',
      'egenandel.ny.amount': '60000',
    });
    expect(await submitBehovsmelding({ id }, as('skoleeier'))).toMatchObject({ kind: 'done' });
    expect((await read(id)).lines.map(({ side }) => side)).toEqual(['network']);
  });

  it('does not write in another need’s line, though its id is known', async () => {
    const [mine, other] = [await makeBehovsmelding(world), await makeBehovsmelding(world, { ownerId: world.other.id })];
    const [line] = (await read(other)).egenandelLines;
    await save(mine, { [`egenandel.${line?.id}.amount`]: '1' });
    expect((await read(other)).egenandelLines).toMatchObject([{ amount: 150_000 }]);
  });

  it('keeps hours that have no rate yet; they must have one before the need is sent', async () => {
    const id = await makeBehovsmelding(world);
    const [line] = (await read(id)).egenandelLines;
    expect(await save(id, { [`egenandel.${line?.id}.hours`]: '60' })).toMatchObject(done);
    expect((await read(id)).egenandelLines).toMatchObject([{ hours: 60, rate: null, amount: 150_000 }]);
    expect(await submitBehovsmelding({ id }, as('skoleeier'))).toEqual({
      kind: 'invalid',
      errors: { [`egenandel.${line?.id}.hours`]: 'hours-and-rate' },
    });
  });

  it('is logged once in a quarter of an hour, and says nothing of what was written', async () => {
    const id = await makeBehovsmelding(world);
    for (const title of ['Hemmelig', 'Hemmeligere'])
      await save(id, { title }, { title: title === 'Hemmelig' ? 'Tidlig innsats' : 'Hemmelig' });
    await save(
      id,
      { title: 'Hemmeligst' },
      { title: 'Hemmeligere' },
      as('skoleeier', new Date(NOW.getTime() + 16 * 60_000)),
    );
    const log = await models().auditEntry.findMany({ where: { subjectId: id } });
    expect(log.map(({ action, details }) => [action, details])).toEqual([
      ['behovsmelding.save', {}],
      ['behovsmelding.save', {}],
    ]);
  });

  it('keeps a returned need’s period in order, and lets a draft’s stand half done', async () => {
    const [typed, began] = [
      { periodEnd: '2027-07-01', title: 'Ny' },
      { periodEnd: '2028-06-30', title: 'Tidlig innsats' },
    ];
    expect(await save(await makeBehovsmelding(world), typed, began)).toMatchObject(done);
    const returned = await makeBehovsmelding(world, { state: 'returned' });
    expect(await save(returned, typed, began)).toMatchObject(told({ periodEnd: 'end-before-start' }));
    expect(await read(returned)).toMatchObject({ title: 'Ny', periodEnd: new Date('2028-06-30') });
  });

  it('refuses an egenandel above 2 000 000 000 kr in all, so that it can be kept with the tildeling', async () => {
    const amounts = { 'egenandel.a2.amount': '1 000 000 001', 'egenandel.b2.amount': '1 000 000 000' }; // 2 000 000 001
    expect(await save(await makeBehovsmelding(world), amounts)).toMatchObject(
      told({ 'egenandel.a2.amount': 'too-large', 'egenandel.b2.amount': 'too-large' }),
    );
  });

  it.each(['\ud800', 'a\udc00b', '\u0000'])('refuses the half character %j', async (title) => {
    expect(await save(await makeBehovsmelding(world), { title })).toMatchObject(told({ title: 'bad-character' }));
  });

  it('takes a whole character made of two halves', async () => {
    expect(await save(await makeBehovsmelding(world, { title: '' }), { title: 'Bok 📚' })).toMatchObject(done);
  });
});
