import { beforeEach, describe, expect, it } from 'vitest';
import { addRegionMember, createRegion, dissolveRegion, endMembership, renameRegion } from '#lib/commands/region';
import { createBehovsmelding } from '#lib/commands/behovsmelding/write';
import { models } from '#prisma/models';
import type { Actor } from '#lib/domain/policy/row';
import { makeElsewhere } from '#tests/support/elsewhere';
import { violated } from '#tests/support/refused';
import { freshWorld } from '#tests/support/recommended';
import { makeBehovsmelding, NOW, type World } from '#tests/support/world';

let world: World;
beforeEach(async () => {
  world = await freshWorld();
});

const by = (actor: keyof World['actors'] | Actor, now = NOW) => ({
  actor: typeof actor === 'string' ? world.actors[actor] : actor,
  now,
});
const dissolve = (on = '2027-08-01') =>
  dissolveRegion({ id: world.regionId, on, reason: 'Kommunene går hver for seg.' }, by('caseworker'));

describe('a region dissolved in the middle of a year', () => {
  it('ends its memberships, its delegations and its coordinator’s role that day, and keeps what was asked and granted in it', async () => {
    const need = await makeBehovsmelding(world, { state: 'submitted' });
    expect(await dissolve()).toMatchObject({ kind: 'done' });
    const to = new Date('2027-08-01');
    expect(await models().regionMembership.findMany({ where: { regionId: world.regionId } })).toMatchObject([
      { to },
      { to },
    ]);
    expect(await models().delegation.findMany()).toMatchObject([{ to, endedById: world.actors.caseworker.userId }]);
    expect(new Set((await models().message.findMany()).map(({ kind, userId }) => `${kind} ${userId}`))).toEqual(
      new Set([
        ...['skoleeier', 'writer', 'leader', 'coordinator'].map(
          (who) => `delegation-ended ${world.actors[who as 'writer'].userId}`,
        ),
        `role-taken ${world.actors.coordinator.userId}`,
      ]),
    );
    expect(await models().behovsmelding.findUnique({ where: { id: need } })).toMatchObject({
      regionId: world.regionId,
    });
    expect(await models().auditEntry.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      {
        action: 'region.dissolve',
        subjectId: world.regionId,
        countyId: world.countyId,
        details: { on: '2027-08-01', members: 2, delegations: 1, reason: 'Kommunene går hver for seg.' },
      },
      {
        action: 'role.end',
        subjectType: 'region',
        subjectId: world.regionId,
        details: { name: world.actors.coordinator.name, role: 'coordinator', to: '2027-08-01' },
      },
    ]);
    expect(await models().roleGrant.findMany({ where: { regionId: world.regionId } })).toMatchObject([
      { role: 'coordinator', to },
    ]);
  });
  it('lets its coordinator work to the day before, and not on the day', async () => {
    await dissolve('2027-01-20');
    const begin = (now: string) =>
      createBehovsmelding({ ownerId: world.owner.id, roundId: world.roundId }, by('coordinator', new Date(now)));
    expect((await begin('2027-01-19T22:59:59Z')).kind).toBe('done');
    expect((await begin('2027-01-19T23:00:00Z')).kind).toBe('forbidden');
  });
  it('keeps on record what would have begun after, and never did', async () => {
    await models().regionMembership.create({
      data: { regionId: world.regionId, organisationId: world.uh.id, from: new Date('2027-09-01') },
    });
    await dissolve();
    const from = new Date('2027-09-01');
    expect(await models().regionMembership.findMany({ where: { organisationId: world.uh.id } })).toMatchObject([
      { from, to: from },
    ]);
  });
  it('is dissolved once, takes nobody in after, and the database says so too', async () => {
    expect((await Promise.all([dissolve(), dissolve('2027-09-01')])).map(({ kind }) => kind).sort()).toEqual([
      'done',
      'refused',
    ]);
    expect(
      await addRegionMember(
        { id: world.regionId, organisationId: world.uh.id, from: '2027-01-15', lastDay: '' },
        by('caseworker'),
      ),
    ).toMatchObject({ kind: 'refused', refusals: [{ code: 'region-dissolved' }] });
    expect(
      await violated(
        models().delegation.create({
          data: { regionId: world.regionId, organisationId: world.other.id, from: new Date('2020-01-01') },
        }),
      ),
    ).toBe('region_dissolved_is_over');
    expect(
      await violated(
        models().regionMembership.create({
          data: { regionId: world.regionId, organisationId: world.uh.id, from: new Date('2027-01-01') },
        }),
      ),
    ).toBe('region_dissolved_is_over');
  });
  it('needs a day and a reason', async () => {
    expect(await dissolveRegion({ id: world.regionId, on: '', reason: '' }, by('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { on: 'required', reason: 'required' },
    });
  });
});

describe('memberships', () => {
  const member = (change: Record<string, unknown> = {}) => ({
    id: world.regionId,
    organisationId: world.owner.id,
    from: '2027-01-15',
    lastDay: '',
    ...change,
  });
  it('are never two at a time of one organisation in one region: not by the rule, not by the database, not by two at once', async () => {
    expect(await addRegionMember(member(), by('caseworker'))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'member-already' }],
    });
    expect(
      await violated(
        models().regionMembership.create({
          data: { regionId: world.regionId, organisationId: world.owner.id, from: new Date('2027-01-01') },
        }),
      ),
    ).toBe('membership_once_at_a_time');
    const { id } = await models().regionMembership.findFirstOrThrow({ where: { organisationId: world.owner.id } });
    expect(
      await endMembership({ id: world.regionId, membershipId: id, on: '2027-01-15' }, by('caseworker')),
    ).toMatchObject({ kind: 'done' });
    expect(
      (await Promise.all([addRegionMember(member(), by('caseworker')), addRegionMember(member(), by('caseworker2'))]))
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['done', 'refused']);
  });
  it('may be in two regions at once', async () => {
    const made = await createRegion({ countyId: world.countyId, name: 'Senja og Sørreisa' }, by('caseworker'));
    expect(
      made.kind === 'done' && (await addRegionMember(member({ id: made.value.id }), by('caseworker'))),
    ).toMatchObject({ kind: 'done' });
  });
});

describe('regions of another county', () => {
  it('are nobody’s here to make, name, fill or dissolve', async () => {
    const { countyId, regionId, ownerId, caseworker } = await makeElsewhere();
    const tries = [
      await createRegion({ countyId, name: 'Ny' }, by('caseworker')),
      await renameRegion({ id: regionId, name: 'Ny' }, by('caseworker')),
      await dissolveRegion({ id: regionId, on: '2027-08-01', reason: 'x' }, by('caseworker')),
      await addRegionMember(
        { id: regionId, organisationId: world.owner.id, from: '2027-01-15', lastDay: '' },
        by('caseworker'),
      ),
      await endMembership({ id: regionId, membershipId: 'x', on: '2027-01-15' }, by('caseworker')),
      await renameRegion({ id: world.regionId, name: 'Ny' }, by(caseworker)),
    ];
    expect(tries).toEqual(tries.map(() => ({ kind: 'forbidden' })));
    expect(
      await addRegionMember(
        { id: world.regionId, organisationId: ownerId, from: '2027-01-15', lastDay: '' },
        by('caseworker'),
      ),
    ).toEqual({ kind: 'invalid', errors: { organisationId: 'not-in-list' } });
    expect(await models().auditEntry.count()).toBe(0);
  });
  it.each(['approver', 'auditor', 'secretariat', 'coordinator', 'skoleeier', 'administrator', 'stranger'] as const)(
    'nor are those here the %s’s',
    async (actor) => {
      expect(await createRegion({ countyId: world.countyId, name: 'Ny' }, by(actor))).toEqual({ kind: 'forbidden' });
      expect(await renameRegion({ id: world.regionId, name: 'Ny' }, by(actor))).toEqual({ kind: 'forbidden' });
    },
  );
  it('may have the name of one here, which no other here has', async () => {
    await makeElsewhere();
    expect(await createRegion({ countyId: world.countyId, name: 'rkk salten' }, by('caseworker'))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'region-exists', name: 'rkk salten' }],
    });
    expect(await createRegion({ countyId: world.countyId, name: 'Langt borte' }, by('caseworker'))).toMatchObject({
      kind: 'done',
    });
    expect(await renameRegion({ id: world.regionId, name: 'RKK Salten og Bodø' }, by('caseworker'))).toMatchObject({
      kind: 'done',
    });
    expect(await models().auditEntry.findFirst({ where: { action: 'region.rename' } })).toMatchObject({
      details: { was: 'RKK Salten', name: 'RKK Salten og Bodø' },
    });
  });
});
