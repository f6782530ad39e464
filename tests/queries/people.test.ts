import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/policy/row';
import { foraPage, forumPage, organisationPeople, peoplePlaces } from '#lib/queries/people';
import { newOrganisationPage, organisationsPage } from '#lib/queries/organisation';
import { regionPage, regionsPage } from '#lib/queries/region';
import { makeElsewhere } from '#tests/support/elsewhere';
import { makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let elsewhere: Awaited<ReturnType<typeof makeElsewhere>>;
beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeElsewhere();
});

const as = (actor: keyof World['actors'] | Actor) => ({
  actor: typeof actor === 'string' ? world.actors[actor] : actor,
  now: NOW,
});
const names = async (actor: keyof World['actors'] | Actor) =>
  (await peoplePlaces({}, as(actor)))?.map(({ name }) => name) ?? null;

describe('whose people one sees', () => {
  it('is the own organisation’s for an administrator, the county’s for Statsforvalteren, and nobody’s for the rest', async () => {
    expect(await names('administrator')).toEqual(['Fauske']);
    expect(await names('uhAdministrator')).toEqual(['Nord universitet']);
    for (const actor of ['caseworker', 'approver', 'auditor'] as const)
      expect(await names(actor)).toEqual(['Bodø', 'Fauske', 'Nord universitet', 'UiT Norges arktiske universitet']);
    expect(await names(elsewhere.caseworker)).toEqual(['Tromsø']);
    for (const actor of ['skoleeier', 'leader', 'uh', 'coordinator', 'secretariat', 'member', 'stranger'] as const)
      expect(await names(actor)).toBeNull();
  });
  it('answers alike for what is not there and what is another’s', async () => {
    for (const id of [world.other.id, elsewhere.ownerId, 'nowhere', '../x'])
      expect(await organisationPeople({ id }, as('administrator'))).toBeNull();
    expect(await organisationPeople({ id: world.owner.id }, as(elsewhere.caseworker))).toBeNull();
  });
  it('shows an administrator what they may give, and Statsforvalteren that the rest is the administrator’s', async () => {
    expect(await organisationPeople({ id: world.owner.id }, as('administrator'))).toMatchObject({
      gives: ['skoleeier', 'leader', 'administrator'],
      names: false,
      administered: true,
    });
    expect(await organisationPeople({ id: world.owner.id }, as('caseworker'))).toMatchObject({
      gives: [],
      names: false,
    });
    expect(await organisationPeople({ id: world.other.id }, as('caseworker'))).toMatchObject({
      gives: [],
      names: true,
    });
    expect(await organisationPeople({ id: world.other.id }, as('auditor'))).toMatchObject({ gives: [], names: false });
  });
});

describe('a forum', () => {
  it('is seen by those who sit in it and by the county, and changed by secretariat and caseworker', async () => {
    for (const actor of ['secretariat', 'caseworker'] as const)
      expect(await forumPage({ id: world.forumId }, as(actor))).toMatchObject({ seats: true });
    for (const actor of ['member', 'deputy', 'approver', 'auditor'] as const)
      expect(await forumPage({ id: world.forumId }, as(actor))).toMatchObject({ seats: false, represented: [] });
    for (const actor of ['skoleeier', 'uh', 'coordinator', 'administrator', 'stranger', elsewhere.caseworker] as const)
      expect(await forumPage({ id: world.forumId }, as(actor))).toBeNull();
    expect((await foraPage({}, as('deputy')))?.map(({ id }) => id)).toEqual([world.forumId]);
  });
});

describe('regions and organisations', () => {
  it('are the county’s to see, and a caseworker’s to change', async () => {
    expect(await regionPage({ id: world.regionId }, as('caseworker'))).toMatchObject({
      edits: true,
      work: { delegations: [{ organisation: 'Fauske' }] },
    });
    expect(await regionPage({ id: world.regionId }, as('approver'))).toMatchObject({ edits: false });
    expect((await regionsPage({}, as('auditor')))?.regions.map(({ name, members }) => [name, members])).toEqual([
      ['RKK Salten', ['Bodø', 'Fauske']],
    ]);
    expect(await regionPage({ id: elsewhere.regionId }, as('caseworker'))).toBeNull();
    expect((await organisationsPage({}, as('approver')))?.edits).toEqual([]);
    expect(await newOrganisationPage({}, as('approver'))).toBeNull();
    for (const actor of ['skoleeier', 'administrator', 'member', 'stranger'] as const)
      expect([await regionsPage({}, as(actor)), await organisationsPage({}, as(actor))]).toEqual([null, null]);
  });
});
