import { beforeEach, describe, expect, it } from 'vitest';
import { addTheme, endTheme, saveDeadlines, saveRules, setProgrammes, openYear } from '#lib/commands/setup';
import { models } from '#prisma/models';
import type { Actor } from '#lib/domain/policy/row';
import { newRoundPage } from '#lib/queries/round';
import { setupPage, yearPlan } from '#lib/queries/setup';
import { makeElsewhere } from '#tests/support/elsewhere';
import { violated } from '#tests/support/refused';
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
const rules = (change: Record<string, unknown> = {}) => ({
  countyId: world.countyId,
  id: world.ruleSetId,
  programme: 'DEKOMP',
  name: 'Nye regler',
  validFrom: '2027-08-01',
  legalBasis: 'Ny forskrift',
  egenandelPercent: '25',
  egenandelBase: 'total-grant',
  egenandelEnforcement: 'require',
  egenandelTolerance: '',
  egenandelSource: 'Ny kilde',
  splitNetwork: '50',
  splitUh: '50',
  splitLevel: 'region',
  splitEnforcement: 'warn',
  splitSource: 'Ny kilde',
  maxYears: '2',
  maxYearsSource: 'Ny kilde',
  applicantKinds: 'kommune',
  targetGroups: ['laerere', 'ledere'],
  unitKinds: ['skole'],
  demandsSource: 'Ny kilde',
  ...change,
});
const days = {
  need: '2028-02-01',
  innstilling: '2028-03-20',
  decision: '2028-04-30',
  plan: '2028-08-31',
  report: '2029-02-01',
};

describe('changing the rules', () => {
  it('that a round uses makes new ones from a day, and leaves the round and its rules as they were', async () => {
    const before = await models().ruleSet.findUniqueOrThrow({ where: { id: world.ruleSetId } });
    expect(await saveRules(rules(), by('caseworker'))).toEqual({ kind: 'done', value: { countyId: world.countyId } });
    const validTo = new Date('2027-08-01');
    expect(await models().ruleSet.findUnique({ where: { id: world.ruleSetId } })).toEqual({ ...before, validTo });
    const made = await models().ruleSet.findFirstOrThrow({ where: { supersedesId: world.ruleSetId } });
    expect(made).toMatchObject({
      name: 'Nye regler',
      validFrom: validTo,
      validTo: null,
      egenandelPercent: 25,
      egenandelTolerance: 0,
      splitNetwork: 50,
      targetGroups: ['laerere', 'ledere'],
      collectiveOnly: false,
    });
    expect(await models().round.findUnique({ where: { id: world.roundId } })).toMatchObject({
      ruleSetId: world.ruleSetId,
    });
    expect(await models().auditEntry.findMany()).toMatchObject([
      {
        action: 'rules.save',
        subjectType: 'county',
        subjectId: world.countyId,
        countyId: world.countyId,
        details: { name: 'Nye regler', from: '2027-08-01', supersedes: world.ruleSetId },
      },
    ]);
    expect(await saveRules(rules({ validFrom: '2029-01-01' }), by('caseworker'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'rules-superseded' }],
    });
    expect(await saveRules(rules({ id: made.id, egenandelPercent: '20' }), by('caseworker'))).toMatchObject({
      kind: 'done',
    });
    expect(await models().ruleSet.count()).toBe(2);
  });
  it.each([
    [{ splitNetwork: '40' }, { splitNetwork: 'key-not-100', splitUh: 'key-not-100' }],
    [{ validFrom: '2026-01-01' }, { validFrom: 'not-later' }],
    [{ egenandelPercent: '100' }, { egenandelPercent: 'out-of-range' }],
    [{ egenandelSource: ' ' }, { egenandelSource: 'required' }],
    [{ unitKinds: undefined }, { unitKinds: 'too-few' }],
    [{ egenandelTolerance: '-1' }, { egenandelTolerance: 'negative' }],
    [{ name: 'x'.repeat(100_000) }, { name: 'too-long' }],
  ])('says what is wrong with %j at its field, and changes nothing', async (change, errors) => {
    expect(await saveRules(rules(change), by('caseworker'))).toEqual({ kind: 'invalid', errors });
    expect([await models().ruleSet.count(), await models().auditEntry.count()]).toEqual([1, 0]);
  });
  it('by two at once makes one', async () => {
    const both = await Promise.all([
      saveRules(rules(), by('caseworker')),
      saveRules(rules({ name: 'Andre' }), by('caseworker2')),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  });
  it('to two at one time is refused by the database too', async () => {
    const old = await models().ruleSet.findUniqueOrThrow({
      where: { id: world.ruleSetId },
      omit: { id: true, validTo: true },
    });
    expect(
      await violated(
        models().ruleSet.create({ data: { ...old, name: 'Samtidig', validFrom: new Date('2030-01-01') } }),
      ),
    ).toBe('rule_set_once_at_a_time');
    expect(await saveRules(rules({ id: '', validFrom: '2025-01-01' }), by('caseworker'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'rules-overlap', name: 'Prøveregler' }],
    });
  });
});

describe('deadlines, themes and programmes', () => {
  it('are kept for every year, and offered when a round is opened', async () => {
    expect(
      await saveDeadlines({ countyId: world.countyId, programme: 'DEKOMP', year: '2028', ...days }, by('caseworker')),
    ).toMatchObject({ kind: 'done' });
    expect(
      await saveDeadlines(
        { countyId: world.countyId, programme: 'DEKOMP', year: '2028', ...days, innstilling: '2028-03-21' },
        by('caseworker'),
      ),
    ).toMatchObject({ kind: 'done' });
    expect((await setupPage({ aar: '2030' }, by('auditor')))?.deadlines).toMatchObject([
      { programme: 'DEKOMP', own: true, days: { need: '2030-02-01', innstilling: '2030-03-21', report: '2031-02-01' } },
    ]);
    expect((await newRoundPage({}, by('caseworker')))?.openings[0]?.defaults).toHaveLength(5);
    expect(
      await saveDeadlines(
        { countyId: world.countyId, programme: 'DEKOMP', year: '2028', ...days, plan: '2028-04-01' },
        by('caseworker'),
      ),
    ).toEqual({ kind: 'invalid', errors: { plan: 'out-of-order' } });
    expect(
      await violated(
        models().deadlineDefault.create({
          data: { countyId: world.countyId, programme: 'REKOMP', kind: 'need', month: 2, day: 29, yearOffset: 0 },
        }),
      ),
    ).toBe('deadline_default_in_range');
  });
  it('are added and ended, each told in the log', async () => {
    expect(
      await addTheme({ countyId: world.countyId, name: '=Lesing', from: '2027-01-15' }, by('caseworker')),
    ).toMatchObject({ kind: 'done' });
    const { id } = await models().theme.findFirstOrThrow({ where: { name: '=Lesing' } });
    expect(await endTheme({ countyId: world.countyId, id, on: '2027-08-01' }, by('caseworker'))).toMatchObject({
      kind: 'done',
    });
    expect(await models().theme.findUnique({ where: { id } })).toMatchObject({ to: new Date('2027-08-01') });
    expect(
      await setProgrammes({ id: world.forumId, programmes: ['DEKOMP', 'REKOMP'] }, by('caseworker')),
    ).toMatchObject({ kind: 'done' });
    expect(await setProgrammes({ id: world.forumId }, by('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { programmes: 'too-few' },
    });
    expect(
      (await models().auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action, countyId }) => [
        action,
        countyId,
      ]),
    ).toEqual(['theme.add', 'theme.end', 'forum.set-programmes'].map((action) => [action, world.countyId]));
  });
});

describe('another county’s set-up', () => {
  it('is neither read nor changed from here, nor this from there; and here by a caseworker alone', async () => {
    const { countyId, forumId, caseworker } = await makeElsewhere();
    const tries = (to: string, forum: string, actor: Actor) =>
      Promise.all([
        saveRules(rules({ countyId: to, id: '' }), by(actor)),
        saveDeadlines({ countyId: to, programme: 'DEKOMP', year: '2028', ...days }, by(actor)),
        addTheme({ countyId: to, name: 'Tema', from: '2027-01-15' }, by(actor)),
        endTheme({ countyId: to, id: 'x', on: '2027-01-15' }, by(actor)),
        setProgrammes({ id: forum, programmes: 'DEKOMP' }, by(actor)),
        openYear({ countyId: to, year: '2028', seen: '', budget: {} }, by(actor)),
      ]);
    const { approver, auditor, secretariat, administrator, stranger, caseworker: mine } = world.actors;
    const here: readonly Actor[] = [caseworker, approver, auditor, secretariat, administrator, stranger];
    for (const outcome of [
      ...(await tries(countyId, forumId, mine)),
      ...(await Promise.all(here.map((actor) => tries(world.countyId, world.forumId, actor)))).flat(),
    ])
      expect(outcome).toEqual({ kind: 'forbidden' });
    expect(await models().auditEntry.count()).toBe(0);
    expect((await setupPage({ fylke: countyId }, by('caseworker')))?.setup.countyId).toBe(world.countyId);
    expect((await setupPage({}, by(caseworker)))?.setup.countyId).toBe(countyId);
    for (const actor of [secretariat, administrator, stranger])
      expect([await setupPage({}, by(actor)), await yearPlan({}, by(actor))]).toEqual([null, null]);
  });
});
