import { beforeAll, describe, expect, it } from 'vitest';
import { addSubPartnerOf, confirmBehovsmelding, removePartnerOf } from '#lib/commands/behovsmelding/partners';
import { saveBehovsmelding } from '#lib/commands/behovsmelding/write';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { formatKroner } from '#lib/domain/money/kroner';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { readLog } from '#lib/queries/log';
import { historySentence } from '#lib/texts/explain';
import { textsFor } from '#lib/texts/texts';
import { told as said } from '#tests/support/told';
import { violated } from '#tests/support/refused';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });
const partner = (id: string) =>
  models().behovsmeldingUh.findFirstOrThrow({ where: { behovsmeldingId: id, organisationId: world.uh.id } });
const told = async (id: string) =>
  (await models().message.findMany({ where: { subjectId: id } })).map(({ kind, userId }) => [kind, userId]);

describe('a partner that is taken out', () => {
  const whole = async (): Promise<string> => {
    const id = await makeBehovsmelding(world, { title: 'Uten UH' });
    await confirmBehovsmelding({ id, contact: 'Unn Olsen' }, as('uh'));
    await addSubPartnerOf({ id, throughId: world.uh.id, name: 'OISE', country: 'Canada' }, as('uh'));
    await models().behovsmeldingUh.updateMany({
      where: { behovsmeldingId: id },
      data: { plan: 'Tre samlinger.', filledAt: NOW, filledById: world.actors.uh.userId },
    });
    return id;
  };
  const gone = { 'uh.x.organisationId': [], 'uh.x.contact': [] };
  const row = (fields: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replace('.x.', `.${world.uh.id}.`), value]));

  it('is never taken out by the form, whoever sends it and however', async () => {
    const id = await whole();
    const began = row({ 'uh.x.organisationId': [world.uh.id], 'uh.x.contact': ['Unn Olsen'] });
    for (const who of ['skoleeier', 'coordinator'] as const) {
      expect(
        await saveBehovsmelding({ id, began, typed: { ...row(gone), coherence: ['Sammen'] } }, as(who)),
      ).toMatchObject({ kind: 'done', value: { wrong: { [`uh.${world.uh.id}.organisationId`]: 'has-own-part' } } });
    }
    expect(
      await saveBehovsmelding(
        { id, began, typed: row({ 'uh.x.organisationId': [world.otherUh.id] }) },
        as('skoleeier'),
      ),
    ).toMatchObject({ value: { wrong: { [`uh.${world.uh.id}.organisationId`]: 'not-in-list' } } });
    expect(await partner(id)).toMatchObject({ plan: 'Tre samlinger.', contact: 'Unn Olsen', confirmedAt: NOW });
    expect((await models().behovsmelding.findUniqueOrThrow({ where: { id } })).coherence).toBe('Sammen');
  });

  it('is the owner’s side’s to take out, once; the log keeps what is lost, and the UH is told and reads it no more', async () => {
    const id = await whole();
    const asked = { id, organisationId: world.uh.id };
    for (const who of ['otherOwner', 'uh', 'otherUh', 'contributor', 'caseworker', 'stranger'] as const)
      expect((await removePartnerOf(asked, as(who))).kind).toBe('forbidden');
    const twice = await Promise.all([
      removePartnerOf(asked, as('skoleeier')),
      removePartnerOf(asked, as('coordinator')),
    ]);
    expect(twice.map(({ kind }) => kind).sort()).toEqual(['done', 'invalid']);
    expect(
      await models().behovsmelding.findUniqueOrThrow({ where: { id }, include: { uh: true, lines: true } }),
    ).toMatchObject({ uh: [], lines: [{ side: 'network' }], askedUh: 0n });
    const line = (await readBehovsmelding({ id }, as('writer')))?.history.find(
      ({ action }) => action === 'behovsmelding.remove-partner',
    );
    const words = line === undefined ? '' : historySentence(line, textsFor('nb'));
    for (const lost of ['Nord universitet', 'Unn Olsen', formatKroner(300_000), 'OISE, Canada', 'Tre samlinger.'])
      expect(words).toContain(lost);
    expect(await told(id)).toContainEqual(['partner-removed', world.actors.uh.userId]);
    expect(await readBehovsmelding({ id }, as('uh'))).toBeNull();
    await models().behovsmelding.update({ where: { id }, data: { uhUnsettledReason: 'Vi leter.' } });
    await submitBehovsmelding({ id }, as('skoleeier'));
    const read = await readBehovsmelding({ id }, as('caseworker'));
    expect([
      read?.need.id,
      said(read?.history).includes('samlinger'),
      said(await readLog({ sak: id }, as('caseworker'))).includes('samlinger'),
    ]).toEqual([id, false, false]);
  });

  it('is not told when it could not read the draft, and not taken out of what is sent', async () => {
    const id = await makeBehovsmelding(world, { shared: false });
    expect((await removePartnerOf({ id, organisationId: world.otherUh.id }, as('skoleeier'))).kind).toBe('invalid');
    expect((await removePartnerOf({ id, organisationId: world.uh.id }, as('leader'))).kind).toBe('done');
    expect(await told(id)).toEqual([]);
    const sent = await makeBehovsmelding(world, { state: 'submitted' });
    expect((await removePartnerOf({ id: sent, organisationId: world.uh.id }, as('skoleeier'))).kind).toBe('forbidden');
  });

  it('is kept by the database while it has anything of its own', async () => {
    const take = (id: string) => violated(models().behovsmeldingUh.deleteMany({ where: { behovsmeldingId: id } }));
    for (const id of [await whole(), await makeBehovsmelding(world), await makeBehovsmelding(world, { shared: false })])
      expect(await take(id)).toBe('behovsmelding_uh_own_part_stays');
    expect(await take(await makeBehovsmelding(world, { shared: false, uh: 0 }))).toBe('nothing');
    const id = await whole();
    expect(await violated(models().behovsmelding.delete({ where: { id } }))).toBe('nothing');
  });
});
