import { beforeEach, describe, expect, it } from 'vitest';
import { endRole, giveOffice, giveRole, giveSeat, nameAdministrator } from '#lib/commands/people';
import { models } from '#prisma/models';
import type { Actor } from '#lib/domain/policy/row';
import { makeElsewhere } from '#tests/support/elsewhere';
import { freshWorld } from '#tests/support/recommended';
import { NOW, type World } from '#tests/support/world';

let world: World;
beforeEach(async () => {
  world = await freshWorld();
});

const by = (actor: keyof World['actors'] | Actor, now = NOW) => ({
  actor: typeof actor === 'string' ? world.actors[actor] : actor,
  now,
});
const grantOf = (userId: string, role: string) => models().roleGrant.findFirstOrThrow({ where: { userId, role } });
const unchanged = async () => expect(await models().auditEntry.count()).toBe(0);

/** Somebody who begins at Statsforvalteren, or as auditor, in a month. */
const statePerson = (role: 'caseworker' | 'approver' | 'auditor') =>
  models().user.create({
    data: {
      name: 'Snart',
      email: `snart.${role}@example.no`,
      roles: { create: { role, countyId: world.countyId, from: new Date('2027-02-15') } },
    },
  });

describe('Statsforvalteren', () => {
  it('names the first administrator of an organisation in the county, and not a second', async () => {
    const name = (email: string) =>
      nameAdministrator(
        { id: world.other.id, name: 'Bo Første', email, from: '2027-01-15', lastDay: '' },
        by('caseworker'),
      );
    expect(await name('bo@bodo.no')).toMatchObject({ kind: 'done' });
    expect(await name('ida@bodo.no')).toEqual({ kind: 'refused', refusals: [{ code: 'has-administrator' }] });
  });
  it('names nobody in another county, and neither does that county here', async () => {
    const elsewhere = await makeElsewhere();
    const first = (id: string) => ({ id, name: 'Bo', email: 'bo@example.no', from: '2027-01-15', lastDay: '' });
    expect(await nameAdministrator(first(elsewhere.ownerId), by('caseworker'))).toEqual({ kind: 'forbidden' });
    expect(await nameAdministrator(first(world.other.id), by(elsewhere.caseworker))).toEqual({ kind: 'forbidden' });
    expect(
      await giveOffice(
        { ...first(''), countyId: world.countyId, role: 'coordinator', placeId: elsewhere.regionId },
        by('caseworker'),
      ),
    ).toEqual({ kind: 'missing' });
    expect(
      await endRole(
        { id: (await grantOf(world.actors.member.userId, 'member')).id, on: '2027-01-15' },
        by(elsewhere.caseworker),
      ),
    ).toEqual({ kind: 'forbidden' });
  });
  it('takes no role from an organisation, and none from its own', async () => {
    for (const [actor, role] of [
      ['skoleeier', 'skoleeier'],
      ['administrator', 'administrator'],
      ['approver', 'approver'],
      ['caseworker2', 'caseworker'],
    ] as const) {
      expect(
        await endRole({ id: (await grantOf(world.actors[actor].userId, role)).id, on: '2027-01-15' }, by('caseworker')),
      ).toEqual({ kind: 'forbidden' });
    }
  });
  it.each(['caseworker', 'approver', 'auditor'] as const)(
    'gives nobody who is to be %s a role that reads drafts or has a vote',
    async (role) => {
      const { email } = await statePerson(role);
      const no = { kind: 'refused', refusals: [{ code: 'can-not-invite' }] };
      const person = { name: 'Noen', email, from: '2027-01-15', lastDay: '' };
      expect(
        await giveOffice(
          { ...person, countyId: world.countyId, role: 'coordinator', placeId: world.regionId },
          by('caseworker'),
        ),
      ).toEqual(no);
      expect(await nameAdministrator({ ...person, id: world.other.id }, by('caseworker'))).toEqual(no);
      for (const given of ['skoleeier', 'leader', 'administrator'])
        expect(await giveRole({ ...person, id: world.owner.id, role: given }, by('administrator'))).toEqual(no);
      expect(await giveRole({ ...person, id: world.uh.id, role: 'uh' }, by('uhAdministrator'))).toEqual(no);
      expect(
        await giveSeat(
          { ...person, id: world.forumId, role: 'member', seat: 'others', representsId: '', deputyForId: '' },
          by('secretariat'),
        ),
      ).toEqual(no);
      await unchanged();
      expect(
        (
          await giveOffice(
            { ...person, countyId: world.countyId, role: 'secretariat', placeId: world.forumId },
            by('caseworker'),
          )
        ).kind,
      ).toBe('done');
    },
  );
  it('names a coordinator and a secretary, and takes the roles back', async () => {
    for (const [role, placeId] of [
      ['coordinator', world.regionId],
      ['secretariat', world.forumId],
    ] as const) {
      expect(
        await giveOffice(
          {
            countyId: world.countyId,
            role,
            placeId,
            name: 'Nils',
            email: 'nils@example.no',
            from: '2027-01-15',
            lastDay: '',
          },
          by('caseworker'),
        ),
      ).toMatchObject({ kind: 'done' });
      const { id } = await models().roleGrant.findFirstOrThrow({ where: { role, user: { email: 'nils@example.no' } } });
      expect(await endRole({ id, on: '2027-01-15' }, by('caseworker'))).toMatchObject({ kind: 'done' });
    }
  });
});

describe('a forum’s secretariat', () => {
  const seat = (change: Record<string, unknown> = {}) => ({
    id: world.forumId,
    role: 'member',
    name: 'Lise Lærer',
    email: 'lise@example.no',
    from: '2027-01-15',
    lastDay: '',
    seat: 'unions',
    representsId: '',
    deputyForId: '',
    ...change,
  });
  it('seats a member and a deputy for it, and the deputy reads as the member does', async () => {
    expect(await giveSeat(seat(), by('secretariat'))).toMatchObject({ kind: 'done' });
    const { id } = await models().roleGrant.findFirstOrThrow({
      where: { role: 'member', user: { email: 'lise@example.no' } },
    });
    expect(
      await giveSeat(seat({ role: 'deputy', email: 'vera@example.no', deputyForId: id }), by('secretariat')),
    ).toMatchObject({ kind: 'done' });
    expect(
      await models().roleGrant.findFirst({ where: { role: 'deputy', user: { email: 'vera@example.no' } } }),
    ).toMatchObject({ seat: 'unions', deputyForId: id, forumId: world.forumId });
  });
  it('must say whom a deputy is for, a member of the same forum', async () => {
    expect(await giveSeat(seat({ role: 'deputy' }), by('secretariat'))).toEqual({
      kind: 'invalid',
      errors: { deputyForId: 'required' },
    });
    const secretary = await grantOf(world.actors.secretariat.userId, 'secretariat');
    expect(await giveSeat(seat({ role: 'deputy', deputyForId: secretary.id }), by('secretariat'))).toEqual({
      kind: 'invalid',
      errors: { deputyForId: 'not-in-list' },
    });
  });
  it('seats whoever speaks for an organisation of the county or of none, and for no other', async () => {
    const elsewhere = await makeElsewhere();
    for (const representsId of ['no-such', elsewhere.ownerId])
      expect(await giveSeat(seat({ representsId }), by('secretariat'))).toEqual({
        kind: 'invalid',
        errors: { representsId: 'not-in-list' },
      });
    expect((await giveSeat(seat({ representsId: world.owner.id }), by('secretariat'))).kind).toBe('done');
  });
  it('seats nobody in another forum, and takes back no secretary', async () => {
    const elsewhere = await makeElsewhere();
    expect(await giveSeat(seat({ id: elsewhere.forumId }), by('secretariat'))).toEqual({ kind: 'forbidden' });
    expect(await giveSeat(seat(), by(elsewhere.caseworker))).toEqual({ kind: 'forbidden' });
    expect(
      await endRole(
        { id: (await grantOf(world.actors.secretariat.userId, 'secretariat')).id, on: '2027-01-15' },
        by('secretariat'),
      ),
    ).toEqual({ kind: 'forbidden' });
    expect(
      await endRole(
        { id: (await grantOf(world.actors.member.userId, 'member')).id, on: '2027-01-15' },
        by('secretariat'),
      ),
    ).toMatchObject({ kind: 'done' });
  });
});
