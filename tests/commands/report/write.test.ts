import { beforeEach, describe, expect, it } from 'vitest';
import { acceptReport, fileOwnerHalf, fileUhHalf, returnReport, saveReport } from '#lib/commands/report';
import { models } from '#prisma/models';
import { freshWorld } from '#tests/support/recommended';
import { change, told } from '#tests/support/saving';
import { fileBoth, makeReport, OWNER_HALF, UH_HALF, type MadeReport } from '#tests/support/report';
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
    await fileBoth(world, made);
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
    await fileBoth(world, made);
    expect(await fileUhHalf({ id: made.uh, version: 2, ...UH_HALF }, by('uh'))).toEqual({ kind: 'forbidden' });
    expect(await saveReport(change(made.uh, { comment: 'x' }), by('uh'))).toEqual({ kind: 'forbidden' });
  });
});

describe('returning', () => {
  it('gives the half back with a comment, and the party files it again', async () => {
    await fileBoth(world, made);
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
    await fileBoth(world, made);
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
