import { beforeEach, describe, expect, it } from 'vitest';
import { roundClose } from '#lib/commands/round';
import { roundOpen } from '#lib/commands/round';
import { models } from '#prisma/models';
import { suggestedDeadlines } from '#lib/domain/round/round';
import { freshWorld } from '#tests/support/recommended';
import { LAST_SECOND, makeBehovsmelding, NOW, TOO_LATE, type World } from '#tests/support/world';

let world: World;
beforeEach(async () => {
  world = await freshWorld();
});

const by = (actor: keyof World['actors'], now = NOW) => ({ actor: world.actors[actor], now });
const typed = (change: Record<string, unknown> = {}) => ({
  countyId: world.countyId,
  programme: 'DEKOMP',
  year: '2028',
  budget: '7 400 000 kr',
  reserve: '',
  ruleSetId: world.ruleSetId,
  forumId: world.forumId,
  ...suggestedDeadlines(2028),
  ...change,
});
const log = (action: string) => models().auditEntry.findMany({ where: { action } });

describe('opening a round', () => {
  it('makes it with its five deadlines, frozen rule set and log, in one change', async () => {
    const outcome = await roundOpen(typed(), by('caseworker'));
    expect(outcome.kind).toBe('done');
    const round = await models().round.findFirstOrThrow({
      where: { year: 2028 },
      include: { deadlines: { orderBy: { lastDay: 'asc' } } },
    });
    expect(round).toMatchObject({
      state: 'open',
      budget: 7_400_000,
      reserve: 0,
      ruleSetId: world.ruleSetId,
      forumId: world.forumId,
      openedAt: NOW,
    });
    expect(round.deadlines.map(({ kind, lastDay }) => [kind, lastDay.toISOString().slice(0, 10)])).toEqual(
      Object.entries(suggestedDeadlines(2028)),
    );
    expect(await log('round.open')).toMatchObject([
      {
        actorId: world.actors.caseworker.userId,
        subjectType: 'round',
        subjectId: round.id,
        roundId: round.id,
        details: { budget: 7_400_000 },
      },
    ]);
    await expect(models().round.update({ where: { id: round.id }, data: { ruleSetId: 'another' } })).rejects.toThrow(
      'round_keeps_rule_set',
    );
  });
  it.each(['approver', 'auditor', 'secretariat', 'member', 'skoleeier', 'coordinator', 'uh', 'stranger'] as const)(
    'is not for the %s',
    async (actor) => {
      expect(await roundOpen(typed(), by(actor))).toEqual({ kind: 'forbidden' });
      expect(await models().round.count()).toBe(1);
    },
  );
  it('is missing in a county that is not there', async () => {
    expect(await roundOpen(typed({ countyId: 'nowhere' }), by('caseworker'))).toEqual({ kind: 'missing' });
  });
  it.each([
    ['budget', '', 'required'],
    ['budget', '-1', 'negative'],
    ['budget', '2 000 000 001', 'too-large'],
    ['year', '2101', 'out-of-range'],
    ['programme', 'ANNET', 'not-in-list'],
    ['need', '2028-02-30', 'not-a-date'],
    ['plan', '', 'required'],
    ['ruleSetId', ['a', 'b'], 'required'],
    ['forumId', 'a\u0000', 'malformed'],
    ['reserve', '7 400 001', 'above-budget'],
  ])('says what is wrong at %s when it is %j, and changes nothing', async (field, value, error) => {
    expect(await roundOpen(typed({ [field]: value }), by('caseworker'))).toMatchObject({
      kind: 'invalid',
      errors: { [field]: error },
    });
    expect([await models().round.count(), await models().auditEntry.count()]).toEqual([1, 0]);
  });
  it('by two at once makes one round, and tells the other that it exists', async () => {
    const outcomes = await Promise.all([roundOpen(typed(), by('caseworker')), roundOpen(typed(), by('caseworker2'))]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(outcomes).toContainEqual({
      kind: 'refused',
      refusals: [{ code: 'round-exists', programme: 'DEKOMP', year: 2028 }],
    });
    expect(await models().round.count({ where: { year: 2028 } })).toBe(1);
  });
});

describe('closing a round', () => {
  it('before the deadline takes a reason, and leaves drafts as drafts', async () => {
    const draft = await makeBehovsmelding(world);
    expect(await roundClose({ id: world.roundId, reason: ' ' }, by('caseworker', LAST_SECOND))).toEqual({
      kind: 'invalid',
      errors: { reason: 'required' },
    });
    expect(
      await roundClose({ id: world.roundId, reason: 'Alt er inne.' }, by('caseworker', LAST_SECOND)),
    ).toMatchObject({ kind: 'done' });
    expect(await models().round.findFirst()).toMatchObject({ state: 'closed', version: 2 });
    expect(await models().behovsmelding.findFirst({ where: { id: draft } })).toMatchObject({ state: 'draft' });
    expect(await log('round.close')).toMatchObject([
      { subjectId: world.roundId, details: { reason: 'Alt er inne.', early: true } },
    ]);
  });
  it('after the deadline takes none, and happens once', async () => {
    const close = () => roundClose({ id: world.roundId, reason: '' }, by('caseworker', TOO_LATE));
    expect((await Promise.all([close(), close()])).map(({ kind }) => kind).sort()).toEqual(['done', 'forbidden']);
    expect(await log('round.close')).toHaveLength(1);
  });
  it.each(['approver', 'auditor', 'secretariat', 'member', 'skoleeier', 'stranger'] as const)(
    'is not for the %s',
    async (actor) => {
      expect(await roundClose({ id: world.roundId, reason: 'Nå.' }, by(actor))).toEqual({ kind: 'forbidden' });
      expect(await models().round.findFirst()).toMatchObject({ state: 'open' });
    },
  );
});
