import { beforeEach, describe, expect, it } from 'vitest';
import { endRole, giveRole } from '#lib/commands/people';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { findActor } from '#lib/db/people/user';
import type { Actor } from '#lib/domain/policy/row';
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
const grantOf = (userId: string, role: string) => models().roleGrant.findFirstOrThrow({ where: { userId, role } });
const unchanged = async () => expect(await models().auditEntry.count()).toBe(0);

describe('an administrator', () => {
  it('gives a colleague a role by e-mail, and it holds at once', async () => {
    expect(await giveRole(ola(), by('administrator'))).toEqual({ kind: 'done', value: { id: world.owner.id } });
    const user = await models().user.findUniqueOrThrow({ where: { email: 'ola.ny@fauske.no' } });
    expect(user).toMatchObject({ name: 'Ola Ny', isDemo: false });
    expect(await models().message.findMany()).toMatchObject([
      { kind: 'role-given', userId: user.id, delivery: 'at-once' },
    ]);
    expect(await findActor(db(), user.id, NOW)).toMatchObject({
      grants: [{ role: 'skoleeier', organisationId: world.owner.id, countyId: world.countyId }],
    });
    expect(await models().auditEntry.findMany()).toMatchObject([
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
    const { email } = await models().user.findUniqueOrThrow({ where: { id: known.userId } });
    expect(await giveRole(ola({ name: 'Min kollega', email }), by('administrator'))).toEqual({
      kind: 'done',
      value: { id: world.owner.id },
    });
    expect(await models().roleGrant.findFirst({ where: { userId: known.userId, role: 'skoleeier' } })).toMatchObject({
      invitedAs: 'Min kollega',
    });
    expect(await models().user.findUnique({ where: { id: known.userId } })).toMatchObject({ name: known.name });
    expect(JSON.stringify(await models().auditEntry.findMany({ select: { details: true } }))).not.toContain(known.name);
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
    const user = await models().user.findUniqueOrThrow({ where: { email: 'ola.ny@fauske.no' } });
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
    expect(await models().user.findUnique({ where: { email: 'ola.ny@fauske.no' } })).toMatchObject({
      name: '=HYPERLINK("http://example.no")',
    });
  });
  it('who asks twice at once gives one role', async () => {
    const both = await Promise.all([giveRole(ola(), by('administrator')), giveRole(ola(), by('administrator'))]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(await models().roleGrant.count({ where: { user: { email: 'ola.ny@fauske.no' } } })).toBe(1);
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
