import { beforeEach, describe, expect, it } from 'vitest';
import { saveDeadlines, openYear } from '#lib/commands/setup';
import { models } from '#prisma/models';
import type { Actor } from '#lib/domain/policy/row';
import { yearPlan } from '#lib/queries/setup';
import { day } from '#tests/support/day';
import { freshWorld } from '#tests/support/recommended';
import { NOW, type World } from '#tests/support/world';

let world: World;
beforeEach(async () => {
  world = await freshWorld();
});

const by = (actor: keyof World['actors'] | Actor) => ({
  actor: typeof actor === 'string' ? world.actors[actor] : actor,
  now: NOW,
});
const days = {
  need: '2028-02-01',
  innstilling: '2028-03-20',
  decision: '2028-04-30',
  plan: '2028-08-31',
  report: '2029-02-01',
};

describe('a new year', () => {
  const plan = async (actor: keyof World['actors'] = 'caseworker') => await yearPlan({ aar: '2028' }, by(actor));
  const open = async (change: Record<string, unknown> = {}) =>
    openYear(
      {
        countyId: world.countyId,
        year: '2028',
        seen: (await plan())?.seen ?? '',
        budget: { DEKOMP: '2 000 000' },
        ...change,
      },
      by('caseworker'),
    );

  it('is read without storing anything', async () => {
    expect(await plan('approver')).toMatchObject({
      year: 2028,
      from: 2027,
      opens: false,
      plan: [
        {
          programme: 'DEKOMP',
          open: false,
          missing: [],
          now: { rules: 'Prøveregler', deadlines: { need: day('2028-02-01'), report: day('2029-02-01') } },
        },
      ],
    });
    expect([await models().round.count(), await models().auditEntry.count()]).toEqual([1, 0]);
  });
  it('is opened as it was read, with its rounds, deadlines, log and word to the owners', async () => {
    expect(await open()).toMatchObject({ kind: 'done', value: { opened: 1 } });
    const round = await models().round.findFirstOrThrow({ where: { year: 2028 }, include: { deadlines: true } });
    expect(round).toMatchObject({
      state: 'open',
      budget: 2_000_000,
      ruleSetId: world.ruleSetId,
      forumId: world.forumId,
    });
    expect(round.deadlines.find(({ kind }) => kind === 'need')?.lastDay).toEqual(new Date('2028-02-01'));
    expect(
      (await models().auditEntry.findMany({ orderBy: { id: 'asc' } })).map(
        ({ action, subjectType }) => `${action} ${subjectType}`,
      ),
    ).toEqual(['round.open round', 'year.open county']);
    expect(
      await models().message.count({
        where: { kind: 'round-opened', userId: world.actors.skoleeier.userId, subjectId: round.id },
      }),
    ).toBe(1);
  });
  it('done twice, and twice at once, opens nothing twice', async () => {
    const both = await Promise.all([open(), open()]);
    expect(both.map((one) => (one.kind === 'done' ? one.value.opened : one.kind)).sort()).toEqual([0, 1]);
    expect(await open()).toMatchObject({ kind: 'done', value: { opened: 0 } });
    expect([
      await models().round.count({ where: { year: 2028 } }),
      await models().auditEntry.count({ where: { action: 'year.open' } }),
    ]).toEqual([1, 1]);
  });
  it('is not opened as it was when it has changed since it was read', async () => {
    const seen = (await plan())?.seen;
    await saveDeadlines({ countyId: world.countyId, programme: 'DEKOMP', year: '2028', ...days }, by('caseworker2'));
    expect(await open({ seen })).toEqual({ kind: 'conflict' });
    expect(await models().round.count()).toBe(1);
  });
  it('takes a budget in kroner for what is opened', async () => {
    expect(await open({ budget: {} })).toEqual({ kind: 'invalid', errors: { 'budget.DEKOMP': 'required' } });
    expect(await open({ budget: { DEKOMP: 'mye' } })).toEqual({
      kind: 'invalid',
      errors: { 'budget.DEKOMP': 'not-a-number' },
    });
    expect(await models().round.count()).toBe(1);
  });
});
