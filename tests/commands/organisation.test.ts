import { beforeAll, describe, expect, it } from 'vitest';
import { addOrganisation, refreshUnits, takeName } from '#lib/commands/organisation';
import { models } from '#prisma/models';
import { SYSTEM } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/row';
import { newOrganisationPage, organisationsPage } from '#lib/queries/organisation';
import { makeElsewhere } from '#tests/support/elsewhere';
import { makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let elsewhere: Awaited<ReturnType<typeof makeElsewhere>>;
beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeElsewhere();
});

const by = (actor: keyof World['actors'] | Actor) => ({
  actor: typeof actor === 'string' ? world.actors[actor] : actor,
  now: NOW,
});
const narvik = (change: Record<string, unknown> = {}) => ({
  countyId: world.countyId,
  orgnr: '959 469 059',
  name: 'Narvik',
  kind: 'kommune',
  kommunenr: '1806',
  ...change,
});
const unit = (orgnr: string, name: string) => ({ orgnr, name, form: 'KOMM', kommunenr: '1841' });

describe('adding an organisation', () => {
  it.each([
    [{ orgnr: '959469058' }, { orgnr: 'not-an-orgnr' }],
    [{ orgnr: '95946905' }, { orgnr: 'not-an-orgnr' }],
    [{ orgnr: '' }, { orgnr: 'required' }],
    [{ name: '' }, { name: 'required' }],
    [{ kind: 'bank' }, { kind: 'not-in-list' }],
    [{ kommunenr: '18x6' }, { kommunenr: 'not-a-number' }],
    [{ kommunenr: '18066' }, { kommunenr: 'too-long' }],
  ])('tells what is wrong with %j at its field', async (change, errors) => {
    expect(await addOrganisation(narvik(change), by('caseworker'))).toEqual({ kind: 'invalid', errors });
  });
  it('takes the number with spaces and MVA, once', async () => {
    expect(await addOrganisation(narvik({ orgnr: '959 469 059 MVA' }), by('caseworker'))).toMatchObject({
      kind: 'done',
    });
    expect(await models().organisation.findUnique({ where: { orgnr: '959469059' } })).toMatchObject({
      name: 'Narvik',
      kind: 'kommune',
      countyId: world.countyId,
      kommunenr: '1806',
    });
    expect(await addOrganisation(narvik(), by('caseworker'))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'organisation-known', name: 'Narvik' }],
    });
  });
  it('lets a network be without a number', async () => {
    expect(
      await addOrganisation(narvik({ orgnr: '', kind: 'network', name: '=SUM(A1)' }), by('caseworker')),
    ).toMatchObject({ kind: 'done' });
    expect(await models().organisation.findFirst({ where: { kind: 'network' } })).toMatchObject({
      name: '=SUM(A1)',
      orgnr: null,
    });
  });
  it('is for a caseworker of the county alone', async () => {
    for (const actor of ['approver', 'auditor', 'administrator', 'secretariat', 'stranger'] as const)
      expect(await addOrganisation(narvik({ orgnr: '', kind: 'network' }), by(actor))).toEqual({ kind: 'forbidden' });
    expect(
      await addOrganisation(narvik({ countyId: elsewhere.countyId, orgnr: '', kind: 'network' }), by('caseworker')),
    ).toEqual({ kind: 'forbidden' });
  });
});

describe('Enhetsregisteret', () => {
  it('is refreshed by batches, the last of which takes away what the file no longer has', async () => {
    const refresh = (units: object[], last: boolean, now: Date) =>
      refreshUnits({ units, last }, { actor: SYSTEM, now });
    await refresh([unit('972418021', 'FAUSKE KOMMUNE'), unit('972417734', 'SALTDAL KOMMUNE')], true, NOW);
    const later = new Date('2027-02-15T10:00:00Z');
    expect(await refresh([unit('972418021', 'FAUSKE - FUOSKO KOMMUNE')], false, later)).toMatchObject({
      value: { stored: 1, gone: 0 },
    });
    expect(await refresh([unit('842566142', 'BODØ KOMMUNE FAUSKE AVDELING')], true, later)).toMatchObject({
      value: { stored: 1, gone: 1 },
    });
    expect(await models().registerUnit.findMany({ orderBy: { orgnr: 'asc' }, select: { name: true } })).toEqual([
      { name: 'BODØ KOMMUNE FAUSKE AVDELING' },
      { name: 'FAUSKE - FUOSKO KOMMUNE' },
    ]);
    expect(await models().auditEntry.findMany({ where: { action: 'units.refresh' } })).toHaveLength(2);
    expect(await refreshUnits({ units: [], last: true }, by('caseworker'))).toEqual({ kind: 'forbidden' });
  });
  it('is searched by the beginnings of words, and by number', async () => {
    const search = async (q: string) =>
      (await newOrganisationPage({ q }, by('caseworker')))?.found.map(({ orgnr }) => orgnr);
    expect(await search('fausk')).toEqual(['972418021', '842566142']);
    expect(await search('kommune fuosk')).toEqual(['972418021']);
    expect(await search('972 418 021')).toEqual(['972418021']);
    expect(await search('auske')).toEqual([]);
    for (const odd of ["' | & !:*", '()', '\\', '%']) expect(await search(odd)).toEqual([]);
  });
  it('shows where a name differs, and the name is taken over by a caseworker of the county', async () => {
    const listed = async () =>
      (await organisationsPage({}, by('caseworker')))?.list.find(({ id }) => id === world.owner.id);
    expect(await listed()).toMatchObject({ name: 'Fauske', registered: 'FAUSKE - FUOSKO KOMMUNE' });
    for (const actor of [elsewhere.caseworker, world.actors.approver, world.actors.administrator])
      expect(await takeName({ id: world.owner.id }, by(actor))).toEqual({ kind: 'forbidden' });
    expect(await takeName({ id: world.owner.id }, by('caseworker'))).toMatchObject({ kind: 'done' });
    expect(await listed()).toMatchObject({ name: 'FAUSKE - FUOSKO KOMMUNE' });
    expect(await takeName({ id: world.owner.id }, by('caseworker'))).toMatchObject({ kind: 'invalid' });
  });
  it('need not be there for anything', async () => {
    await models().registerUnit.deleteMany();
    expect(await newOrganisationPage({ q: 'fauske', orgnr: '972418021' }, by('caseworker'))).toMatchObject({
      found: [],
      chosen: null,
      units: 0,
    });
    expect(await addOrganisation(narvik({ orgnr: '958501420', name: 'Hadsel' }), by('caseworker'))).toMatchObject({
      kind: 'done',
    });
  });
});
