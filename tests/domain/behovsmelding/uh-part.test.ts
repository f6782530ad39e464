import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Typing } from '#lib/domain/form/merge';
import { decidePart, partId, typingOfPart } from '#lib/domain/behovsmelding/uh-part';
import type { Actor, Role } from '#lib/domain/policy/row';
import { SaveUhPart } from '#lib/schema/behovsmelding';
import { need } from '#tests/support/behovsmelding-core';

const actor = (role: Role, organisationId: string): Actor => ({
  userId: 'me',
  name: 'Unn',
  grants: [{ role, organisationId, regionId: null, countyId: null, forumId: null }],
});
const UNN = { actor: actor('uh', 'uh') };
const CELL = 'lines.uh_uh_2027';
const planned = (plan: string, amount: number | null = 300_000) => {
  const made = need({ uh: [amount] });
  return { ...made, uh: made.uh.map((uh) => ({ ...uh, plan })) };
};
const save = (typed: Typing, began: Typing = {}, before = planned(''), who = UNN) =>
  decidePart(before, { organisationId: 'uh', began, typed }, who);

describe('a UH’s own part', () => {
  it('is its plan and its own cells, as they are kept', () => {
    const made = need({ years: 2, uh: [300_000, null], partners: ['uh', 'other'] });
    expect(typingOfPart(made, { organisationId: 'uh', plan: ' Tre samlinger.\r\nOg en til. ' })).toEqual({
      plan: ['Tre samlinger.\nOg en til.'],
      [CELL]: ['300000'],
      'lines.uh_uh_2028': [],
    });
  });

  it('takes what the UH changed, and leaves what the owner wrote meanwhile', () => {
    // The UH began from 250 000 kr and changed the plan alone; the owner has since written 300 000 kr.
    expect(save({ plan: ['Tre samlinger.'], [CELL]: ['250 000'] }, { plan: [], [CELL]: ['250000'] })).toMatchObject({
      kind: 'done',
      value: { plan: 'Tre samlinger.', cells: [], fields: ['plan'], clashes: {} },
    });
    expect(save({ [CELL]: ['280 000'] }, { [CELL]: ['300000'] }, planned('Fire samlinger.'))).toMatchObject({
      kind: 'done',
      value: { plan: 'Fire samlinger.', cells: [{ budgetYear: 2027, amount: 280_000 }], fields: [CELL] },
    });
  });

  it('tells what stands where both changed the same, takes the rest, and is no clash where both wrote the same', () => {
    expect(save({ plan: ['Tre samlinger.'], [CELL]: ['280000'] }, { plan: [], [CELL]: ['250000'] })).toMatchObject({
      kind: 'done',
      value: { fields: ['plan'], cells: [], clashes: { [CELL]: ['300000'] } },
    });
    expect(save({ plan: ['Tre samlinger.'] }, {}, planned('Fire samlinger.'))).toMatchObject({
      kind: 'done',
      value: { fields: [], plan: 'Fire samlinger.', clashes: { plan: ['Fire samlinger.'] } },
    });
    expect(save({ [CELL]: ['300 000'] }, { [CELL]: ['250000'] })).toMatchObject({
      kind: 'done',
      value: { fields: [], clashes: {} },
    });
  });

  it('can be emptied again, and an empty cell is not 0', () => {
    expect(save({ plan: [], [CELL]: [] }, { plan: ['Ja.'], [CELL]: ['300000'] }, planned('Ja.'))).toMatchObject({
      kind: 'done',
      value: { plan: '', cells: [{ amount: null }] },
    });
    expect(save({ [CELL]: ['0'] }, { [CELL]: [] }, planned('', null))).toMatchObject({
      kind: 'done',
      value: { cells: [{ amount: 0 }] },
    });
  });

  it('is no other’s, in no year that is not asked for, and in no cell of another; the rest is taken all the same', () => {
    expect(save({ plan: ['Ja.'] }, {}, planned(''), { actor: actor('uh', 'other') })).toMatchObject({
      kind: 'invalid',
    });
    expect(save({ plan: ['Ja.'] }, {}, planned(''), { actor: actor('skoleeier', 'uh') })).toMatchObject({
      kind: 'invalid',
    });
    expect(
      save({
        plan: ['Ja.'],
        'lines.uh_uh_2028': ['5'],
        'lines.uh_other_2027': ['5'],
        'lines.network_owner_2027': ['5'],
      }),
    ).toMatchObject({
      kind: 'done',
      value: {
        fields: ['plan'],
        cells: [],
        wrong: {
          'lines.uh_uh_2028': 'out-of-range',
          'lines.uh_other_2027': 'not-in-list',
          'lines.network_owner_2027': 'malformed',
        },
      },
    });
  });

  it('never writes over a cell that it did not change', () => {
    const cell = fc.option(fc.nat({ max: 5 }));
    const text = (amount: number | null) => ({ [CELL]: amount === null ? [] : [String(amount)] });
    fc.assert(
      fc.property(cell, cell, cell, (stored, began, typed) => {
        const saved = save(text(typed), text(began), planned('', stored));
        if (typed === began || stored === typed)
          expect(saved).toMatchObject({ kind: 'done', value: { cells: [], clashes: {} } });
        else if (stored !== began)
          expect(saved).toMatchObject({ kind: 'done', value: { cells: [], clashes: text(stored) } });
        else expect(saved).toMatchObject({ kind: 'done', value: { cells: [{ amount: typed }] } });
      }),
    );
  });
});

describe('what may come in for a part', () => {
  const read = (typed: object, id = partId('need-1', 'uh-2')) => SaveUhPart.safeParse({ id, typed });
  it('names the need and the UH', () => {
    expect(read({ plan: ['Tre samlinger.'] }).data).toEqual({
      id: 'need-1',
      organisationId: 'uh-2',
      began: {},
      typed: { plan: ['Tre samlinger.'] },
    });
  });
  it('is told field by field where it is not well-formed, and taken where it is', () => {
    const wrong = {
      plan: ['x'.repeat(4001)],
      [CELL]: ['mye'],
      'lines.network_owner_2027': ['1'],
      title: ['Ny'],
      __proto__x: ['1'],
    };
    expect(save(wrong)).toMatchObject({
      kind: 'done',
      value: {
        fields: [],
        stored: {},
        wrong: {
          plan: 'too-long',
          [CELL]: 'not-a-number',
          'lines.network_owner_2027': 'malformed',
          title: 'malformed',
          __proto__x: 'malformed',
        },
      },
    });
    expect(save({ plan: ['Tre samlinger.'], [CELL]: ['280 000'] }, { [CELL]: ['300000'] })).toMatchObject({
      kind: 'done',
      value: { plan: 'Tre samlinger.', cells: [{ amount: 280_000 }], wrong: {} },
    });
  });
  it.each(['need-1', 'need-1_', '_uh', 'a_b_c', 'a b_c', ''])('is for no part called %j', (id) => {
    expect(read({ plan: ['Ja.'] }, id).success).toBe(false);
  });
});
