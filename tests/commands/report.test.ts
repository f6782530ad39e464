import { beforeEach, describe, expect, it } from 'vitest';
import { acceptReport } from '#lib/commands/report';
import { fileOwnerHalf, fileUhHalf } from '#lib/commands/report';
import { returnReport } from '#lib/commands/report';
import { saveReport } from '#lib/commands/report';
import { db } from '#lib/db/client';
import { openReport } from '#lib/db/report/save';
import { freshWorld } from '#tests/support/recommended';
import { change, told } from '#tests/support/saving';
import { halvesOf, makeReport, OWNER_HALF, UH_HALF, type MadeReport } from '#tests/support/report';
import { NOW, type World } from '#tests/support/world';

let world: World;
let made: MadeReport;
beforeEach(async () => {
  world = await freshWorld();
  made = await makeReport(world);
});

const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const half = (id: string) => db().reportHalf.findUniqueOrThrow({ where: { id } });
const roundState = async () => (await db().round.findFirst())?.state;
const logged = (action: string, subjectType = 'half') =>
  db().auditEntry.findMany({ where: { action, subjectType }, orderBy: { id: 'asc' } });

/** Both halves filed; the versions are 2. */
async function filed(owner: object = OWNER_HALF, uh: object = UH_HALF): Promise<void> {
  expect(await fileOwnerHalf({ id: made.owner, version: 1, ...owner }, by('skoleeier'))).toMatchObject({
    kind: 'done',
  });
  expect(await fileUhHalf({ id: made.uh, version: 1, ...uh }, by('uh'))).toMatchObject({ kind: 'done' });
}
const accept = (id: string, actor: keyof World['actors'] = 'caseworker', version = 2) =>
  acceptReport({ id, version }, by(actor));

describe('saving a draft', () => {
  it('keeps what is written, leaves the rest, and logs once in a quarter of an hour', async () => {
    expect(
      await saveReport(
        change(made.owner, { spent: '330 891,-', goals: 'Et mål', spentIsEstimate: 'ja' }),
        by('skoleeier'),
      ),
    ).toMatchObject({ kind: 'done' });
    expect(
      await saveReport(
        change(made.owner, { goals: 'Et annet mål', spentIsEstimate: [] }, { goals: 'Et mål', spentIsEstimate: 'ja' }),
        by('coordinator'),
      ),
    ).toMatchObject({ kind: 'done' });
    expect(await saveReport(change(made.owner, { comment: 'x' }), by('skoleeier'))).toMatchObject({ kind: 'done' });
    expect(await half(made.owner)).toMatchObject({
      spent: 330_891,
      goals: 'Et annet mål',
      spentIsEstimate: false,
      comment: 'x',
      state: 'open',
      version: 4,
    });
    expect((await logged('report.save')).map(({ actorName }) => actorName)).toEqual(['Kari Eier', 'Kaja Koordinator']);
  });
  it('is a conflict when somebody saved meanwhile, and changes nothing', async () => {
    await saveReport(change(made.uh, { comment: 'først' }), by('uh'));
    expect(await saveReport(change(made.uh, { comment: 'sist', spent: '5' }), by('uh'))).toMatchObject({
      kind: 'done',
      value: { was: 2, version: 3, clashes: { comment: ['først'] } },
    });
    expect(await half(made.uh)).toMatchObject({ comment: 'først', spent: 5, version: 3 });
  });
  it('tells malformed input at its field, and keeps the rest', async () => {
    const odd = {
      spent: '-1',
      egenandel: '99999999999',
      samiDegree: 'mindre',
      status: ['ongoing', 'delayed'],
      goals: 'a\u0000b',
      comment: 'x'.repeat(2001),
      spentIsEstimate: 'kanskje',
    };
    expect(await saveReport(change(made.owner, { ...odd, anchoring: 'Lagres' }), by('skoleeier'))).toMatchObject(
      told({
        spent: 'negative',
        egenandel: 'too-large',
        samiDegree: 'not-in-list',
        status: 'malformed',
        goals: 'bad-character',
        comment: 'too-long',
        spentIsEstimate: 'malformed',
      }),
    );
    expect(await half(made.owner)).toMatchObject({ anchoring: 'Lagres', spent: null });
    expect(await saveReport({ id: 'x y', typed: 'alt' }, by('skoleeier'))).toMatchObject({
      kind: 'invalid',
      errors: { id: 'malformed' },
    });
    expect(await saveReport(change('finnes-ikke', {}), by('skoleeier'))).toEqual({ kind: 'missing' });
  });
});

describe('filing', () => {
  it('takes the first half of an approved round into reporting, with the figures in the log', async () => {
    await filed();
    expect(await half(made.owner)).toMatchObject({
      state: 'filed',
      spent: 150_000,
      carryOverAsked: 50_000,
      egenandel: 150_000,
      filedById: world.actors.skoleeier.userId,
    });
    expect(await half(made.uh)).toMatchObject({ state: 'filed', spent: 300_000, egenandel: null });
    expect(await roundState()).toBe('reporting');
    // 200 000 − 150 000 = 50 000
    expect((await logged('report.file-owner'))[0]?.details).toMatchObject({
      title: 'Tidlig innsats',
      spent: 150_000,
      unspent: 50_000,
      carryOver: 50_000,
      egenandel: 150_000,
    });
    expect(await logged('report.file-uh')).toHaveLength(1);
    expect(await logged('report.file-owner', 'round')).toHaveLength(1);
  });
  it('says what is missing and saves nothing', async () => {
    const outcome = await fileOwnerHalf(
      { id: made.owner, version: 1, ...OWNER_HALF, goals: ' ', carryOverAsked: '50001' },
      by('skoleeier'),
    );
    expect(outcome).toEqual({ kind: 'invalid', errors: { goals: 'required', carryOverAsked: 'above-unspent' } });
    expect(await half(made.owner)).toMatchObject({ state: 'open', spent: null, version: 1 });
    expect(await fileUhHalf({ id: made.uh, version: 1 }, by('uh'))).toEqual({
      kind: 'invalid',
      errors: { spent: 'required', uhUseOfExperience: 'required' },
    });
  });
  it('is possible with a short egenandel', async () => {
    expect(
      await fileOwnerHalf({ id: made.owner, version: 1, ...OWNER_HALF, egenandel: '' }, by('skoleeier')),
    ).toMatchObject({ kind: 'done' });
  });
  it('is for the party of the half alone', async () => {
    expect(await fileOwnerHalf({ id: made.owner, version: 1, ...OWNER_HALF }, by('coordinator'))).toMatchObject({
      kind: 'done',
    });
    for (const actor of ['otherUh', 'skoleeier', 'coordinator', 'caseworker', 'auditor', 'stranger'] as const) {
      expect(await fileUhHalf({ id: made.uh, version: 1, ...UH_HALF }, by(actor))).toEqual({ kind: 'forbidden' });
      expect(await saveReport(change(made.uh, { comment: 'x' }), by(actor))).toEqual({ kind: 'forbidden' });
    }
    // By its own action too, nobody files the other's half
    expect(await fileOwnerHalf({ id: made.uh, version: 1, ...OWNER_HALF }, by('skoleeier'))).toEqual({
      kind: 'forbidden',
    });
    expect(await fileUhHalf({ id: made.owner, version: 2, ...UH_HALF }, by('uh'))).toEqual({ kind: 'forbidden' });
  });
  it('is done once', async () => {
    await filed();
    expect(await fileUhHalf({ id: made.uh, version: 2, ...UH_HALF }, by('uh'))).toEqual({ kind: 'forbidden' });
    expect(await saveReport(change(made.uh, { comment: 'x' }), by('uh'))).toEqual({ kind: 'forbidden' });
  });
});

describe('returning', () => {
  it('gives the half back with a comment, and the party files it again', async () => {
    await filed();
    expect(await returnReport({ id: made.uh, version: 2, comment: ' ' }, by('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { comment: 'required' },
    });
    expect(await returnReport({ id: made.uh, version: 2, comment: 'Skriv mer.' }, by('caseworker'))).toMatchObject({
      kind: 'done',
    });
    expect(await half(made.uh)).toMatchObject({
      state: 'returned',
      returnComment: 'Skriv mer.',
      decidedById: world.actors.caseworker.userId,
    });
    expect((await logged('report.return'))[0]?.details).toMatchObject({ comment: 'Skriv mer.' });
    expect(await accept(made.uh, 'caseworker', 3)).toEqual({ kind: 'forbidden' });
    expect(await fileUhHalf({ id: made.uh, version: 3, uhUseOfExperience: 'Mer.' }, by('uh'))).toMatchObject({
      kind: 'done',
    });
    expect(await half(made.uh)).toMatchObject({
      state: 'filed',
      returnComment: '',
      uhUseOfExperience: 'Mer.',
      spent: 300_000,
    });
  });
  it('is for the county’s caseworker, on a filed half, as it was read', async () => {
    expect(await returnReport({ id: made.uh, version: 1, comment: 'x' }, by('caseworker'))).toEqual({
      kind: 'forbidden',
    });
    await filed();
    for (const actor of ['skoleeier', 'uh', 'approver', 'auditor', 'member', 'stranger'] as const) {
      expect(await returnReport({ id: made.uh, version: 2, comment: 'x' }, by(actor))).toEqual({ kind: 'forbidden' });
      expect(await accept(made.uh, actor)).toEqual({ kind: 'forbidden' });
    }
    expect(await returnReport({ id: made.uh, version: 1, comment: 'x' }, by('caseworker'))).toEqual({
      kind: 'conflict',
    });
    expect(await accept(made.uh, 'caseworker', 1)).toEqual({ kind: 'conflict' });
  });
});

describe('accepting', () => {
  it('of the last half closes the year: the tiltak gets its status and the round is finished', async () => {
    await filed({ ...OWNER_HALF, carryOverAsked: '', status: 'completed' });
    expect(await accept(made.owner)).toMatchObject({ kind: 'done' });
    expect(await db().tiltak.findFirst()).toMatchObject({ status: 'planned' });
    expect(await roundState()).toBe('reporting');
    expect(await accept(made.uh)).toMatchObject({ kind: 'done' });
    expect(await db().tiltak.findFirst()).toMatchObject({ status: 'completed' });
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
    await filed({ ...OWNER_HALF, egenandel: '180000' });
    await accept(made.owner);
    expect(await accept(made.uh)).toMatchObject({ kind: 'done' });
    const next = await halvesOf(made.tiltakId, 2028);
    expect(await db().annualReport.findUnique({ where: { id: next.id } })).toMatchObject({
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
    await filed();
    await openReport(db(), {
      tiltakId: made.tiltakId,
      year: 2028,
      dueOn: new Date('2029-02-01'),
      ownerId: world.owner.id,
      uhIds: [],
    });
    await accept(made.uh);
    expect(await accept(made.owner)).toMatchObject({ kind: 'done' });
    expect(
      await db().annualReport.findMany({ where: { year: 2028 }, select: { halves: { select: { side: true } } } }),
    ).toEqual([{ halves: [{ side: 'owner' }] }]);
  });
  it('of the owner’s half is refused when the egenandel is short or not given, with the kroner that are missing', async () => {
    await filed({ ...OWNER_HALF, egenandel: '115000' });
    // 30 % of 500 000 = 150 000; 150 000 − 115 000 = 35 000
    expect(await accept(made.owner)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'egenandel-short', missing: 35_000, source: 'Prøvekilde' }],
    });
    expect(await half(made.owner)).toMatchObject({ state: 'filed', version: 2 });
    expect(await logged('report.accept')).toEqual([]);
    expect(await accept(made.uh)).toMatchObject({ kind: 'done' });
    await db().reportHalf.update({ where: { id: made.owner }, data: { egenandel: null } });
    expect(await accept(made.owner)).toMatchObject({ kind: 'refused', refusals: [{ code: 'egenandel-unknown' }] });
  });
  it('is allowed with a short egenandel when a dispensation is granted, not when it is only asked for', async () => {
    await filed({ ...OWNER_HALF, egenandel: '115000' });
    const asked = await db().dispensation.create({
      data: {
        rule: 'egenandel',
        roundId: world.roundId,
        behovsmeldingId: made.needId,
        reason: 'Liten kommune.',
        askedById: world.actors.skoleeier.userId,
      },
    });
    expect(await accept(made.owner)).toMatchObject({ kind: 'refused' });
    await db().dispensation.update({
      where: { id: asked.id },
      data: { state: 'granted', decidedById: world.actors.approver.userId, decidedAt: NOW, decisionReason: 'Ja.' },
    });
    expect(await accept(made.owner)).toMatchObject({ kind: 'done' });
  });
  it('is allowed with a short egenandel where the rule set only warns', async () => {
    world = await freshWorld({ egenandelEnforcement: 'warn' });
    made = await makeReport(world);
    await filed({ ...OWNER_HALF, egenandel: '0', egenandelUsedFor: '' });
    expect(await accept(made.owner)).toMatchObject({ kind: 'done' });
  });
  it('judges what a region pays together once, over all its tiltak', async () => {
    const other = await makeReport(world, [{ year: 2027, network: 100_000, uh: 0 }]);
    await filed({ ...OWNER_HALF, egenandel: '0', egenandelUsedFor: '' });
    const pool = await db().regionPool.create({
      data: { roundId: world.roundId, regionId: world.regionId, kind: 'egenandel', amount: 179_999 },
    });
    await db().reportHalf.updateMany({
      where: { id: { in: [made.owner, other.owner] } },
      data: { egenandelPoolId: pool.id },
    });
    // 30 % of 500 000 and of 100 000: 150 000 + 30 000 = 180 000
    expect(await accept(made.owner)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'egenandel-short', title: 'RKK Salten', required: 180_000, planned: 179_999, missing: 1 }],
    });
    await db().regionPool.update({ where: { id: pool.id }, data: { amount: 180_000 } });
    expect(await accept(made.owner)).toMatchObject({ kind: 'done' });
  });
  it('twice at once is done once', async () => {
    await filed();
    const outcomes = await Promise.all([accept(made.uh), accept(made.uh, 'caseworker2')]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'forbidden']);
    expect(await logged('report.accept')).toHaveLength(1);
  });
  it('of both halves at once closes the year once', async () => {
    await filed();
    const outcomes = await Promise.all([accept(made.owner), accept(made.uh, 'caseworker2')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    // The 50 000 carried over are reported on the year after
    expect(await db().annualReport.count()).toBe(2);
  });
});
