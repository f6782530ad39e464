import { beforeAll, describe, expect, it } from 'vitest';
import { endDelegationOf } from '#lib/commands/delegation';
import { saveReport } from '#lib/commands/report';
import { models } from '#prisma/models';
import type { Actor } from '#lib/domain/policy/row';
import { readBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { listBehovsmeldinger, newBehovsmelding } from '#lib/queries/behovsmelding/list';
import { readDelegations } from '#lib/queries/delegation';
import { readStart } from '#lib/queries/start';
import { makeOwner } from '#tests/support/owner';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await models().delegation.updateMany({ data: { to: new Date('2026-06-01') } });
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });

describe('what a delegation opens', () => {
  it('is needs or reports, each by itself', async () => {
    const { id, give } = await makeOwner(world);
    const need = await makeBehovsmelding(world, { ownerId: id });
    const tiltak = await models().tiltak.create({
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
    const { halves } = await models().annualReport.create({
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
    const { id, held, own } = await makeOwner(world);
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
    const { id, held } = await makeOwner(world);
    const need = await makeBehovsmelding(world, { ownerId: id });
    await held({ to: new Date('2027-01-15') });
    expect(await readBehovsmelding({ id: need }, as('coordinator', new Date('2027-01-14T22:59:59Z')))).not.toBeNull();
    expect(await readBehovsmelding({ id: need }, as('coordinator', new Date('2027-01-14T23:00:00Z')))).toBeNull();
  });

  it('does not end because the region does: the need stays with its owner, and with the office until the owner takes it back', async () => {
    const { id, held, own } = await makeOwner(world);
    const [need, delegation] = [await makeBehovsmelding(world, { ownerId: id, state: 'submitted' }), await held()];
    await models().regionMembership.updateMany({ where: { organisationId: id }, data: { to: new Date('2027-01-01') } });
    expect(await readBehovsmelding({ id: need }, as('coordinator'))).not.toBeNull();
    expect((await endDelegationOf({ id: delegation, on: '2027-01-15' }, own)).kind).toBe('done');
    expect(await readBehovsmelding({ id: need }, as('coordinator'))).toBeNull();
    expect((await readBehovsmelding({ id: need }, own))?.need).toMatchObject({
      regionId: world.regionId,
      state: 'submitted',
    });
  });
});

describe('the page', () => {
  it('shows an owner what it has given, the office what it has got and which members have not, and the county all of it', async () => {
    const { held, own, id } = await makeOwner(world);
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
