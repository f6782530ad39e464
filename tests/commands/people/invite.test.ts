import { beforeAll, describe, expect, it } from 'vitest';
import { invitePerson } from '#lib/commands/people';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { findActor } from '#lib/db/people/user';
import { SYSTEM } from '#lib/domain/policy/may';
import { askIn, makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const context = { actor: SYSTEM, now: NOW };
const invite = (input: Record<string, string>) =>
  invitePerson({ email: 'ny@example.no', county: 'Prøvefylke', ...input }, context);

describe('an invitation', () => {
  it('gives the role from today on, by an address in lower case, and is logged once however often it is sent', async () => {
    const first = await invite({ email: 'Kari.Berg@Example.no', role: 'caseworker', name: 'Kari Berg' });
    const again = await invite({ email: 'kari.berg@example.no', role: 'caseworker', county: 'provefylke' });
    expect([first, again]).toMatchObject([
      { kind: 'done', value: { changed: true } },
      { kind: 'done', value: { changed: false } },
    ]);
    const user = await models().user.findUniqueOrThrow({
      where: { email: 'kari.berg@example.no' },
      include: { roles: true },
    });
    expect(user).toMatchObject({ name: 'Kari Berg', roles: [{ role: 'caseworker', countyId: world.countyId }] });
    expect(await findActor(db(), user.id, NOW)).toMatchObject({ grants: [{ role: 'caseworker' }] });
    expect(await models().auditEntry.findMany({ where: { subjectId: user.id } })).toMatchObject([
      {
        action: 'user.invite',
        actorId: 'system',
        countyId: world.countyId,
        details: { name: 'Kari Berg', role: 'caseworker' },
      },
    ]);
  });

  it('sent twice at once gives one person one role', async () => {
    const both = await Promise.all([
      invite({ email: 'to@example.no', role: 'auditor' }),
      invite({ email: 'to@example.no', role: 'auditor' }),
    ]);
    expect(both.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(await models().roleGrant.count({ where: { user: { email: 'to@example.no' } } })).toBe(1);
  });

  it('finds the place each role needs', async () => {
    const places = [
      await invite({ email: 'a@example.no', role: 'skoleeier', organisation: '972 418 021' }),
      await invite({ email: 'b@example.no', role: 'uh', organisation: world.uh.orgnr }),
      await invite({ email: 'c@example.no', role: 'coordinator', region: 'rkk salten' }),
      await invite({ email: 'd@example.no', role: 'secretariat' }),
    ];
    expect(places.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done']);
    const held = await models().roleGrant.findMany({
      where: { user: { email: { in: ['a@example.no', 'b@example.no', 'c@example.no', 'd@example.no'] } } },
      orderBy: { user: { email: 'asc' } },
    });
    expect(held).toMatchObject([
      { organisationId: world.owner.id, countyId: world.countyId },
      { organisationId: world.uh.id },
      { regionId: world.regionId },
      { forumId: world.forumId },
    ]);
  });

  it.each([
    [{ email: 'no address', role: 'auditor' }, 'email'],
    [{ role: 'boss' }, 'role'],
    [{ role: 'caseworker', county: 'Atlantis' }, 'county'],
    [{ role: 'skoleeier', organisation: '970940243' }, 'organisation'],
    [{ role: 'uh', organisation: '972418021' }, 'organisation'],
    [{ role: 'coordinator', region: 'Ukjent' }, 'region'],
    [{ role: 'member', forum: 'Ukjent' }, 'forum'],
    [{ role: 'auditor', name: 'a\0b' }, 'name'],
  ])('that makes no sense is told at its field: %j', async (input: Record<string, string>, field) => {
    const outcome = await invite(input);
    expect(outcome.kind === 'invalid' ? Object.keys(outcome.errors) : outcome).toEqual([field]);
    expect(await models().user.count({ where: { email: 'ny@example.no' } })).toBe(0);
  });

  it('to Statsforvalteren or to audit is not for whoever has a role on the other side or is asked to a need, nor the other way, until that role is ended', async () => {
    const no = { kind: 'refused', refusals: [{ code: 'can-not-invite' }] };
    for (const who of [
      'sverre.skriver',
      'lise.leder',
      'kaja.koordinator',
      'unn.uh',
      'mona.medlem',
      'ada.administrator',
    ])
      for (const role of ['caseworker', 'approver', 'auditor'])
        expect(await invite({ email: `${who}@example.no`, role })).toEqual(no);
    expect(await invite({ email: 'sara.saksbehandler@example.no', role: 'coordinator', region: 'RKK Salten' })).toEqual(
      no,
    );
    await askIn(world, await makeBehovsmelding(world), 'comment');
    expect(await invite({ email: 'rolf.rektor@example.no', role: 'auditor' })).toEqual(no);
    expect((await invite({ email: 'siri.sekretariat@example.no', role: 'caseworker' })).kind).toBe('done');
    await models().roleGrant.updateMany({
      where: { userId: world.actors.member.userId },
      data: { to: new Date('2027-01-15') },
    });
    expect((await invite({ email: 'mona.medlem@example.no', role: 'caseworker' })).kind).toBe('done');
  });

  it('does not open an access that has ended, and is nobody’s to send but the portal’s own', async () => {
    await models().user.create({
      data: { name: 'Sluttet', email: 'sluttet@example.no', endedAt: new Date('2026-01-01') },
    });
    expect(await invite({ email: 'sluttet@example.no', role: 'auditor' })).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'access-ended' }],
    });
    expect(
      await invitePerson(
        { email: 'x@example.no', role: 'auditor', county: 'provefylke' },
        { actor: world.actors.approver, now: NOW },
      ),
    ).toEqual({ kind: 'forbidden' });
  });
});
