import { beforeEach, describe, expect, it } from 'vitest';
import { innstillingDeliver } from '#lib/commands/innstilling-deliver';
import { innstillingSave } from '#lib/commands/innstilling-save';
import { db } from '#lib/db/client';
import { innstillingPage } from '#lib/queries/innstilling';
import { freshWorld } from '#tests/support/recommended';
import { makeNeed, NOW, type World } from '#tests/support/world';

let world: World;
let needs: string[];
beforeEach(async () => {
  world = await freshWorld();
  needs = [await makeNeed(world, { state: 'submitted', title: 'Lesing' }), await makeNeed(world, { state: 'submitted', title: 'Regning' })];
  await makeNeed(world, { title: 'En kladd' });
  await db().round.update({ where: { id: world.roundId }, data: { state: 'closed' } });
});

const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const line = (index: number, change: Record<string, unknown> = {}) => ({ needId: needs[index], priority: String(index + 1), network: '200 000', uh: '300 000', reason: '', dissent: '', ...change });
const typed = (change: Record<string, unknown> = {}) => ({ id: world.roundId, version: 1, meetingOn: '2027-03-10', decisionForm: 'agreement', note: '', lines: [line(0), line(1)], ...change });
const states = async () => ({
  round: (await db().round.findFirstOrThrow()).state, innstilling: (await db().innstilling.findFirst())?.state ?? null,
  needs: (await db().behovsmelding.findMany({ orderBy: { number: 'asc' } })).map(({ state }) => state),
});
const UNTOUCHED = { round: 'closed', innstilling: null, needs: ['submitted', 'submitted', 'draft'] };

describe('saving a draft', () => {
  it('keeps its lines, is read by the members, and can be saved again from the new version', async () => {
    expect(await innstillingSave(typed({ meetingOn: '', lines: [line(0, { uh: '' })] }), by('secretariat'))).toMatchObject({ kind: 'done' });
    expect(await innstillingSave(typed({ version: 2, lines: [line(1, { dissent: 'Bodø er uenig.' })] }), by('secretariat'))).toMatchObject({ kind: 'done' });
    expect(await db().innstillingLine.findMany()).toMatchObject([{ behovsmeldingId: needs[1], priority: 2, network: 200_000, uh: 300_000, dissent: 'Bodø er uenig.' }]);
    expect(await innstillingPage({ id: world.roundId }, by('member'))).toMatchObject({ innstilling: { state: 'draft' }, allowed: [], sums: { total: 500_000 } });
    expect(await db().auditEntry.count({ where: { action: 'innstilling.save' } })).toBe(2);
  });
  it('is a conflict on an older version, and keeps what was saved', async () => {
    await innstillingSave(typed(), by('secretariat'));
    expect(await innstillingSave(typed({ lines: [] }), by('secretariat'))).toEqual({ kind: 'conflict' });
    expect(await db().innstillingLine.count()).toBe(2);
  });
  it.each([
    ['lines.0.network', { network: 'mye' }, 'not-a-number'], ['lines.0.uh', { uh: '-1' }, 'negative'], ['lines.0.priority', { priority: '0' }, 'out-of-range'], ['lines.0.reason', { reason: 'x'.repeat(2001) }, 'too-long'],
  ])('says what is wrong at %s', async (path, change, error) => {
    expect(await innstillingSave(typed({ lines: [line(0, change)] }), by('secretariat'))).toMatchObject({ kind: 'invalid', errors: { [path]: error } });
    expect(await states()).toEqual(UNTOUCHED);
  });
});

describe('delivering', () => {
  it('takes the innstilling, the round and each sent need on together, with a line in the log for each', async () => {
    expect(await innstillingDeliver(typed(), by('secretariat'))).toMatchObject({ kind: 'done' });
    expect(await states()).toEqual({ round: 'recommended', innstilling: 'delivered', needs: ['recommended', 'recommended', 'draft'] });
    expect(await db().innstilling.findFirst()).toMatchObject({ deliveredById: world.actors.secretariat.userId, deliveredAt: NOW, decisionForm: 'agreement' });
    const log = await db().auditEntry.findMany({ where: { action: 'innstilling.deliver' }, orderBy: { id: 'asc' } });
    expect(log.map(({ subjectType, subjectId }) => [subjectType, subjectId])).toEqual([['round', world.roundId], ['behovsmelding', needs[0]], ['behovsmelding', needs[1]]]);
  });
  it.each<[string, () => Record<string, unknown>, object]>([
    ['without an amount', () => ({ lines: [line(0), line(1, { network: '' })] }), { code: 'amount-missing', title: 'Regning' }],
    ['under the request without a reason', () => ({ lines: [line(0), line(1, { uh: '299 999' })] }), { code: 'reason-missing', title: 'Regning' }],
    ['over the budget: 500 000 + 500 001', () => ({ lines: [line(0), line(1, { uh: '300 001' })] }), { code: 'over-budget', budget: 1_000_000, used: 1_000_001, over: 1 }],
  ])('is refused %s, and nothing is changed', async (_, change, refusal) => {
    expect(await innstillingDeliver(typed(change()), by('secretariat'))).toEqual({ kind: 'refused', refusals: [refusal] });
    expect(await states()).toEqual(UNTOUCHED);
    expect(await db().auditEntry.count()).toBe(0);
  });
  it('by two at once happens once', async () => {
    const outcomes = await Promise.all([innstillingDeliver(typed(), by('secretariat')), innstillingDeliver(typed(), by('secretariat'))]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'forbidden']);
    expect(await db().innstilling.count()).toBe(1);
  });
  it('leaves nothing behind when its last step fails', async () => {
    await db().$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT no_log CHECK (action <> 'innstilling.deliver')`;
    await expect(innstillingDeliver(typed(), by('secretariat'))).rejects.toThrow('no_log');
    expect(await states()).toEqual(UNTOUCHED);
  });
  it.each(['member', 'caseworker', 'approver', 'auditor', 'skoleeier', 'uh', 'stranger'] as const)('and saving is not for the %s', async (actor) => {
    expect([await innstillingDeliver(typed(), by(actor)), await innstillingSave(typed(), by(actor))]).toEqual([{ kind: 'forbidden' }, { kind: 'forbidden' }]);
    expect(await states()).toEqual(UNTOUCHED);
  });
  it('waits for the round to be closed', async () => {
    await db().round.update({ where: { id: world.roundId }, data: { state: 'open' } });
    expect(await innstillingDeliver(typed(), by('secretariat'))).toEqual({ kind: 'forbidden' });
  });
});
