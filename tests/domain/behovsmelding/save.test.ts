import { describe, expect, it } from 'vitest';
import { behovsmeldingDraftIn, tidied, typingFrom } from '#lib/domain/behovsmelding/draft';
import { decideBehovsmelding } from '#lib/domain/behovsmelding/write';
import { changedInForm, type Typing } from '#lib/domain/form/merge';
import { need } from '#tests/support/behovsmelding-core';
import { NOW } from '#tests/support/world';

describe('saving a draft', () => {
  const before = {
    ...need(),
    choices: { partners: ['uh', 'other-uh'], owners: ['neighbour'], themeIds: ['lesing'], tiltakIds: ['tiltak'] },
  };
  const save = (typed: Typing, began: Typing = {}, draft = before) => {
    const decided = decideBehovsmelding(draft, { typed, began });
    return decided.kind === 'done' ? decided.value : null;
  };

  it('takes what was changed, and says what the form is now', () => {
    const saved = save(
      { title: ['Ny'], 'lines.uh_uh_2027': ['300 001'] },
      { title: ['Tidlig innsats'], 'lines.uh_uh_2027': ['300 000'] },
    );
    expect(saved).toMatchObject({
      fields: ['title', 'lines.uh_uh_2027'],
      wrong: {},
      clashes: {},
      after: { title: ['Ny'], 'lines.uh_uh_2027': ['300001'] },
    });
  });

  it('answers for the fields that were sent alone, so that the form does not undo what others wrote meanwhile', () => {
    const meanwhile = { ...before, coherence: 'Din' };
    const stored = save({ title: ['Ny'] }, { title: ['Tidlig innsats'] }, meanwhile)?.stored;
    expect(stored).toEqual({ title: ['Ny'] });
    // The form goes on from what it began from and this: its old text of the other field is no change.
    const began = { ...typingFrom(before), ...stored };
    const form = { ...typingFrom(before), title: ['Ny'], goals: ['Nye mål'] };
    expect(Object.keys(changedInForm(began, form, tidied).typed)).toEqual(['goals']);
  });

  it('keeps an amount in a year the rules allow but the need does not ask for now, and no later one', () => {
    expect(save({ 'lines.network_owner_2029': ['1'], 'lines.network_owner_2030': ['1'] })).toMatchObject({
      fields: ['lines.network_owner_2029'],
      wrong: { 'lines.network_owner_2030': 'out-of-range' },
    });
  });

  it('refuses an amount to somebody who is not in the need', () => {
    expect(save({ 'lines.uh_other-uh_2027': ['1'] })).toMatchObject({
      fields: [],
      wrong: { 'lines.uh_other-uh_2027': 'not-in-list' },
    });
  });

  it('refuses a partner that is no UH, and one that stands under another name', () => {
    expect(save({ 'uh.owner.organisationId': ['owner'], 'uh.ny.organisationId': ['uh'] })?.wrong).toEqual({
      'uh.owner.organisationId': 'not-in-list',
      'uh.ny.organisationId': 'not-in-list',
    });
  });

  it('takes a hundred lines of egenandel and no more, and the rest of what was sent', () => {
    const lines = (count: number): Typing =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`egenandel.ny${String(index)}.note`, ['x']]));
    const own = before.egenandelLines.length;
    expect(save(lines(100 - own))?.wrong).toEqual({});
    const over = save({ ...lines(101 - own), title: ['Ny'] }, { title: ['Tidlig innsats'] });
    expect(over?.fields).toEqual(['title']);
    expect(new Set(Object.values(over?.wrong ?? {}))).toEqual(new Set(['too-many-rows']));
  });

  it('takes away a partner that is named only, and never one with a part of its own, nor its contact with it', () => {
    const row = { 'uh.uh.organisationId': ['uh'], 'uh.uh.contact': ['Unn'] };
    const none = { 'uh.uh.organisationId': [], 'uh.uh.contact': [] };
    const [uh] = before.uh;
    const draft = (sharedAt: Date | null, amount: number) => ({
      ...before,
      lines: before.lines.map((line) => (line.side === 'uh' ? { ...line, amount } : line)),
      uh: uh === undefined ? [] : [{ ...uh, contact: 'Unn', sharedAt }],
    });
    expect(save(none, row, draft(null, 0))).toMatchObject({
      fields: ['uh.uh.organisationId', 'uh.uh.contact'],
      wrong: {},
    });
    const refused = {
      fields: ['title'],
      wrong: { 'uh.uh.organisationId': 'has-own-part', 'uh.uh.contact': 'has-own-part' },
      after: row,
    };
    expect(save({ ...none, title: ['Ny'] }, { ...row, title: ['Tidlig innsats'] }, draft(NOW, 0))).toMatchObject(
      refused,
    );
    expect(save({ ...none, title: ['Ny'] }, { ...row, title: ['Tidlig innsats'] }, draft(null, 1))).toMatchObject(
      refused,
    );
    expect(save({ ...none, 'uh.other-uh.organisationId': ['other-uh'] }, row, draft(NOW, 0))).toMatchObject({
      fields: ['uh.other-uh.organisationId'],
      after: row,
    });
  });

  it.each([
    ['targetGroups', 'ppt'],
    ['unitKinds', 'barnehage'],
    ['themes', 'another-county'],
    ['changeTiltakId', 'another-owner'],
    ['parties', 'owner'],
    ['parties', 'uh'],
  ])('refuses %s that the programme or the county does not offer: %s', (field, value) => {
    expect(save({ [field]: [value] }, { [field]: typingFrom(before)[field] ?? [] })).toMatchObject({
      fields: [],
      wrong: { [field]: 'not-in-list' },
    });
  });

  it('takes other owners of the county', () => {
    expect(save({ parties: ['neighbour'] })).toMatchObject({ fields: ['parties'], wrong: {} });
  });

  it('takes coordinating as part of the network’s sum in its year, and no more than that', () => {
    expect(save({ 'coordinator.2027': ['200 000'] })).toMatchObject({ fields: ['coordinator.2027'], wrong: {} });
    expect(save({ 'coordinator.2027': ['200 001'] })).toMatchObject({
      fields: [],
      wrong: { 'coordinator.2027': 'above-network' },
    });
    expect(save({ 'coordinator.2030': ['1'] })).toMatchObject({
      fields: [],
      wrong: { 'coordinator.2030': 'out-of-range' },
    });
  });

  it('refuses more years than the rules allow', () => {
    expect(save({ years: ['4'] }, { years: ['1'] })?.wrong).toEqual({ years: 'out-of-range' });
  });

  it('refuses egenandel in a year the need does not ask for', () => {
    expect(
      save({ 'egenandel.line-0.budgetYear': ['2028'] }, { 'egenandel.line-0.budgetYear': ['2027'] })?.wrong,
    ).toEqual({ 'egenandel.line-0.budgetYear': 'out-of-range' });
  });

  it('sets back both ends of a period that another’s change would turn, once it is sent', () => {
    const returned = { ...before, state: 'returned' as const };
    const saved = save(
      { periodStart: ['2029-01-01'], goals: ['Nye'] },
      { periodStart: ['2027-08-01'], goals: ['Flere leser godt.'] },
      returned,
    );
    expect(saved).toMatchObject({ fields: ['goals'], wrong: { periodStart: 'end-before-start' } });
  });
});

describe('the form of a need', () => {
  it('is what the need says, and the need is what the form says', () => {
    const full = need({ years: 2, network: [1, 2], uh: [3, null], egenandel: [4, 5] });
    const { lines, ...again } = behovsmeldingDraftIn(typingFrom(full), { ownerId: full.ownerId, year: full.year });
    expect(full).toMatchObject(again);
    expect(typingFrom({ ...full, ...again, lines })).toEqual(typingFrom(full));
  });

  it('knows a partner by its organisation in whatever row it was chosen, and the second of two alike as a mistake', () => {
    expect(
      tidied({
        'uh.ny.organisationId': ['x'],
        'uh.ny.contact': [' Unn '],
        'uh.ny1.organisationId': ['x'],
        'uh.ny2.organisationId': [''],
        'uh.ny2.contact': ['Ulf'],
      }),
    ).toEqual({ 'uh.x.organisationId': ['x'], 'uh.x.contact': ['Unn'], 'uh.ny1.organisationId': ['x'] });
  });

  it('has no line where nothing is written, and no amount where it follows from hours and rate', () => {
    expect(
      tidied({
        'egenandel.a.kind': ['lonn'],
        'egenandel.a.amount': [' '],
        'egenandel.b.hours': ['2'],
        'egenandel.b.rate': ['1 000'],
        'egenandel.b.amount': ['7'],
      }),
    ).toEqual({ 'egenandel.b.hours': ['2'], 'egenandel.b.rate': ['1000'] });
  });
});
