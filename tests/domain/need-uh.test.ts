import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { NeedUh } from '#lib/domain/behovsmelding';
import { formatKroner } from '#lib/domain/kroner';
import { unconfirmedOwners, waitingFor } from '#lib/domain/need-owner';
import { answerOf, decidePart, decideRemove, decideShare, hasFilled, hasOwnPart, partCells, partnersOf } from '#lib/domain/need-uh';
import type { Actor, Role } from '#lib/domain/policy';
import { NEED_STATES } from '#lib/domain/states';
import { need } from '#tests/support/need';
import { NOW } from '#tests/support/world';

const actor = (role: Role, organisationId: string): Actor => ({ userId: 'me', name: 'Unn', grants: [{ role, organisationId, regionId: null, countyId: null, forumId: null }] });
const UNN = { actor: actor('uh', 'uh') };
const part = (plan: string, ...amounts: (number | null)[]) => ({ plan, cells: new Map(amounts.map((amount, index) => [2027 + index, amount])) });
const named = (change: Partial<NeedUh>) => { const made = need(); return { ...made, uh: made.uh.map((uh) => ({ ...uh, ...change })) }; };

describe('what a UH has answered', () => {
  test.each([
    [{}, 'draft', 'not-shared'], [{ sharedAt: NOW }, 'draft', 'waiting'], [{}, 'submitted', 'waiting'], [{ sharedAt: NOW, confirmedAt: NOW }, 'draft', 'confirmed'], [{ sharedAt: NOW, declinedAt: NOW }, 'recommended', 'declined'],
  ] as const)('%j in state %s is %s', (change, state, answer) => {
    expect(answerOf({ sharedAt: null, confirmedAt: null, declinedAt: null, ...change }, { state })).toBe(answer);
  });

  it('is for those it is shared with to give: a UH that is named only is nobody’s to speak for', () => {
    expect(partnersOf(need(), actor('uh', 'uh')).map(({ organisationId }) => organisationId)).toEqual(['uh']);
    expect(partnersOf({ ...need(), uhIds: [] }, actor('uh', 'uh'))).toEqual([]);
    expect(partnersOf(need(), actor('uh', 'other'))).toEqual([]);
    expect(partnersOf(need(), actor('skoleeier', 'uh'))).toEqual([]);
  });
});

describe('a partner with a part of its own', () => {
  const [uh] = need().uh;
  if (uh === undefined) throw new Error('no UH');
  const nothing = [{ side: 'uh' as const, receiverId: 'uh', budgetYear: 2027, amount: 0 }, { side: 'uh' as const, receiverId: 'other', budgetYear: 2027, amount: 5 }];
  const sub = { id: 's', name: 'OISE', country: 'Canada', what: 'Veileder.' };
  test.each<[string, Partial<NeedUh>, boolean]>([
    ['is none where it is named only', {}, false], ['is one the draft is shared with', { sharedAt: NOW }, true], ['has confirmed', { confirmedAt: NOW }, true], ['or said no', { declinedAt: NOW }, true],
    ['or written', { filledAt: NOW }, true], ['has a plan', { plan: 'Tre samlinger.' }, true], ['or somebody who takes part through it', { subPartners: [sub] }, true], ['is none for a contact the owner wrote', { contact: 'Unn' }, false],
  ])('%s', (_is, change, has) => {
    expect(hasOwnPart({ ...uh, ...change }, nothing)).toBe(has);
  });

  it('is one that money is asked for; 0 kr and another’s money are nothing', () => {
    expect(hasOwnPart(uh, [{ side: 'uh', receiverId: 'uh', budgetYear: 2028, amount: 1 }])).toBe(true);
    expect(hasOwnPart(uh, [{ side: 'network', receiverId: 'uh', budgetYear: 2028, amount: 1 }])).toBe(false);
  });

  it('is taken out with all that is lost in words, and only when the need names it', () => {
    const whole = { ...uh, confirmedAt: NOW, contact: 'Unn Olsen', contactEmail: 'unn@example.no', plan: 'Tre samlinger.', subPartners: [sub] };
    expect(decideRemove({ ...need({ years: 2, uh: [300_000, null] }), uh: [whole] }, { organisationId: 'uh' })).toMatchObject({
      kind: 'done', value: { knew: true, lost: { contact: 'Unn Olsen, unn@example.no', declined: '', money: `${formatKroner(300_000)} (2027)`, through: 'OISE, Canada: Veileder.', plan: 'Tre samlinger.' } },
    });
    expect(decideRemove(need(), { organisationId: 'other' })).toEqual({ kind: 'invalid', errors: { organisationId: 'not-in-list' } });
  });
});

describe('sharing', () => {
  it('is with a UH the need names, and changes nothing the second time', () => {
    expect(decideShare(need(), { organisationId: 'uh' })).toMatchObject({ kind: 'done', value: { changed: true } });
    expect(decideShare(named({ sharedAt: NOW }), { organisationId: 'uh' })).toMatchObject({ kind: 'done', value: { changed: false } });
    expect(decideShare(need(), { organisationId: 'other' })).toEqual({ kind: 'invalid', errors: { organisationId: 'not-in-list' } });
  });
});

describe('a UH’s own part', () => {
  it('is filled when it says what it will do, and what it asks for every year', () => {
    const [uh] = need().uh;
    if (uh === undefined) throw new Error('no UH');
    expect([hasFilled(need(), uh), hasFilled(need(), { ...uh, plan: 'Tre samlinger.' }), hasFilled(need({ uh: [null] }), { ...uh, plan: 'Tre samlinger.' })]).toEqual([false, true, false]);
    expect(partCells(need({ years: 2, uh: [300_000] }), 'uh').map(({ budgetYear, amount }) => [budgetYear, amount])).toEqual([[2027, 300_000], [2028, null]]);
  });

  it('takes what the UH changed, and leaves what the owner wrote meanwhile', () => {
    // The UH began from 250 000 kr and changed the plan alone; the owner has since written 300 000 kr.
    expect(decidePart(need(), { organisationId: 'uh', began: part('', 250_000), typed: part('Tre samlinger.', 250_000) }, UNN)).toMatchObject({ kind: 'done', value: { plan: 'Tre samlinger.', cells: [] } });
    expect(decidePart(need(), { organisationId: 'uh', began: part('', 300_000), typed: part('', 280_000) }, UNN)).toMatchObject({ kind: 'done', value: { cells: [{ budgetYear: 2027, amount: 280_000 }] } });
  });

  it('is a conflict where both changed the same, and none where both wrote the same', () => {
    expect(decidePart(need(), { organisationId: 'uh', began: part('', 250_000), typed: part('', 280_000) }, UNN)).toEqual({ kind: 'conflict' });
    expect(decidePart(need(), { organisationId: 'uh', began: part('', 250_000), typed: part('', 300_000) }, UNN).kind).toBe('done');
    expect(decidePart(named({ plan: 'Fire samlinger.' }), { organisationId: 'uh', began: part(''), typed: part('Tre samlinger.') }, UNN)).toEqual({ kind: 'conflict' });
  });

  it('is no other’s, and in no year that is not asked for', () => {
    expect(decidePart(need(), { organisationId: 'uh', began: part(''), typed: part('Ja.') }, { actor: actor('uh', 'other') })).toMatchObject({ kind: 'invalid' });
    expect(decidePart(need(), { organisationId: 'uh', began: part('', null, null), typed: part('', null, 5) }, UNN)).toEqual({ kind: 'invalid', errors: { 'lines.uh_uh_2028': 'out-of-range' } });
  });

  it('never writes over a cell that it did not change', () => {
    const cell = fc.option(fc.nat({ max: 5 }));
    fc.assert(fc.property(cell, cell, cell, (stored, began, typed) => {
      const saved = decidePart(need({ uh: [stored] }), { organisationId: 'uh', began: part('', began), typed: part('', typed) }, UNN);
      if (typed === began) expect(saved).toMatchObject({ kind: 'done', value: { cells: [] } });
      else if (stored !== began && stored !== typed) expect(saved.kind).toBe('conflict');
      else expect(saved).toMatchObject({ kind: 'done', value: { cells: [{ amount: typed }] } });
    }));
  });
});

describe('which owners have to stand behind a need', () => {
  const party = (organisationId: string, confirmed = false) => ({ organisationId, name: organisationId, confirmedAt: confirmed ? NOW : null, confirmedByName: null, objection: '' });
  it('is the one its coordinator sent it for, and each it is on behalf of, while it is sent', () => {
    const sent = { ...need(), state: 'submitted' as const, parties: [party('steigen'), party('hamaroy', true)] };
    expect(unconfirmedOwners(sent)).toEqual(['steigen']);
    expect(unconfirmedOwners({ ...sent, delegationId: 'd' })).toEqual(['Fauske', 'steigen']);
    expect(unconfirmedOwners({ ...sent, delegationId: 'd', ownerConfirmedAt: NOW })).toEqual(['steigen']);
    for (const state of NEED_STATES.filter((one) => one !== 'submitted' && one !== 'recommended')) expect(unconfirmedOwners({ ...sent, delegationId: 'd', state })).toEqual([]);
  });

  it('is each leader’s own to answer, and no writer’s', () => {
    const sent = { ...need(), state: 'submitted' as const, delegationId: 'd', parties: [party('steigen')] };
    expect(waitingFor(sent, actor('leader', 'owner'))).toEqual({ own: true, parties: [], names: ['Fauske'] });
    expect(waitingFor(sent, actor('leader', 'steigen'))).toEqual({ own: false, parties: ['steigen'], names: ['steigen'] });
    for (const who of [actor('skoleeier', 'owner'), actor('leader', 'hamaroy'), actor('coordinator', 'owner')]) expect(waitingFor(sent, who).names).toEqual([]);
  });
});
