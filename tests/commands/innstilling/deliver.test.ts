import { beforeEach, describe, expect, it } from 'vitest';
import { innstillingDeliver, saveInnstilling } from '#lib/commands/innstilling';
import { models } from '#prisma/models';
import { innstillingPage } from '#lib/queries/innstilling';
import { innstillingLine, innstillingTyped, makeClosed } from '#tests/support/innstilling';
import { freshWorld } from '#tests/support/recommended';
import { change, done } from '#tests/support/saving';
import { makeBehovsmelding, NOW, type World } from '#tests/support/world';

let world: World;
let needs: string[];
beforeEach(async () => {
  world = await freshWorld();
  needs = await makeClosed(world);
});

const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const line = (index: number, change: object = {}) => innstillingLine(needs, index, change);
const typed = (change: object = {}) => innstillingTyped(world, needs, change);
const states = async () => ({
  round: (await models().round.findFirstOrThrow()).state,
  innstilling: (await models().innstilling.findFirst())?.state ?? null,
  needs: (await models().behovsmelding.findMany({ orderBy: { number: 'asc' } })).map(({ state }) => state),
});
const UNTOUCHED = { round: 'closed', innstilling: null, needs: ['submitted', 'submitted', 'draft'] };
const save = (
  fields: Parameters<typeof change>[1],
  began: Parameters<typeof change>[2] = {},
  actor: keyof World['actors'] = 'secretariat',
  now = NOW,
) => saveInnstilling(change(world.roundId, fields, began), { actor: world.actors[actor], now });

describe('delivering', () => {
  it('takes the innstilling, the round and each sent need on together, with a line in the log for each', async () => {
    expect(await innstillingDeliver(typed(), by('secretariat'))).toMatchObject({ kind: 'done' });
    expect(await states()).toEqual({
      round: 'recommended',
      innstilling: 'delivered',
      needs: ['recommended', 'recommended', 'draft'],
    });
    expect(await models().innstilling.findFirst()).toMatchObject({
      deliveredById: world.actors.secretariat.userId,
      deliveredAt: NOW,
      decisionForm: 'agreement',
    });
    const log = await models().auditEntry.findMany({
      where: { action: 'innstilling.deliver' },
      orderBy: { id: 'asc' },
    });
    expect(log.map(({ subjectType, subjectId }) => [subjectType, subjectId])).toEqual([
      ['round', world.roundId],
      ['behovsmelding', needs[0]],
      ['behovsmelding', needs[1]],
    ]);
  });
  it.each<[string, () => Record<string, unknown>, object]>([
    [
      'without an amount',
      () => ({ lines: [line(0), line(1, { network: '' })] }),
      { code: 'amount-missing', title: 'Regning' },
    ],
    [
      'under the request without a reason',
      () => ({ lines: [line(0), line(1, { uh: '299 999' })] }),
      { code: 'reason-missing', title: 'Regning' },
    ],
    [
      'over the budget: 500 000 + 500 001',
      () => ({ lines: [line(0), line(1, { uh: '300 001' })] }),
      { code: 'over-budget', budget: 1_000_000, used: 1_000_001, over: 1 },
    ],
  ])('is refused %s, and nothing is changed', async (_, change, refusal) => {
    expect(await innstillingDeliver(typed(change()), by('secretariat'))).toEqual({
      kind: 'refused',
      refusals: [refusal],
    });
    expect(await states()).toEqual(UNTOUCHED);
    expect(await models().auditEntry.count()).toBe(0);
  });
  it('takes a tick while a day somebody was given is running: of a need given back, or an owner let in late who has sent nothing since', async () => {
    const deliverOn = (day: string, anyway?: string) =>
      innstillingDeliver(typed({ anyway }), { actor: world.actors.secretariat, now: new Date(`${day}T10:00:00Z`) });
    const running = { kind: 'refused', refusals: [{ code: 'days-running' }] };
    const seen = async (day: string) =>
      (
        await innstillingPage(
          { id: world.roundId },
          { actor: world.actors.secretariat, now: new Date(`${day}T10:00:00Z`) },
        )
      )?.notSent.map(({ ownerName, title, lastDay }) => [ownerName, title, lastDay]);
    await models().lateSending.create({
      data: {
        roundId: world.roundId,
        organisationId: world.owner.id,
        until: new Date('2027-02-10'),
        reason: 'Sykdom.',
        openedById: 'x',
        openedAt: new Date(NOW.getTime() + 1),
      },
    });
    const id = await makeBehovsmelding(world, { state: 'returned', title: 'Gitt tilbake', ownerId: world.other.id });
    await models().behovsmelding.update({ where: { id }, data: { returnedUntil: new Date('2027-02-20') } });
    expect(await seen('2027-02-10')).toEqual([
      ['Fauske', null, '2027-02-10'],
      ['Bodø', null, '2027-02-20'],
    ]);
    expect((await innstillingPage({ id: world.roundId }, by('member')))?.notSent).toEqual([]);
    expect(await deliverOn('2027-02-10')).toEqual(running);
    expect(await deliverOn('2027-02-20', 'nei')).toEqual(running);
    expect(await states()).toMatchObject({ round: 'closed', innstilling: null });
    await models().behovsmelding.update({ where: { id }, data: { returnedUntil: null } });
    expect(await deliverOn('2027-02-10')).toEqual(running);
    expect(await seen('2027-02-11')).toEqual([['Bodø', null, '2027-03-15']]);
    await models().lateSending.updateMany({ data: { openedAt: NOW } });
    expect(await seen('2027-02-10')).toEqual([['Bodø', null, '2027-03-15']]);
    await models().behovsmelding.update({ where: { id }, data: { returnedUntil: new Date('2027-02-20') } });
    expect(await deliverOn('2027-02-20', 'on')).toMatchObject({ kind: 'done' });
  });
  it('is a conflict when somebody has saved since it was read, and everything stays a draft', async () => {
    expect(await save({ note: 'Nytt' })).toMatchObject(done);
    expect(await innstillingDeliver(typed(), by('secretariat'))).toEqual({ kind: 'conflict' });
    expect(await states()).toMatchObject({ round: 'closed', innstilling: 'draft' });
  });
  it.each([
    ['lines.0.network', { network: 'mye' }, 'not-a-number'],
    ['lines.0.uh', { uh: '-1' }, 'negative'],
    ['lines.0.priority', { priority: '0' }, 'out-of-range'],
    ['lines.0.reason', { reason: 'x'.repeat(2001) }, 'too-long'],
  ])('says what is wrong at %s', async (path, wrong, error) => {
    expect(await innstillingDeliver(typed({ lines: [line(0, wrong)] }), by('secretariat'))).toMatchObject({
      kind: 'invalid',
      errors: { [path]: error },
    });
    expect(await states()).toEqual(UNTOUCHED);
  });
  it('from a form with one of the needs writes the whole: the other as the draft was saved, with its line in the log', async () => {
    const saved = { network: '200 000', uh: '300 000', priority: '2', dissent: 'Bodø er uenig.' };
    await save(
      Object.fromEntries(Object.entries(saved).map(([field, value]) => [`${field}-${needs[0] ?? ''}`, value])),
    );
    const part = { version: 1, lines: [line(1, { priority: '1' })] };
    expect(await innstillingDeliver(typed(part), by('secretariat'))).toMatchObject({ kind: 'done' });
    const lines = await models().innstillingLine.findMany({ orderBy: { priority: 'desc' } });
    expect(lines).toMatchObject([
      { behovsmeldingId: needs[0], priority: 2, network: 200_000, uh: 300_000, dissent: 'Bodø er uenig.' },
      { behovsmeldingId: needs[1], priority: 1, network: 200_000, uh: 300_000, dissent: '' },
    ]);
    const log = await models().auditEntry.findMany({
      where: { action: 'innstilling.deliver' },
      orderBy: { id: 'asc' },
    });
    expect(log.map(({ subjectId, details }) => [subjectId, details])).toMatchObject([
      [world.roundId, { lines: 2, network: 400_000, uh: 600_000 }],
      [needs[0], { priority: 2, network: 200_000 }],
      [needs[1], { priority: 1, network: 200_000 }],
    ]);
  });
  it('from such a form is refused for what the draft lacks elsewhere, and the draft stays', async () => {
    await save({ [`network-${needs[0] ?? ''}`]: '200 000' });
    expect(await innstillingDeliver(typed({ version: 1, lines: [line(1)] }), by('secretariat'))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'amount-missing', title: 'Lesing' }],
    });
    expect(await models().innstillingLine.findMany()).toMatchObject([
      { behovsmeldingId: needs[0], network: 200_000, uh: null },
    ]);
  });
  it('by two at once happens once', async () => {
    const outcomes = await Promise.all([
      innstillingDeliver(typed(), by('secretariat')),
      innstillingDeliver(typed(), by('secretariat')),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'forbidden']);
    expect(await models().innstilling.count()).toBe(1);
  });
  it('leaves nothing behind when its last step fails', async () => {
    await models().$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT no_log CHECK (action <> 'innstilling.deliver')`;
    await expect(innstillingDeliver(typed(), by('secretariat'))).rejects.toThrow('no_log');
    expect(await states()).toEqual(UNTOUCHED);
  });
  it.each(['member', 'caseworker', 'approver', 'auditor', 'skoleeier', 'uh', 'stranger'] as const)(
    'and saving is not for the %s',
    async (actor) => {
      expect([await innstillingDeliver(typed(), by(actor)), await save({ note: 'x' }, {}, actor)]).toEqual([
        { kind: 'forbidden' },
        { kind: 'forbidden' },
      ]);
      expect(await states()).toEqual(UNTOUCHED);
    },
  );
  it('waits for the round to be closed', async () => {
    await models().round.update({ where: { id: world.roundId }, data: { state: 'open' } });
    expect(await innstillingDeliver(typed(), by('secretariat'))).toEqual({ kind: 'forbidden' });
  });
});
