import { beforeAll, describe, expect, it } from 'vitest';
import {
  confirmBehovsmelding,
  declineBehovsmelding,
  saveUhPart,
  shareBehovsmelding,
  addSubPartnerOf,
} from '#lib/commands/behovsmelding/partners';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { listBehovsmeldinger } from '#lib/queries/behovsmelding/list';
import { readStart } from '#lib/queries/start';
import { violated } from '#tests/support/refused';
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
const told = async (id: string) =>
  (await models().message.findMany({ where: { subjectId: id } })).map(({ kind, userId }) => [kind, userId]);
const said = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
const contact = (id: string) => ({
  id,
  contact: 'Unn Olsen',
  contactRole: 'Førstelektor',
  contactEmail: 'unn@example.no',
  contactPhone: '',
});
const cell = () => `lines.uh_${world.uh.id}_2027`;
const part = (id: string, change: object = {}) => ({
  id: `${id}_${world.uh.id}`,
  typed: { plan: ['Tre samlinger.'], [cell()]: ['280 000'] },
  began: { plan: [], [cell()]: ['300000'] },
  ...change,
});

describe('a UH that a draft names, but is not shared with', () => {
  it('finds it at no address, in no list and in no task, and can answer nothing', async () => {
    const id = await makeBehovsmelding(world, { shared: false, title: 'Ikke delt' });
    expect(await readBehovsmelding({ id }, as('uh'))).toBeNull();
    expect((await listBehovsmeldinger({}, as('uh')))?.rows.map((row) => row.id)).not.toContain(id);
    expect(said(await readStart({}, as('uh')))).not.toContain('Ikke delt');
    expect((await confirmBehovsmelding(contact(id), as('uh'))).kind).toBe('forbidden');
    expect((await declineBehovsmelding({ id, reason: 'Nei.' }, as('uh'))).kind).toBe('forbidden');
    expect((await saveUhPart(part(id), as('uh'))).kind).toBe('forbidden');
    expect((await addSubPartnerOf({ id, throughId: world.uh.id, name: 'X' }, as('uh'))).kind).toBe('forbidden');
    expect([await actions(id), await told(id)]).toEqual([[], []]);
  });

  it('finds it all once it is shared, and is told; another UH is neither', async () => {
    const id = await makeBehovsmelding(world, { shared: false });
    expect((await shareBehovsmelding({ id, organisationId: world.uh.id }, as('skoleeier'))).kind).toBe('done');
    expect((await readBehovsmelding({ id }, as('uh')))?.need.id).toBe(id);
    expect((await listBehovsmeldinger({}, as('uh')))?.rows.map((row) => row.id)).toContain(id);
    expect((await readStart({}, as('uh')))?.tasks.filter((task) => task.id === id).map(({ kind }) => kind)).toEqual([
      'need-confirm',
    ]);
    expect(await told(id)).toEqual([['need-shared', world.actors.uh.userId]]);
    expect(await readBehovsmelding({ id }, as('otherUh'))).toBeNull();
  });

  it('finds it when it is sent, though nobody shared it', async () => {
    const id = await makeBehovsmelding(world, { shared: false });
    expect((await submitBehovsmelding({ id }, as('skoleeier'))).kind).toBe('done');
    expect((await readBehovsmelding({ id }, as('uh')))?.need.id).toBe(id);
    expect(await partner(id)).toMatchObject({ sharedAt: NOW, sharedById: world.actors.skoleeier.userId });
  });
});

describe('sharing', () => {
  it('is done once, by the owner’s side, and logged once', async () => {
    const id = await makeBehovsmelding(world, { shared: false });
    for (const who of ['otherOwner', 'uh', 'caseworker', 'contributor', 'stranger'] as const)
      expect((await shareBehovsmelding({ id, organisationId: world.uh.id }, as(who))).kind).toBe('forbidden');
    const twice = await Promise.all([
      shareBehovsmelding({ id, organisationId: world.uh.id }, as('skoleeier')),
      shareBehovsmelding({ id, organisationId: world.uh.id }, as('coordinator')),
    ]);
    expect(twice.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(await actions(id)).toEqual(['behovsmelding.share']);
    expect((await shareBehovsmelding({ id, organisationId: world.otherUh.id }, as('skoleeier'))).kind).toBe('invalid');
  });
});

describe('a UH’s answer', () => {
  it('is a contact, or no with a reason, and may be changed; the owner is told of each', async () => {
    const id = await makeBehovsmelding(world);
    expect(await declineBehovsmelding({ id, reason: ' ' }, as('uh'))).toEqual({
      kind: 'invalid',
      errors: { reason: 'required' },
    });
    expect(await confirmBehovsmelding({ ...contact(id), contactEmail: 'unn' }, as('uh'))).toEqual({
      kind: 'invalid',
      errors: { contactEmail: 'not-an-email' },
    });
    expect((await declineBehovsmelding({ id, reason: 'Vi har ikke folk.' }, as('uh'))).kind).toBe('done');
    expect(await partner(id)).toMatchObject({ declinedAt: NOW, declineReason: 'Vi har ikke folk.', confirmedAt: null });
    expect(
      (await readStart({}, as('skoleeier')))?.tasks
        .filter((task) => task.id === id)
        .map(({ kind, who, note }) => [kind, who, note]),
    ).toEqual([
      ['need-uh-declined', 'Nord universitet', 'Vi har ikke folk.'],
      ['need-draft', undefined, ''],
    ]);
    expect((await confirmBehovsmelding(contact(id), as('uh'))).kind).toBe('done');
    expect(await partner(id)).toMatchObject({
      declinedAt: null,
      declineReason: '',
      confirmedAt: NOW,
      contact: 'Unn Olsen',
      contactRole: 'Førstelektor',
      contactEmail: 'unn@example.no',
    });
    expect(await actions(id)).toEqual(['behovsmelding.decline', 'behovsmelding.confirm']);
    const kinds = new Set(
      (await told(id)).filter(([, user]) => user === world.actors.skoleeier.userId).map(([kind]) => kind),
    );
    expect(kinds).toEqual(new Set(['need-turned-down', 'need-confirmed']));
  });

  it('is its own: no other may give it, and not when the forum has had its say', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted' });
    for (const who of ['otherUh', 'skoleeier', 'coordinator', 'caseworker', 'stranger'] as const)
      expect((await declineBehovsmelding({ id, reason: 'Nei.' }, as(who))).kind).toBe('forbidden');
    await models().behovsmelding.update({ where: { id }, data: { state: 'granted' } });
    expect((await declineBehovsmelding({ id, reason: 'Nei.' }, as('uh'))).kind).toBe('forbidden');
  });

  it('stops nobody from sending: a UH that said no is told to Statsforvalteren, and the need is sent', async () => {
    const id = await makeBehovsmelding(world);
    await declineBehovsmelding({ id, reason: 'Vi har ikke folk.' }, as('uh'));
    expect((await submitBehovsmelding({ id }, as('skoleeier'))).kind).toBe('done');
    expect((await readBehovsmelding({ id }, as('caseworker')))?.need.uh[0]).toMatchObject({
      declinedAt: NOW,
      declineReason: 'Vi har ikke folk.',
    });
  });
});

describe('the database', () => {
  it('keeps one answer of a UH, with a reason for a no, and a name for whoever takes part through it', async () => {
    const id = await makeBehovsmelding(world);
    const set = (data: object) =>
      violated(models().behovsmeldingUh.updateMany({ where: { behovsmeldingId: id }, data }));
    expect(
      await set({ confirmedAt: NOW, confirmedById: 'x', declinedAt: NOW, declinedById: 'x', declineReason: 'Nei.' }),
    ).toBe('behovsmelding_uh_one_answer');
    expect(await set({ declinedAt: NOW, declinedById: 'x' })).toBe('behovsmelding_uh_declined_with_reason');
    expect(await set({ sharedById: null })).toBe('behovsmelding_uh_shared_by_somebody');
    expect(await set({ filledAt: NOW })).toBe('behovsmelding_uh_filled_by_somebody');
    expect(
      await violated(
        models().behovsmeldingSubPartner.create({
          data: { behovsmeldingId: id, throughId: world.uh.id, name: '', addedById: 'x' },
        }),
      ),
    ).toBe('behovsmelding_sub_partner_named');
    expect(
      await violated(
        models().behovsmeldingSubPartner.create({
          data: { behovsmeldingId: id, throughId: world.otherUh.id, name: 'X', addedById: 'x' },
        }),
      ),
    ).toContain('throughId');
  });
});
