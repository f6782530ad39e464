import { beforeEach, describe, expect, it } from 'vitest';
import { endRole, giveOffice, giveRole, giveSeat, nameAdministrator } from '#lib/commands/people';
import { db } from '#lib/db/client';
import { findActor } from '#lib/db/people/user';
import type { Actor } from '#lib/domain/policy/actor';
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
const ola = (change: Record<string, unknown> = {}) => ({
  id: world.owner.id,
  role: 'skoleeier',
  name: 'Ola Ny',
  email: 'Ola.Ny@Fauske.no',
  from: '2027-01-15',
  lastDay: '',
  ...change,
});
const grantOf = (userId: string, role: string) => db().roleGrant.findFirstOrThrow({ where: { userId, role } });
const unchanged = async () => expect(await db().auditEntry.count()).toBe(0);

/** Somebody who begins at Statsforvalteren, or as auditor, in a month. */
const statePerson = (role: 'caseworker' | 'approver' | 'auditor') =>
  db().user.create({
    data: {
      name: 'Snart',
      email: `snart.${role}@example.no`,
      roles: { create: { role, countyId: world.countyId, from: new Date('2027-02-15') } },
    },
  });

describe('an administrator', () => {
  it('gives a colleague a role by e-mail, and it holds at once', async () => {
    expect(await giveRole(ola(), by('administrator'))).toEqual({ kind: 'done', value: { id: world.owner.id } });
    const user = await db().user.findUniqueOrThrow({ where: { email: 'ola.ny@fauske.no' } });
    expect(user).toMatchObject({ name: 'Ola Ny', isDemo: false });
    expect(await db().message.findMany()).toMatchObject([{ kind: 'role-given', userId: user.id, delivery: 'at-once' }]);
    expect(await findActor(db(), user.id, NOW)).toMatchObject({
      grants: [{ role: 'skoleeier', organisationId: world.owner.id, countyId: world.countyId }],
    });
    expect(await db().auditEntry.findMany()).toMatchObject([
      {
        action: 'role.give',
        subjectType: 'organisation',
        subjectId: world.owner.id,
        countyId: world.countyId,
        details: { name: 'Ola Ny', role: 'skoleeier', from: '2027-01-15', to: null },
      },
    ]);
  });
  it('takes it back, from today at once', async () => {
    const { userId } = world.actors.writer;
    expect(
      await endRole({ id: (await grantOf(userId, 'skoleeier')).id, on: '2027-01-15' }, by('administrator')),
    ).toMatchObject({ kind: 'done' });
    expect(await findActor(db(), userId, NOW)).toMatchObject({ grants: [] });
  });
  it('adds a role to somebody the portal knows, without learning who they are', async () => {
    const known = world.actors.otherUh;
    const { email } = await db().user.findUniqueOrThrow({ where: { id: known.userId } });
    expect(await giveRole(ola({ name: 'Min kollega', email }), by('administrator'))).toEqual({
      kind: 'done',
      value: { id: world.owner.id },
    });
    expect(await db().roleGrant.findFirst({ where: { userId: known.userId, role: 'skoleeier' } })).toMatchObject({
      invitedAs: 'Min kollega',
    });
    expect(await db().user.findUnique({ where: { id: known.userId } })).toMatchObject({ name: known.name });
    expect(JSON.stringify(await db().auditEntry.findMany({ select: { details: true } }))).not.toContain(known.name);
  });
  it('of Fauske touches nothing at Bodø, and nothing at the university', async () => {
    for (const id of [world.other.id, world.uh.id])
      expect(await giveRole(ola({ id }), by('administrator'))).toEqual({ kind: 'forbidden' });
    for (const [actor, role] of [
      ['otherOwner', 'skoleeier'],
      ['uh', 'uh'],
      ['uhAdministrator', 'administrator'],
      ['caseworker', 'caseworker'],
      ['approver', 'approver'],
      ['member', 'member'],
      ['coordinator', 'coordinator'],
    ] as const) {
      expect(
        await endRole(
          { id: (await grantOf(world.actors[actor].userId, role)).id, on: '2027-01-15' },
          by('administrator'),
        ),
      ).toEqual({ kind: 'forbidden' });
    }
    await unchanged();
  });
  it('of a university gives its own role, and not an owner’s', async () => {
    expect(await giveRole(ola({ id: world.uh.id, role: 'uh' }), by('uhAdministrator'))).toMatchObject({ kind: 'done' });
    expect(await giveRole(ola({ id: world.uh.id, role: 'skoleeier' }), by('uhAdministrator'))).toEqual({
      kind: 'invalid',
      errors: { role: 'not-in-list' },
    });
  });
  it('can not take away the last administrator, nor can two take away each other', async () => {
    const own = await grantOf(world.actors.administrator.userId, 'administrator');
    expect(await endRole({ id: own.id, on: '2027-01-15' }, by('administrator'))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'last-administrator' }],
    });
    await giveRole(ola({ role: 'administrator' }), by('administrator'));
    const user = await db().user.findUniqueOrThrow({ where: { email: 'ola.ny@fauske.no' } });
    const other = await grantOf(user.id, 'administrator');
    const actor = await findActor(db(), user.id, NOW);
    const both = await Promise.all([
      endRole({ id: own.id, on: '2027-01-15' }, by(actor ?? world.actors.stranger)),
      endRole({ id: other.id, on: '2027-01-15' }, by('administrator')),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  });
  it.each([
    [{ email: 'ingen adresse' }, { email: 'not-an-email' }],
    [{ email: '' }, { email: 'required' }],
    [{ name: ' ' }, { name: 'required' }],
    [{ name: 'a\u0000b' }, { name: 'bad-character' }],
    [{ name: 'x'.repeat(100_000) }, { name: 'too-long' }],
    [{ role: 'caseworker' }, { role: 'not-in-list' }],
    [{ from: '2027-01-14' }, { from: 'in-the-past' }],
    [{ lastDay: '2027-01-14' }, { lastDay: 'end-before-start' }],
  ])('is told what is wrong with %j, and nothing changes', async (change, errors) => {
    expect(await giveRole(ola(change), by('administrator'))).toEqual({ kind: 'invalid', errors });
    await unchanged();
  });
  it('may write a name that looks like a formula: it is text', async () => {
    await giveRole(ola({ name: '=HYPERLINK("http://example.no")' }), by('administrator'));
    expect(await db().user.findUnique({ where: { email: 'ola.ny@fauske.no' } })).toMatchObject({
      name: '=HYPERLINK("http://example.no")',
    });
  });
  it('who asks twice at once gives one role', async () => {
    const both = await Promise.all([giveRole(ola(), by('administrator')), giveRole(ola(), by('administrator'))]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(await db().roleGrant.count({ where: { user: { email: 'ola.ny@fauske.no' } } })).toBe(1);
  });
  it.each([
    'skoleeier',
    'leader',
    'caseworker',
    'approver',
    'auditor',
    'secretariat',
    'uhAdministrator',
    'stranger',
  ] as const)('is not what the %s is', async (actor) => {
    expect(await giveRole(ola(), by(actor))).toEqual({ kind: 'forbidden' });
  });
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
      const { id } = await db().roleGrant.findFirstOrThrow({ where: { role, user: { email: 'nils@example.no' } } });
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
    const { id } = await db().roleGrant.findFirstOrThrow({
      where: { role: 'member', user: { email: 'lise@example.no' } },
    });
    expect(
      await giveSeat(seat({ role: 'deputy', email: 'vera@example.no', deputyForId: id }), by('secretariat')),
    ).toMatchObject({ kind: 'done' });
    expect(
      await db().roleGrant.findFirst({ where: { role: 'deputy', user: { email: 'vera@example.no' } } }),
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
