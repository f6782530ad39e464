import { beforeAll, describe, expect, it } from 'vitest';
import { addSubPartnerOf, removeSubPartnerOf } from '#lib/commands/behovsmelding/partners';
import { models } from '#prisma/models';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const actions = async (id: string) =>
  (await models().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  );

describe('those who take part through a UH', () => {
  it('are named by the owner’s side or by the UH itself, and taken away by the same', async () => {
    const id = await makeBehovsmelding(world);
    const oise = { id, throughId: world.uh.id, name: 'OISE', country: 'Canada', what: 'Veileder ledere.' };
    for (const who of ['otherUh', 'otherOwner', 'caseworker', 'stranger'] as const)
      expect((await addSubPartnerOf(oise, as(who))).kind).toBe('forbidden');
    expect(await addSubPartnerOf({ ...oise, throughId: world.otherUh.id }, as('uh'))).toEqual({
      kind: 'invalid',
      errors: { throughId: 'not-in-list' },
    });
    expect(await addSubPartnerOf({ ...oise, name: ' ' }, as('uh'))).toEqual({
      kind: 'invalid',
      errors: { name: 'required' },
    });
    expect((await addSubPartnerOf(oise, as('uh'))).kind).toBe('done');
    expect((await addSubPartnerOf({ id, throughId: world.uh.id, name: 'Lesesenteret' }, as('coordinator'))).kind).toBe(
      'done',
    );
    const subs = (await readBehovsmelding({ id }, as('skoleeier')))?.need.uh[0]?.subPartners ?? [];
    expect(subs).toMatchObject([
      { name: 'OISE', country: 'Canada' },
      { name: 'Lesesenteret', country: '' },
    ]);
    expect(await removeSubPartnerOf({ id, subPartnerId: 'no-such' }, as('skoleeier'))).toEqual({
      kind: 'invalid',
      errors: { subPartnerId: 'not-in-list' },
    });
    expect((await removeSubPartnerOf({ id, subPartnerId: subs[0]?.id }, as('skoleeier'))).kind).toBe('done');
    expect((await readBehovsmelding({ id }, as('uh')))?.need.uh[0]?.subPartners.map(({ name }) => name)).toEqual([
      'Lesesenteret',
    ]);
    expect(await actions(id)).toEqual([
      'behovsmelding.add-sub-partner',
      'behovsmelding.add-sub-partner',
      'behovsmelding.remove-sub-partner',
    ]);
  });

  it('are fifty at most', async () => {
    const id = await makeBehovsmelding(world);
    await models().behovsmeldingSubPartner.createMany({
      data: Array.from({ length: 49 }, (_, index) => ({
        behovsmeldingId: id,
        throughId: world.uh.id,
        name: `Nr. ${String(index)}`,
        addedById: world.actors.uh.userId,
        addedAt: NOW,
      })),
    });
    expect((await addSubPartnerOf({ id, throughId: world.uh.id, name: 'Den femtiende' }, as('uh'))).kind).toBe('done');
    expect(await addSubPartnerOf({ id, throughId: world.uh.id, name: 'Den femtiførste' }, as('uh'))).toEqual({
      kind: 'invalid',
      errors: { name: 'too-many-rows' },
    });
  });
});
