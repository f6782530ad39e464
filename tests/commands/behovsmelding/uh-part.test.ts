import { beforeAll, describe, expect, it } from 'vitest';
import { attendBehovsmelding, saveBehovsmelding } from '#lib/commands/behovsmelding/write';
import { attendUhPart, saveUhPart } from '#lib/commands/behovsmelding/partners';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const partner = (id: string) =>
  models().behovsmeldingUh.findFirstOrThrow({ where: { behovsmeldingId: id, organisationId: world.uh.id } });
const actions = async (id: string) =>
  (await models().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  );
const said = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
const cell = () => `lines.uh_${world.uh.id}_2027`;
const part = (id: string, change: object = {}) => ({
  id: `${id}_${world.uh.id}`,
  typed: { plan: ['Tre samlinger.'], [cell()]: ['280 000'] },
  began: { plan: [], [cell()]: ['300000'] },
  ...change,
});

describe('a UH’s own part', () => {
  it('is written with who wrote it, counts in the sums, and brings the need one version on', async () => {
    const id = await makeBehovsmelding(world);
    expect(await saveUhPart(part(id), as('uh'))).toEqual({
      kind: 'done',
      value: {
        id,
        was: 1,
        version: 2,
        stored: { plan: ['Tre samlinger.'], [cell()]: ['280000'] },
        wrong: {},
        clashes: {},
      },
    });
    expect(await partner(id)).toMatchObject({
      plan: 'Tre samlinger.',
      filledAt: NOW,
      filledById: world.actors.uh.userId,
    });
    expect(await models().behovsmelding.findUniqueOrThrow({ where: { id } })).toMatchObject({
      askedUh: 280_000n,
      version: 2,
    });
    expect((await readBehovsmelding({ id }, as('skoleeier')))?.need.uh[0]).toMatchObject({
      plan: 'Tre samlinger.',
      filledByName: 'Unn UH',
    });
    expect(said(await models().auditEntry.findMany({ where: { subjectId: id } }))).not.toContain('samlinger');
  });

  it('is one line in the log for all that is saved in a quarter of an hour, and none for what changes nothing', async () => {
    const id = await makeBehovsmelding(world);
    expect((await saveUhPart(part(id, { typed: {} }), as('uh'))).kind).toBe('done');
    expect(await partner(id)).toMatchObject({ filledAt: null });
    for (const plan of ['T', 'Tre', 'Tre samlinger.'])
      await saveUhPart(part(id, { typed: { plan: [plan] }, began: { plan: [(await partner(id)).plan] } }), as('uh'));
    await saveUhPart(
      part(id, { typed: { plan: ['Fire.'] }, began: { plan: ['Tre samlinger.'] } }),
      as('uh', new Date(NOW.getTime() + 16 * 60_000)),
    );
    expect([(await partner(id)).plan, await actions(id)]).toEqual([
      'Fire.',
      ['behovsmelding.save-uh', 'behovsmelding.save-uh'],
    ]);
  });

  it('tells what the owner wrote in the same field meanwhile, and takes the rest', async () => {
    const id = await makeBehovsmelding(world, { uh: 250_000 });
    expect(await saveUhPart(part(id), as('uh'))).toMatchObject({
      kind: 'done',
      value: { clashes: { [cell()]: ['250000'] } },
    });
    expect(await partner(id)).toMatchObject({ plan: 'Tre samlinger.' });
    expect((await models().behovsmelding.findUniqueOrThrow({ where: { id } })).askedUh).toBe(250_000n);
  });

  it('loses nothing of what the UH and the owner write at once, in the part and in the form', async () => {
    const id = await makeBehovsmelding(world);
    await Promise.all([
      saveUhPart(part(id), as('uh')),
      saveBehovsmelding(
        { id, began: { goals: ['Flere leser godt.'] }, typed: { goals: ['Alle leser godt.'] } },
        as('skoleeier'),
      ),
      saveUhPart(part(id, { typed: { plan: ['Fire samlinger.'] } }), as('uh')),
    ]);
    const row = await models().behovsmelding.findUniqueOrThrow({ where: { id }, include: { uh: true } });
    expect(row).toMatchObject({ goals: 'Alle leser godt.', askedUh: 280_000n });
    expect(['Tre samlinger.', 'Fire samlinger.']).toContain(row.uh[0]?.plan);
  });

  it('is no other’s cells, no other’s to write, and closed when the need is sent', async () => {
    const id = await makeBehovsmelding(world);
    const foreign = `lines.uh_${world.otherUh.id}_2027`;
    expect(await saveUhPart(part(id, { typed: { [foreign]: ['1'] } }), as('uh'))).toMatchObject({
      value: { wrong: { [foreign]: 'not-in-list' } },
    });
    expect((await saveUhPart({ ...part(id), id: `${id}_${world.otherUh.id}` }, as('uh'))).kind).toBe('invalid');
    for (const who of ['otherUh', 'skoleeier', 'caseworker', 'stranger'] as const)
      expect((await saveUhPart(part(id), as(who))).kind).toBe('forbidden');
    await submitBehovsmelding({ id }, as('skoleeier'));
    expect((await saveUhPart(part(id), as('uh'))).kind).toBe('forbidden');
  });

  it('shows those of the UH who are in it to one another, and to nobody else', async () => {
    const id = await makeBehovsmelding(world);
    const colleague = {
      actor: {
        ...world.actors.uh,
        userId: (await models().user.create({ data: { name: 'Ulrik UH', email: 'ulrik@example.no' } })).id,
        name: 'Ulrik UH',
      },
      now: NOW,
    };
    const here = { id: `${id}_${world.uh.id}`, field: 'plan' };
    expect(await attendUhPart(here, as('uh'))).toEqual({ kind: 'done', value: { record: id, version: 1, others: [] } });
    expect(await attendUhPart(here, colleague)).toMatchObject({
      value: { others: [{ name: 'Unn UH', field: 'plan' }] },
    });
    expect(await attendBehovsmelding({ id, field: null }, as('skoleeier'))).toMatchObject({ value: { others: [] } });
    expect((await attendUhPart({ ...here, id: `${id}_${world.otherUh.id}` }, as('uh'))).kind).toBe('invalid');
    for (const who of ['otherUh', 'skoleeier', 'caseworker', 'stranger'] as const)
      expect((await attendUhPart(here, as(who))).kind).toBe('forbidden');
    expect(await actions(id)).toEqual([]);
  });
});
