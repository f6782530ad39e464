import { beforeAll, describe, expect, it } from 'vitest';
import { confirmBehovsmelding } from '#lib/commands/behovsmelding-confirm';
import { saveBehovsmelding } from '#lib/commands/behovsmelding-save';
import { db } from '#lib/db/client';
import { makeNeed, makeWorld, NOW, TOO_LATE, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => { world = await makeWorld(); });

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const TEXTS = ['title', 'participants', 'need', 'evidence', 'goals', 'measureDescription', 'staffInvolvement', 'uhUnsettledReason', 'samiPerspective', 'coherence', 'changeReason', 'contactName', 'contactRole', 'contactEmail', 'contactPhone'];
/** What the form sends when nothing is filled in. */
const blank = (id: string, change: Record<string, unknown> = {}) => ({
  ...Object.fromEntries(TEXTS.map((name) => [name, ''])), id, version: '1', years: '1', periodStart: '', periodEnd: '', publicUnits: '', privateUnits: '', ...change,
});
const read = (id: string) => db().behovsmelding.findUniqueOrThrow({ where: { id }, include: { lines: true, egenandelLines: { orderBy: { position: 'asc' } }, uh: true } });

describe('saving a draft', () => {
  it('keeps what is typed, with an empty cell apart from 0', async () => {
    const id = await makeNeed(world);
    const saved = await saveBehovsmelding(blank(id, {
      title: ' Lesing ', years: '2', targetGroups: 'laerere', sectorGoals: ['kompetanse', 'tidlig-hjelp'], uh: { 0: { organisationId: world.uh.id, contact: 'Unn' }, 1: { organisationId: '', contact: '' } },
      lines: { [`network_${world.owner.id}_2027`]: '200 000,-', [`network_${world.owner.id}_2028`]: '0', [`uh_${world.uh.id}_2027`]: '' },
      egenandel: { 0: { budgetYear: '2027', kind: 'frikjop', note: '', hours: '60', rate: '583', amount: '' }, 4: { budgetYear: '2027', kind: 'penger', note: '', hours: '', rate: '', amount: '' } },
    }), as('skoleeier'));
    expect(saved).toEqual({ kind: 'done', value: { id, version: 2 } });
    const need = await read(id);
    expect(need).toMatchObject({ title: 'Lesing', years: 2, targetGroups: ['laerere'], sectorGoals: ['kompetanse', 'tidlig-hjelp'], version: 2, uh: [{ contact: 'Unn' }] });
    expect(need.lines.map(({ side, budgetYear, amount }) => [side, budgetYear, amount]).sort()).toEqual([['network', 2027, 200_000], ['network', 2028, 0], ['uh', 2027, null]]);
    // 60 hours × 583 kr = 34 980 kr
    expect(need.egenandelLines.map(({ kind, hours, rate, amount }) => ({ kind, hours, rate, amount }))).toEqual([{ kind: 'frikjop', hours: 60, rate: 583, amount: 34_980 }]);
  });

  it('keeps who it is for, its theme, what changes a granted tiltak, what goes to coordinating, and the language of each text', async () => {
    const theme = await db().theme.create({ data: { countyId: world.countyId, name: 'Tidlig innsats', from: new Date('2020-01-01') } });
    const id = await makeNeed(world);
    const saved = await saveBehovsmelding(blank(id, {
      parties: [world.other.id], themes: theme.id, unitKinds: 'skole', collective: 'on', need: 'Oahpahus', lang: { need: 'se', goals: 'nn' },
      lines: { [`network_${world.owner.id}_2027`]: '200 000' }, coordinator: { 2027: '50 000', 2028: '' },
    }), as('skoleeier'));
    expect(saved.kind).toBe('done');
    expect(await db().behovsmelding.findUniqueOrThrow({ where: { id }, include: { parties: true, lines: true } })).toMatchObject({
      parties: [{ organisationId: world.other.id }], themes: [theme.id], unitKinds: ['skole'], collective: true, languages: { need: 'se', goals: 'nn' }, lines: [{ amount: 200_000, coordinator: 50_000 }],
    });
  });

  it('takes an empty form', async () => {
    expect((await saveBehovsmelding(blank(await makeNeed(world)), as('skoleeier'))).kind).toBe('done');
  });

  it('is a conflict when another saved meanwhile, and keeps what the other wrote', async () => {
    const id = await makeNeed(world);
    expect((await saveBehovsmelding(blank(id, { title: 'Min' }), as('skoleeier'))).kind).toBe('done');
    expect(await saveBehovsmelding(blank(id, { title: 'Din' }), as('coordinator'))).toEqual({ kind: 'conflict' });
    expect((await read(id)).title).toBe('Min');
  });

  it('is done by one of two who save at once', async () => {
    const id = await makeNeed(world);
    const both = await Promise.all([saveBehovsmelding(blank(id), as('skoleeier')), saveBehovsmelding(blank(id), as('coordinator'))]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done']);
  });

  it('is logged once in a quarter of an hour, and says nothing of what was written', async () => {
    const id = await makeNeed(world);
    for (const version of ['1', '2']) await saveBehovsmelding(blank(id, { version, title: 'Hemmelig' }), as('skoleeier'));
    await saveBehovsmelding(blank(id, { version: '3' }), as('skoleeier', new Date(NOW.getTime() + 16 * 60_000)));
    const log = await db().auditEntry.findMany({ where: { subjectId: id } });
    expect(log.map(({ action, details }) => [action, details])).toEqual([['behovsmelding.save', {}], ['behovsmelding.save', {}]]);
  });

  it('keeps a returned need’s period in order, and lets a draft’s stand half done', async () => {
    const backwards = { periodStart: '2027-08-01', periodEnd: '2027-07-01' };
    expect((await saveBehovsmelding(blank(await makeNeed(world), backwards), as('skoleeier'))).kind).toBe('done');
    const returned = await makeNeed(world, { state: 'returned' });
    expect(await saveBehovsmelding(blank(returned, backwards), as('skoleeier'))).toEqual({ kind: 'invalid', errors: { periodEnd: 'end-before-start' } });
  });

  it('refuses an egenandel above 2 000 000 000 kr in all, so that it can be kept with the tildeling', async () => {
    const line = { budgetYear: '2027', kind: 'penger', note: '', hours: '', rate: '', amount: '1 000 000 001' };
    const two = { egenandel: { 0: line, 1: { ...line, amount: '1 000 000 000' } } }; // 2 000 000 001
    expect(await saveBehovsmelding(blank(await makeNeed(world), two), as('skoleeier'))).toEqual({ kind: 'invalid', errors: { egenandel: 'too-large' } });
  });

  it.each(['\ud800', 'a\udc00b', '\u0000'])('refuses the half character %j', async (title) => {
    expect(await saveBehovsmelding(blank(await makeNeed(world), { title }), as('skoleeier'))).toEqual({ kind: 'invalid', errors: { title: 'bad-character' } });
  });

  it('takes a whole character made of two halves', async () => {
    expect((await saveBehovsmelding(blank(await makeNeed(world), { title: 'Bok 📚' }), as('skoleeier'))).kind).toBe('done');
  });

  it('is possible after the deadline', async () => {
    expect((await saveBehovsmelding(blank(await makeNeed(world)), as('skoleeier', TOO_LATE))).kind).toBe('done');
  });

  it('keeps the confirmation of a UH that stays', async () => {
    const id = await makeNeed(world);
    await confirmBehovsmelding({ id, contact: 'Unn Olsen' }, as('uh'));
    await saveBehovsmelding(blank(id, { uh: { 0: { organisationId: world.uh.id, contact: 'Feil' } } }), as('skoleeier'));
    expect((await read(id)).uh).toMatchObject([{ contact: 'Unn Olsen', confirmedAt: NOW }]);
  });

  it.each(['otherOwner', 'uh', 'caseworker', 'approver', 'member', 'stranger'] as const)('is not for %s', async (who) => {
    expect((await saveBehovsmelding(blank(await makeNeed(world)), as(who))).kind).toBe('forbidden');
  });

  it('is not possible when it is sent', async () => {
    expect((await saveBehovsmelding(blank(await makeNeed(world, { state: 'submitted' })), as('skoleeier'))).kind).toBe('forbidden');
  });
});

describe('what is malformed stands at its field and changes nothing', () => {
  const BAD: [field: string, code: string, change: Record<string, unknown>][] = [
    ['title', 'too-long', { title: 'a'.repeat(201) }],
    ['title', 'bad-character', { title: 'a\u0000b' }],
    ['title', 'malformed', { title: ['a', 'b'] }],
    ['title', 'malformed', { title: undefined }],
    ['need', 'too-long', { need: 'a'.repeat(4001) }],
    ['years', 'required', { years: '' }],
    ['years', 'out-of-range', { years: '11' }],
    ['years', 'not-a-number', { years: '99999999999' }],
    ['years', 'out-of-range', { years: '4' }],
    ['version', 'malformed', { version: {} }],
    ['publicUnits', 'not-a-number', { publicUnits: '-1' }],
    ['publicUnits', 'out-of-range', { publicUnits: '2147483648' }],
    ['periodStart', 'not-a-date', { periodStart: '2027-02-30' }],
    ['periodStart', 'malformed', { periodStart: ['2027-02-01'] }],
    ['targetGroups.0', 'not-in-list', { targetGroups: ['alle'] }],
    ['targetGroups', 'malformed', { targetGroups: { 0: 'laerere' } }],
    ['contactEmail', 'not-an-email', { contactEmail: 'kari' }],
    ['themes', 'not-in-list', { themes: ['no-such'] }],
    ['parties', 'not-in-list', { parties: 'no-such' }],
    ['parties', 'malformed', { parties: { 0: 'x' } }],
    ['unitKinds', 'not-in-list', { unitKinds: 'barnehage' }],
    ['targetGroups', 'not-in-list', { targetGroups: 'ppt' }],
    ['changeTiltakId', 'not-in-list', { changeTiltakId: 'no-such' }],
    ['changeDirection', 'not-in-list', { changeDirection: 'sideways' }],
    ['lang.need', 'not-in-list', { lang: { need: 'sv' } }],
    ['lang', 'malformed', { lang: { title: 'nb' } }],
    ['lang', 'malformed', { lang: 'nb' }],
    ['coordinator.2031', 'out-of-range', { coordinator: { 2031: '6' } }],
    ['coordinator.2027', 'not-a-number', { coordinator: { 2027: 'mye' } }],
    ['coordinator.alt', 'malformed', { coordinator: { alt: '6' } }],
    ['need', 'too-long', { need: 'a'.repeat(100_000) }],
    ['lines', 'malformed', { lines: 'alt' }],
    ['lines.alt', 'malformed', { lines: { alt: '1' } }],
    ['lines.network_x_2027', 'not-in-list', { lines: { network_x_2027: '1' } }],
    ['egenandel.0.amount', 'negative', { egenandel: { 0: { budgetYear: '2027', kind: 'lonn', note: '', hours: '', rate: '', amount: '-5' } } }],
    ['egenandel.0.amount', 'ore', { egenandel: { 0: { budgetYear: '2027', kind: 'lonn', note: '', hours: '', rate: '', amount: '5,50' } } }],
    ['egenandel.0.amount', 'too-large', { egenandel: { 0: { budgetYear: '2027', kind: 'lonn', note: '', hours: '1000000', rate: '2000000000', amount: '' } } }],
    ['egenandel.0.hours', 'hours-and-rate', { egenandel: { 0: { budgetYear: '2027', kind: 'lonn', note: '', hours: '5', rate: '', amount: '' } } }],
    ['egenandel.0.kind', 'not-in-list', { egenandel: { 0: { budgetYear: '2027', kind: 'gull', note: '', hours: '', rate: '', amount: '5' } } }],
    ['egenandel.0.budgetYear', 'out-of-range', { egenandel: { 0: { budgetYear: '2031', kind: 'lonn', note: '', hours: '', rate: '', amount: '5' } } }],
    ['uh.0.organisationId', 'not-in-list', { uh: { 0: { organisationId: 'no-such', contact: '' } } }],
    ['uh.0.organisationId', 'malformed', { uh: { 0: { organisationId: 'a b', contact: '' } } }],
  ];
  it.each(BAD)('%s: %s, from %j', async (field, code, change) => {
    const id = await makeNeed(world);
    const outcome = await saveBehovsmelding(blank(id, change), as('skoleeier'));
    expect(outcome).toMatchObject({ kind: 'invalid', errors: { [field]: code } });
    expect((await read(id)).version).toBe(1);
  });
});
