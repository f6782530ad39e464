import { beforeEach, describe, expect, it } from 'vitest';
import { acceptReport, fileOwnerHalf } from '#lib/commands/report';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { openReport } from '#lib/db/report/save';
import { day } from '#tests/support/day';
import { freshWorld } from '#tests/support/recommended';
import { fileBoth, halvesOf, makeReport, OWNER_HALF, type MadeReport } from '#tests/support/report';
import { NOW, type World } from '#tests/support/world';

let world: World;
let made: MadeReport;
beforeEach(async () => {
  world = await freshWorld();
  made = await makeReport(world);
});

const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const half = (id: string) => models().reportHalf.findUniqueOrThrow({ where: { id } });
const roundState = async () => (await models().round.findFirst())?.state;
const logged = (action: string, subjectType = 'half') =>
  models().auditEntry.findMany({ where: { action, subjectType }, orderBy: { id: 'asc' } });

const accept = (id: string, actor: keyof World['actors'] = 'caseworker', version = 2) =>
  acceptReport({ id, version }, by(actor));

describe('accepting', () => {
  it('of the last half closes the year: the tiltak gets its status and the round is finished', async () => {
    await fileBoth(world, made, { ...OWNER_HALF, carryOverAsked: '', status: 'completed' });
    expect(await accept(made.owner)).toMatchObject({ kind: 'done' });
    expect(await models().tiltak.findFirst()).toMatchObject({ status: 'planned' });
    expect(await roundState()).toBe('reporting');
    expect(await accept(made.uh)).toMatchObject({ kind: 'done' });
    expect(await models().tiltak.findFirst()).toMatchObject({ status: 'completed' });
    expect(await roundState()).toBe('finished');
    expect((await logged('report.accept')).map(({ details }) => details)).toMatchObject([
      { closed: false, opened: null },
      { closed: true, opened: null },
    ]);
    expect(await logged('report.accept', 'round')).toHaveLength(1);
  });
  it('opens the report of the next budget year, for those who have money in it, with what was carried over', async () => {
    world = await freshWorld({ budget: 2_000_000 });
    made = await makeReport(
      world,
      [
        { year: 2027, network: 200_000, uh: 300_000 },
        { year: 2028, network: 40_000, uh: 60_000 },
      ],
      { egenandel: 180_000 },
    );
    await fileBoth(world, made, { ...OWNER_HALF, egenandel: '180000' });
    await accept(made.owner);
    expect(await accept(made.uh)).toMatchObject({ kind: 'done' });
    const next = await halvesOf(made.tiltakId, 2028);
    expect(await models().annualReport.findUnique({ where: { id: next.id } })).toMatchObject({
      dueOn: new Date('2029-02-01'),
    });
    expect(await half(next.uh)).toMatchObject({ state: 'open', organisationId: world.uh.id });
    expect(await roundState()).toBe('reporting');
    // 40 000 granted + 50 000 carried in: 90 000 may be unspent and asked carried over again, 90 001 not
    const again = { ...OWNER_HALF, spent: '0', egenandel: '0', egenandelUsedFor: '' };
    expect(
      await fileOwnerHalf({ id: next.owner, version: 1, ...again, carryOverAsked: '90001' }, by('skoleeier')),
    ).toMatchObject({ kind: 'invalid', errors: { carryOverAsked: 'above-unspent' } });
    expect(
      await fileOwnerHalf({ id: next.owner, version: 1, ...again, carryOverAsked: '90000' }, by('skoleeier')),
    ).toMatchObject({ kind: 'done' });
  });
  it('leaves a next report that is open already as it is', async () => {
    await fileBoth(world, made);
    await openReport(db(), {
      tiltakId: made.tiltakId,
      year: 2028,
      dueOn: day('2029-02-01'),
      ownerId: world.owner.id,
      uhIds: [],
    });
    await accept(made.uh);
    expect(await accept(made.owner)).toMatchObject({ kind: 'done' });
    expect(
      await models().annualReport.findMany({ where: { year: 2028 }, select: { halves: { select: { side: true } } } }),
    ).toEqual([{ halves: [{ side: 'owner' }] }]);
  });
  it('of the owner’s half is refused when the egenandel is short or not given, with the kroner that are missing', async () => {
    await fileBoth(world, made, { ...OWNER_HALF, egenandel: '115000' });
    // 30 % of 500 000 = 150 000; 150 000 − 115 000 = 35 000
    expect(await accept(made.owner)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'egenandel-short', missing: 35_000, source: 'Prøvekilde' }],
    });
    expect(await half(made.owner)).toMatchObject({ state: 'filed', version: 2 });
    expect(await logged('report.accept')).toEqual([]);
    expect(await accept(made.uh)).toMatchObject({ kind: 'done' });
    await models().reportHalf.update({ where: { id: made.owner }, data: { egenandel: null } });
    expect(await accept(made.owner)).toMatchObject({ kind: 'refused', refusals: [{ code: 'egenandel-unknown' }] });
  });
  it('is allowed with a short egenandel when a dispensation is granted, not when it is only asked for', async () => {
    await fileBoth(world, made, { ...OWNER_HALF, egenandel: '115000' });
    const asked = await models().dispensation.create({
      data: {
        rule: 'egenandel',
        roundId: world.roundId,
        behovsmeldingId: made.needId,
        reason: 'Liten kommune.',
        askedById: world.actors.skoleeier.userId,
      },
    });
    expect(await accept(made.owner)).toMatchObject({ kind: 'refused' });
    await models().dispensation.update({
      where: { id: asked.id },
      data: { state: 'granted', decidedById: world.actors.approver.userId, decidedAt: NOW, decisionReason: 'Ja.' },
    });
    expect(await accept(made.owner)).toMatchObject({ kind: 'done' });
  });
  it('is allowed with a short egenandel where the rule set only warns', async () => {
    world = await freshWorld({ egenandelEnforcement: 'warn' });
    made = await makeReport(world);
    await fileBoth(world, made, { ...OWNER_HALF, egenandel: '0', egenandelUsedFor: '' });
    expect(await accept(made.owner)).toMatchObject({ kind: 'done' });
  });
  it('judges what a region pays together once, over all its tiltak', async () => {
    const other = await makeReport(world, [{ year: 2027, network: 100_000, uh: 0 }]);
    await fileBoth(world, made, { ...OWNER_HALF, egenandel: '0', egenandelUsedFor: '' });
    const pool = await models().regionPool.create({
      data: { roundId: world.roundId, regionId: world.regionId, kind: 'egenandel', amount: 179_999 },
    });
    await models().reportHalf.updateMany({
      where: { id: { in: [made.owner, other.owner] } },
      data: { egenandelPoolId: pool.id },
    });
    // 30 % of 500 000 and of 100 000: 150 000 + 30 000 = 180 000
    expect(await accept(made.owner)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'egenandel-short', title: 'RKK Salten', required: 180_000, planned: 179_999, missing: 1 }],
    });
    await models().regionPool.update({ where: { id: pool.id }, data: { amount: 180_000 } });
    expect(await accept(made.owner)).toMatchObject({ kind: 'done' });
  });
  it('twice at once is done once', async () => {
    await fileBoth(world, made);
    const outcomes = await Promise.all([accept(made.uh), accept(made.uh, 'caseworker2')]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'forbidden']);
    expect(await logged('report.accept')).toHaveLength(1);
  });
  it('of both halves at once closes the year once', async () => {
    await fileBoth(world, made);
    const outcomes = await Promise.all([accept(made.owner), accept(made.uh, 'caseworker2')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    // The 50 000 carried over are reported on the year after
    expect(await models().annualReport.count()).toBe(2);
  });
});
