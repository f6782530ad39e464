import { beforeEach, describe, expect, it } from 'vitest';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { askSplitDispensation, registerAgreement } from '#lib/commands/tildeling/allocation';
import type { Outcome } from '#lib/domain/outcome';
import { models } from '#prisma/models';
import { freshWorld, row, twoBehovsmeldinger } from '#tests/support/recommended';
import { makeBehovsmelding, NOW, type World } from '#tests/support/world';

let world: World;
let needs: [string, string];
beforeEach(async () => {
  world = await freshWorld();
  needs = await twoBehovsmeldinger(world);
});

const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const save = (rows: Record<string, object>, more: object = {}) =>
  allocateRound({ id: world.roundId, rows, ...more }, by('caseworker'));
const propose = (ids?: string[]) => proposeRound({ id: world.roundId, ids }, by('caseworker'));
const both = (first: object, second: object) => ({ [needs[0]]: first, [needs[1]]: second });
const stored = () =>
  models().tildeling.findMany({ include: { lines: true }, orderBy: { behovsmelding: { number: 'asc' } } });
const codes = (outcome: Outcome<unknown>) =>
  outcome.kind === 'refused' ? outcome.refusals.map(({ code }) => code) : outcome.kind;

describe('a working version', () => {
  it('divides each side on its receivers and years, and says whose hand it was', async () => {
    expect(await save(both(row(200_000, 300_000), row(100_000, 150_000, 'Mindre omfang')))).toMatchObject({
      kind: 'done',
    });
    const [first, second] = await stored();
    expect(first).toMatchObject({
      state: 'draft',
      outcome: 'granted',
      method: 'by-hand',
      methodFigures: { by: 'Sara Saksbehandler' },
    });
    expect(second).toMatchObject({ outcome: 'partly', reason: 'Mindre omfang' });
    expect(first?.lines.map(({ side, amount }) => [side, amount]).sort()).toEqual([
      ['network', 200_000],
      ['uh', 300_000],
    ]);
  });

  it('may break the key, lack a reason and an egenandel, but never the budget: 500 000 + 500 000 + 1 > 1 000 000', async () => {
    expect(await save(both(row(500_000, 0), row(0, 500_000)))).toMatchObject({ kind: 'done' });
    expect(await save(both(row(200_000, 300_000), row(200_000, 300_000)), { reserve: '1' })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'over-budget', budget: 1_000_000, used: 1_000_001, over: 1 }],
    });
    expect((await stored()).map(({ outcome }) => outcome)).toEqual(['granted', 'granted']);
  });

  it('is a conflict on top of a version that another has saved over, and keeps what the other saved', async () => {
    const { version } = await models().round.findFirstOrThrow();
    expect(await save({ [needs[0]]: row(100_000, 150_000, 'Min') }, { version: String(version) })).toEqual({
      kind: 'done',
      value: { id: world.roundId, version: version + 1 },
    });
    expect(await save({ [needs[0]]: row(0, 0, 'Din') }, { version: String(version) })).toEqual({ kind: 'conflict' });
    expect((await stored()).map(({ reason }) => reason)).toEqual(['Min']);
    expect((await models().round.findFirstOrThrow()).version).toBe(version + 1);
  });

  it('gives no need more than it asks for', async () => {
    expect(await save({ [needs[0]]: row(200_000, 300_001) })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'over-request', title: 'Tidlig innsats', asked: 500_000, amount: 500_001 }],
    });
    expect(await stored()).toEqual([]);
  });

  it('points at the field that is empty, unreadable or not of this round', async () => {
    expect(await save({ [needs[0]]: row('', 5) })).toEqual({
      kind: 'invalid',
      errors: { [`rows.${needs[0]}.network`]: 'required' },
    });
    expect(await save({ [needs[0]]: row('-5', 5) })).toEqual({
      kind: 'invalid',
      errors: { [`rows.${needs[0]}.network`]: 'negative' },
    });
    expect(await save({ annet: row(1, 1) })).toEqual({
      kind: 'invalid',
      errors: { 'rows.annet.network': 'malformed' },
    });
    expect(await allocateRound({ id: world.roundId, rows: 'x', weights: ['y'] }, by('caseworker'))).toMatchObject({
      kind: 'invalid',
    });
  });

  it('keeps the method of what the method gave, and takes an emptied row away', async () => {
    await save(both(row(200_000, 300_000), row(200_000, 299_999)), { method: 'as-recommended' });
    expect((await stored()).map(({ method, methodReason }) => [method, methodReason])).toEqual([
      ['as-recommended', 'as-recommended'],
      ['by-hand', 'by-hand'],
    ]);
    await save({ [needs[0]]: row(200_000, 300_000), [needs[1]]: row('', '') });
    expect((await stored()).map(({ method }) => method)).toEqual(['as-recommended']);
  });

  it('is for the county’s caseworker, while the round is recommended', async () => {
    for (const actor of ['approver', 'skoleeier', 'secretariat', 'auditor', 'stranger'] as const) {
      expect(await allocateRound({ id: world.roundId, rows: {} }, by(actor))).toEqual({ kind: 'forbidden' });
    }
    await models().round.update({ where: { id: world.roundId }, data: { state: 'proposed' } });
    expect(await save({})).toEqual({ kind: 'forbidden' });
    expect(await allocateRound({ id: 'finnes-ikke', rows: {} }, by('caseworker'))).toEqual({ kind: 'missing' });
  });

  it('saved twice at once never passes the budget', async () => {
    const one = { [needs[0]]: row(200_000, 300_000) };
    const two = { [needs[1]]: row(200_000, 300_000) };
    const outcomes = await Promise.all([save(one, { reserve: '400000' }), save(two, { reserve: '400000' })]);
    // 500 000 + 400 000 holds once, 500 000 + 500 000 + 400 000 does not
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  });
});

describe('proposing', () => {
  it('takes all drafts, marks who proposed them, and the round when nothing is left', async () => {
    await save(both(row(200_000, 300_000), row(200_000, 300_000)));
    expect(await propose()).toMatchObject({ kind: 'done' });
    expect((await stored()).map(({ state, proposedById }) => [state, proposedById])).toEqual(
      Array(2).fill(['proposed', world.actors.caseworker.userId]),
    );
    expect((await models().round.findFirst())?.state).toBe('proposed');
    expect(await models().auditEntry.count({ where: { action: 'round.propose', subjectType: 'tildeling' } })).toBe(2);
  });

  it('part by part leaves the round to be worked on, and the proposed amounts alone', async () => {
    await save(both(row(200_000, 300_000), row(200_000, 300_000)));
    const [first] = await stored();
    await propose([first?.id ?? '']);
    expect((await models().round.findFirst())?.state).toBe('recommended');
    await save(both(row(0, 0, 'Endret'), row(200_000, 300_000)));
    expect((await stored())[0]).toMatchObject({ state: 'proposed', outcome: 'granted', reason: '' });
    expect(await propose([first?.id ?? ''])).toEqual({ kind: 'conflict' });
    expect(await propose()).toMatchObject({ kind: 'done' });
    expect((await models().round.findFirst())?.state).toBe('proposed');
  });

  it('refuses a cut without a reason', async () => {
    await save({ [needs[0]]: row(160_000, 240_000) });
    expect(codes(await propose())).toEqual(['reason-missing']);
  });

  it('refuses too little to the UH in a region, unless a dispensation is granted: 540 000 of 1 000 000 where 600 000 is demanded', async () => {
    await save(both(row(260_000, 240_000), row(200_000, 300_000)));
    expect(await propose()).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'split-uh-short', where: 'RKK Salten', uhShare: 600_000, uh: 540_000, missing: 60_000 }],
    });
    const ask = { id: world.roundId, regionId: world.regionId, behovsmeldingId: '', reason: 'Lang reise' };
    expect(await askSplitDispensation(ask, by('caseworker'))).toMatchObject({ kind: 'done' });
    expect(codes(await askSplitDispensation(ask, by('caseworker')))).toEqual(['already-asked']);
    expect(codes(await propose())).toEqual(['split-uh-short']);
    await models().dispensation.updateMany({
      data: { state: 'granted', decidedById: world.actors.approver.userId, decidedAt: NOW, decisionReason: 'Ja' },
    });
    expect(codes(await propose())).toBe('done');
  });

  it('refuses more to the UH without an agreement of at least that share: 640 000 of 1 000 000 is 64 %', async () => {
    await save(both(row(160_000, 340_000), row(200_000, 300_000)));
    expect(await propose()).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'split-uh-raised', uh: 640_000, raised: 40_000 }],
    });
    const agree = (uhPercent: string) =>
      registerAgreement(
        {
          id: world.roundId,
          regionId: world.regionId,
          behovsmeldingId: '',
          parties: 'Fauske og Nord',
          uhPercent,
          agreedOn: '2027-01-10',
        },
        by('caseworker'),
      );
    expect(await agree('60')).toEqual({ kind: 'invalid', errors: { uhPercent: 'out-of-range' } });
    expect(codes(await agree('63'))).toBe('done');
    expect(codes(await propose())).toEqual(['split-uh-raised']);
    expect(codes(await agree('64'))).toBe('done');
    expect(codes(await propose())).toBe('done');
  });

  it('refuses an egenandel below 30 % of what is granted, unless a dispensation is granted', async () => {
    const short = await makeBehovsmelding(world, {
      state: 'recommended',
      title: 'Lesing',
      egenandel: 149_999,
      regionId: null,
    });
    await save({ [short]: row(200_000, 300_000) });
    expect(await propose()).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'egenandel-short', required: 150_000, missing: 1 }],
    });
    await models().dispensation.create({
      data: {
        rule: 'egenandel',
        roundId: world.roundId,
        behovsmeldingId: short,
        state: 'granted',
        reason: 'Nei',
        askedById: world.actors.skoleeier.userId,
        decidedById: world.actors.caseworker.userId,
        decidedAt: NOW,
        decisionReason: 'Ja',
      },
    });
    expect(codes(await propose())).toBe('done');
  });

  it('has nothing to propose where no amount is set', async () => {
    expect(codes(await propose())).toEqual(['nothing-to-propose']);
  });

  it('asks for exceptions only for places of the round', async () => {
    const nowhere = { id: world.roundId, regionId: 'annen', reason: 'x' };
    expect(await askSplitDispensation(nowhere, by('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { regionId: 'not-in-list' },
    });
    expect(await askSplitDispensation({ ...nowhere, regionId: world.regionId }, by('approver'))).toEqual({
      kind: 'forbidden',
    });
  });
});
