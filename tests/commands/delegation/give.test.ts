import { beforeAll, describe, expect, it } from 'vitest';
import { endDelegationOf, giveDelegation } from '#lib/commands/delegation';
import { models } from '#prisma/models';
import type { Actor } from '#lib/domain/policy/row';
import { makeOwner } from '#tests/support/owner';
import { violated } from '#tests/support/refused';
import { makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await models().delegation.updateMany({ data: { to: new Date('2026-06-01') } });
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const logged = (subjectId: string) => models().auditEntry.findMany({ where: { subjectType: 'delegation', subjectId } });

describe('giving a delegation', () => {
  it('writes who gave what to whom, and logs it', async () => {
    const { id, give } = await makeOwner(world);
    const made = await give();
    if (made.kind !== 'done') throw new Error(made.kind);
    expect(await models().delegation.findUniqueOrThrow({ where: { id: made.value.id } })).toMatchObject({
      organisationId: id,
      regionId: world.regionId,
      covers: ['needs'],
      to: new Date('2028-01-01'),
      givenById: world.actors.otherOwner.userId,
      givenAt: NOW,
      note: 'Kommunedirektøren, 10. januar 2027.',
    });
    expect(await logged(made.value.id)).toMatchObject([
      { action: 'delegation.give', details: { owner: 'Steigen', region: 'RKK Salten', covers: 'needs' } },
    ]);
  });

  it.each([
    ['note', ' ', 'required'],
    ['covers', [], 'too-few'],
    ['covers', 'alt', 'not-in-list'],
    ['regionId', '', 'not-in-list'],
    ['from', '2027-02-30', 'not-a-date'],
  ])('with %s %j is told at the field, and nothing is written', async (field, value, error) => {
    const { id, give } = await makeOwner(world);
    const answer = await give({ [field]: value });
    if (answer.kind !== 'invalid') throw new Error(answer.kind);
    expect(Object.entries(answer.errors).map(([path, code]) => [path.split('.')[0], code])).toEqual([[field, error]]);
    expect(await models().delegation.count({ where: { organisationId: id } })).toBe(0);
  });

  it('is not for anybody but the owner’s leader', async () => {
    const { id, actor } = await makeOwner(world);
    const writes: Actor = { ...actor, grants: actor.grants.filter(({ role }) => role === 'skoleeier') };
    expect(
      (
        await giveDelegation(
          { ownerId: id, regionId: world.regionId, covers: ['needs'], from: '2027-01-15', lastDay: '', note: 'Ja.' },
          { actor: writes, now: NOW },
        )
      ).kind,
    ).toBe('forbidden');
    for (const who of ['skoleeier', 'otherOwner', 'coordinator', 'uh', 'caseworker', 'approver', 'stranger'] as const) {
      expect(
        (
          await giveDelegation(
            { ownerId: id, regionId: world.regionId, covers: ['needs'], from: '2027-01-15', lastDay: '', note: 'Ja.' },
            as(who),
          )
        ).kind,
      ).toBe('forbidden');
    }
  });

  it('happens once when it is asked for twice at once', async () => {
    const { id, give } = await makeOwner(world);
    const both = await Promise.all([give(), give({ covers: ['reports', 'needs'] })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(await models().delegation.count({ where: { organisationId: id } })).toBe(1);
  });

  it('reaches an office of a region the owner has left, so that what was begun there can be finished', async () => {
    const { id, give } = await makeOwner(world);
    await models().regionMembership.updateMany({ where: { organisationId: id }, data: { to: new Date('2026-08-01') } });
    expect((await give({ covers: ['reports'] })).kind).toBe('done');
  });
});

describe('taking a delegation back', () => {
  it('is for its owner alone, once, and is logged', async () => {
    const { held, actor, own } = await makeOwner(world);
    const id = await held();
    for (const who of ['otherOwner', 'coordinator', 'caseworker', 'uh', 'stranger'] as const)
      expect((await endDelegationOf({ id, on: '2027-01-20' }, as(who))).kind).toBe('forbidden');
    expect((await endDelegationOf({ id, on: '2027-01-20' }, own)).kind).toBe('done');
    expect(await models().delegation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      to: new Date('2027-01-20'),
      endedById: actor.userId,
      endedAt: NOW,
    });
    expect(await logged(id)).toMatchObject([{ action: 'delegation.end', details: { to: '2027-01-20' } }]);
    expect(
      (await endDelegationOf({ id, on: '2027-01-21' }, { actor, now: new Date('2027-01-20T08:00:00Z') })).kind,
    ).toBe('refused');
    expect((await endDelegationOf({ id: 'no-such', on: '2027-01-21' }, own)).kind).toBe('missing');
  });
});

describe('the database', () => {
  it('lets nobody remove a delegation, write it over or make it last longer', async () => {
    const id = await (await makeOwner(world)).held({ to: new Date('2027-06-01') });
    for (const data of [
      { note: 'Annet' },
      { covers: ['needs'] },
      { from: new Date('2020-01-01') },
      { to: new Date('2027-06-02') },
      { to: null },
    ])
      expect(await violated(models().delegation.update({ where: { id }, data }))).toBe('delegation_only_ends');
    expect(await violated(models().delegation.delete({ where: { id } }))).toBe('delegation_only_ends');
  });

  it('holds two of the same matter apart, wants words from the giver, and a matter of its list', async () => {
    const { held } = await makeOwner(world);
    await held();
    expect(await violated(held({ covers: ['needs'] }))).toBe('delegation_needs_one_at_a_time');
    expect(await violated(held({ covers: ['reports'] }))).toBe('delegation_reports_one_at_a_time');
    const other = await makeOwner(world);
    expect(await violated(other.held({ givenById: 'x', givenAt: NOW }))).toBe('delegation_given_in_writing');
    for (const covers of [[], ['alt']]) expect(await violated(other.held({ covers }))).toBe('delegation_covers_listed');
  });
});
