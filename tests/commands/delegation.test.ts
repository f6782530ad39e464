import { beforeAll, describe, expect, it } from 'vitest';
import { endDelegationOf } from '#lib/commands/delegation';
import { giveDelegation } from '#lib/commands/delegation';
import { saveReport } from '#lib/commands/report';
import { db } from '#lib/db/client';
import { constraintOf } from '#lib/db/constraints';
import type { Actor } from '#lib/domain/policy/actor';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { listBehovsmeldinger, newBehovsmelding } from '#lib/queries/behovsmelding/list';
import { readDelegations } from '#lib/queries/delegation';
import { readStart } from '#lib/queries/start';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await db().delegation.updateMany({ data: { to: new Date('2026-06-01') } });
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const violated = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: unknown) => constraintOf(error)?.name ?? String(error),
  );
const logged = (subjectId: string) => db().auditEntry.findMany({ where: { subjectType: 'delegation', subjectId } });

/** An owner of its own for a test, a member of the region: what is delegated stays. */
async function owner() {
  const { id } = await db().organisation.create({
    data: {
      name: 'Steigen',
      kind: 'kommune',
      countyId: world.countyId,
      memberships: { create: [{ regionId: world.regionId, from: new Date('2020-01-01') }] },
    },
  });
  const actor: Actor = {
    ...world.actors.otherOwner,
    grants: world.actors.otherOwner.grants.map((grant) => ({ ...grant, organisationId: id })),
  };
  const give = (change: object = {}, now = NOW) =>
    giveDelegation(
      {
        ownerId: id,
        regionId: world.regionId,
        covers: ['needs'],
        from: '2027-01-15',
        lastDay: '2027-12-31',
        note: 'Kommunedirektøren, 10. januar 2027.',
        ...change,
      },
      { actor, now },
    );
  const held = async (change: object = {}) =>
    (
      await db().delegation.create({
        data: { organisationId: id, regionId: world.regionId, from: new Date('2026-01-01'), ...change },
      })
    ).id;
  return { id, actor, give, held, own: { actor, now: NOW } };
}

describe('giving a delegation', () => {
  it('writes who gave what to whom, and logs it', async () => {
    const { id, give } = await owner();
    const made = await give();
    if (made.kind !== 'done') throw new Error(made.kind);
    expect(await db().delegation.findUniqueOrThrow({ where: { id: made.value.id } })).toMatchObject({
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
    const { id, give } = await owner();
    const answer = await give({ [field]: value });
    if (answer.kind !== 'invalid') throw new Error(answer.kind);
    expect(Object.entries(answer.errors).map(([path, code]) => [path.split('.')[0], code])).toEqual([[field, error]]);
    expect(await db().delegation.count({ where: { organisationId: id } })).toBe(0);
  });

  it('is not for anybody but the owner’s leader', async () => {
    const { id, actor } = await owner();
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
    const { id, give } = await owner();
    const both = await Promise.all([give(), give({ covers: ['reports', 'needs'] })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(await db().delegation.count({ where: { organisationId: id } })).toBe(1);
  });

  it('reaches an office of a region the owner has left, so that what was begun there can be finished', async () => {
    const { id, give } = await owner();
    await db().regionMembership.updateMany({ where: { organisationId: id }, data: { to: new Date('2026-08-01') } });
    expect((await give({ covers: ['reports'] })).kind).toBe('done');
  });
});

describe('what a delegation opens', () => {
  it('is needs or reports, each by itself', async () => {
    const { id, give } = await owner();
    const need = await makeBehovsmelding(world, { ownerId: id });
    const tiltak = await db().tiltak.create({
      data: {
        reference: 'PF-2027-0001',
        number: 1,
        year: 2027,
        countyId: world.countyId,
        roundId: world.roundId,
        title: 'T',
        leadId: id,
        leadName: 'Steigen',
      },
    });
    const { halves } = await db().annualReport.create({
      data: {
        tiltakId: tiltak.id,
        year: 2027,
        dueOn: new Date('2028-02-01'),
        halves: { create: [{ side: 'owner', organisationId: id }] },
      },
      include: { halves: true },
    });
    const opens = async () => [
      (await readBehovsmelding({ id: need }, as('coordinator'))) !== null,
      (await saveReport({ id: halves[0]?.id }, as('coordinator'))).kind,
    ];
    expect(await opens()).toEqual([false, 'forbidden']);
    expect((await give({ covers: ['reports'] })).kind).toBe('done');
    expect(await opens()).toEqual([false, 'done']);
    expect((await give()).kind).toBe('done');
    expect((await opens())[0]).toBe(true);
  });

  it('is shut on the day it ends: drafts are in no list, no task and at no address', async () => {
    const { id, held, own } = await owner();
    const [need, delegation] = [await makeBehovsmelding(world, { ownerId: id }), await held()];
    const reached = async (now = NOW) =>
      [
        (await readBehovsmelding({ id: need }, as('coordinator', now)))?.need.id,
        ...((await listBehovsmeldinger({}, as('coordinator', now)))?.rows ?? []).map((row) => row.id),
        ...((await readStart({}, as('coordinator', now)))?.tasks ?? []).map((task) => task.id),
        ...((await newBehovsmelding({}, as('coordinator', now)))?.owners ?? []).map((one) => one.id),
      ].filter((one) => one === need || one === id);
    expect(await reached()).toEqual([need, need, need, id]);
    expect((await endDelegationOf({ id: delegation, on: '2027-01-15' }, own)).kind).toBe('done');
    expect(await reached()).toEqual([]);
    expect(await reached(new Date('2027-01-16T10:00:00Z'))).toEqual([]);
  });

  it('is shut in the second the day turns in Oslo after its last day', async () => {
    const { id, held } = await owner();
    const need = await makeBehovsmelding(world, { ownerId: id });
    await held({ to: new Date('2027-01-15') });
    expect(await readBehovsmelding({ id: need }, as('coordinator', new Date('2027-01-14T22:59:59Z')))).not.toBeNull();
    expect(await readBehovsmelding({ id: need }, as('coordinator', new Date('2027-01-14T23:00:00Z')))).toBeNull();
  });

  it('does not end because the region does: the need stays with its owner, and with the office until the owner takes it back', async () => {
    const { id, held, own } = await owner();
    const [need, delegation] = [await makeBehovsmelding(world, { ownerId: id, state: 'submitted' }), await held()];
    await db().regionMembership.updateMany({ where: { organisationId: id }, data: { to: new Date('2027-01-01') } });
    expect(await readBehovsmelding({ id: need }, as('coordinator'))).not.toBeNull();
    expect((await endDelegationOf({ id: delegation, on: '2027-01-15' }, own)).kind).toBe('done');
    expect(await readBehovsmelding({ id: need }, as('coordinator'))).toBeNull();
    expect((await readBehovsmelding({ id: need }, own))?.need).toMatchObject({
      regionId: world.regionId,
      state: 'submitted',
    });
  });
});

describe('taking a delegation back', () => {
  it('is for its owner alone, once, and is logged', async () => {
    const { held, actor, own } = await owner();
    const id = await held();
    for (const who of ['otherOwner', 'coordinator', 'caseworker', 'uh', 'stranger'] as const)
      expect((await endDelegationOf({ id, on: '2027-01-20' }, as(who))).kind).toBe('forbidden');
    expect((await endDelegationOf({ id, on: '2027-01-20' }, own)).kind).toBe('done');
    expect(await db().delegation.findUniqueOrThrow({ where: { id } })).toMatchObject({
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
    const id = await (await owner()).held({ to: new Date('2027-06-01') });
    for (const data of [
      { note: 'Annet' },
      { covers: ['needs'] },
      { from: new Date('2020-01-01') },
      { to: new Date('2027-06-02') },
      { to: null },
    ])
      expect(await violated(db().delegation.update({ where: { id }, data }))).toBe('delegation_only_ends');
    expect(await violated(db().delegation.delete({ where: { id } }))).toBe('delegation_only_ends');
  });

  it('holds two of the same matter apart, wants words from the giver, and a matter of its list', async () => {
    const { held } = await owner();
    await held();
    expect(await violated(held({ covers: ['needs'] }))).toBe('delegation_needs_one_at_a_time');
    expect(await violated(held({ covers: ['reports'] }))).toBe('delegation_reports_one_at_a_time');
    const other = await owner();
    expect(await violated(other.held({ givenById: 'x', givenAt: NOW }))).toBe('delegation_given_in_writing');
    for (const covers of [[], ['alt']]) expect(await violated(other.held({ covers }))).toBe('delegation_covers_listed');
  });
});

describe('the page', () => {
  it('shows an owner what it has given, the office what it has got and which members have not, and the county all of it', async () => {
    const { held, own, id } = await owner();
    const delegation = await held();
    const page = async (context: { actor: Actor; now: Date }) => {
      const found = await readDelegations({}, context);
      return found === null
        ? null
        : {
            given: found.given.map((one) => one.id),
            received: found.received.some((one) => one.id === delegation),
            without: found.without.map(({ name }) => name).includes('Bodø'),
            county: found.inCounty?.some((one) => one.id === delegation),
            choices: found.choices.map(({ name, member }) => [name, member]),
          };
    };
    expect(await page(own)).toEqual({
      given: [delegation],
      received: false,
      without: false,
      county: undefined,
      choices: [['RKK Salten', true]],
    });
    expect(await page(as('coordinator'))).toEqual({
      given: [],
      received: true,
      without: true,
      county: undefined,
      choices: [],
    });
    expect(await page(as('auditor'))).toEqual({
      given: [],
      received: false,
      without: false,
      county: true,
      choices: [],
    });
    expect((await page(as('otherOwner')))?.given).toEqual([]);
    for (const who of ['uh', 'member', 'stranger'] as const) expect(await page(as(who))).toBeNull();
    expect((await readDelegations({}, as('coordinator')))?.received.find((one) => one.ownerId === id)).toMatchObject({
      state: 'valid',
      mayEnd: false,
    });
  });
});
