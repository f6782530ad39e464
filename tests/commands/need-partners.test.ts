import { beforeAll, describe, expect, it } from 'vitest';
import { attendBehovsmelding } from '#lib/commands/behovsmelding/write';
import { attendUhPart } from '#lib/commands/behovsmelding/partners';
import { confirmBehovsmelding } from '#lib/commands/behovsmelding/partners';
import { declineBehovsmelding } from '#lib/commands/behovsmelding/partners';
import { saveBehovsmelding } from '#lib/commands/behovsmelding/write';
import { saveUhPart } from '#lib/commands/behovsmelding/partners';
import { shareBehovsmelding } from '#lib/commands/behovsmelding/partners';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { addSubPartnerOf } from '#lib/commands/behovsmelding/partners';
import { removeSubPartnerOf } from '#lib/commands/behovsmelding/partners';
import { db } from '#lib/db/client';
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
  db().behovsmeldingUh.findFirstOrThrow({ where: { behovsmeldingId: id, organisationId: world.uh.id } });
const actions = async (id: string) =>
  (await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(({ action }) => action);
const told = async (id: string) =>
  (await db().message.findMany({ where: { subjectId: id } })).map(({ kind, userId }) => [kind, userId]);
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
    await db().behovsmelding.update({ where: { id }, data: { state: 'granted' } });
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
    expect(await db().behovsmelding.findUniqueOrThrow({ where: { id } })).toMatchObject({
      askedUh: 280_000n,
      version: 2,
    });
    expect((await readBehovsmelding({ id }, as('skoleeier')))?.need.uh[0]).toMatchObject({
      plan: 'Tre samlinger.',
      filledByName: 'Unn UH',
    });
    expect(said(await db().auditEntry.findMany({ where: { subjectId: id } }))).not.toContain('samlinger');
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
    expect((await db().behovsmelding.findUniqueOrThrow({ where: { id } })).askedUh).toBe(250_000n);
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
    const row = await db().behovsmelding.findUniqueOrThrow({ where: { id }, include: { uh: true } });
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
        userId: (await db().user.create({ data: { name: 'Ulrik UH', email: 'ulrik@example.no' } })).id,
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
    await db().behovsmeldingSubPartner.createMany({
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

describe('the database', () => {
  it('keeps one answer of a UH, with a reason for a no, and a name for whoever takes part through it', async () => {
    const id = await makeBehovsmelding(world);
    const set = (data: object) => violated(db().behovsmeldingUh.updateMany({ where: { behovsmeldingId: id }, data }));
    expect(
      await set({ confirmedAt: NOW, confirmedById: 'x', declinedAt: NOW, declinedById: 'x', declineReason: 'Nei.' }),
    ).toBe('behovsmelding_uh_one_answer');
    expect(await set({ declinedAt: NOW, declinedById: 'x' })).toBe('behovsmelding_uh_declined_with_reason');
    expect(await set({ sharedById: null })).toBe('behovsmelding_uh_shared_by_somebody');
    expect(await set({ filledAt: NOW })).toBe('behovsmelding_uh_filled_by_somebody');
    expect(
      await violated(
        db().behovsmeldingSubPartner.create({
          data: { behovsmeldingId: id, throughId: world.uh.id, name: '', addedById: 'x' },
        }),
      ),
    ).toBe('behovsmelding_sub_partner_named');
    expect(
      await violated(
        db().behovsmeldingSubPartner.create({
          data: { behovsmeldingId: id, throughId: world.otherUh.id, name: 'X', addedById: 'x' },
        }),
      ),
    ).toContain('throughId');
  });
});
