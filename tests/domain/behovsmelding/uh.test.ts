import { describe, expect, it, test } from 'vitest';
import type { BehovsmeldingUh } from '#lib/domain/behovsmelding/behovsmelding';
import { formatKroner } from '#lib/domain/money/kroner';
import { unconfirmedOwners, waitingFor } from '#lib/domain/behovsmelding/owners';
import { answerOf, decideRemove, decideShare, hasFilled, hasOwnPart, partCells } from '#lib/domain/behovsmelding/uh';
import { partnersOf } from '#lib/domain/behovsmelding/uh-speaks';
import type { Actor, Role } from '#lib/domain/policy/row';
import { NEED_STATES } from '#lib/domain/states';
import { need } from '#tests/support/behovsmelding-core';
import { NOW } from '#tests/support/world';

const actor = (role: Role, organisationId: string): Actor => ({
  userId: 'me',
  name: 'Unn',
  grants: [{ role, organisationId, regionId: null, countyId: null, forumId: null }],
});
const named = (change: Partial<BehovsmeldingUh>) => {
  const made = need();
  return { ...made, uh: made.uh.map((uh) => ({ ...uh, ...change })) };
};

describe('what a UH has answered', () => {
  test.each([
    [{}, 'draft', 'not-shared'],
    [{ sharedAt: NOW }, 'draft', 'waiting'],
    [{}, 'submitted', 'waiting'],
    [{ sharedAt: NOW, confirmedAt: NOW }, 'draft', 'confirmed'],
    [{ sharedAt: NOW, declinedAt: NOW }, 'recommended', 'declined'],
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
  const nothing = [
    { side: 'uh' as const, receiverId: 'uh', budgetYear: 2027, amount: 0 },
    { side: 'uh' as const, receiverId: 'other', budgetYear: 2027, amount: 5 },
  ];
  const sub = { id: 's', name: 'OISE', country: 'Canada', what: 'Veileder.' };
  test.each<[string, Partial<BehovsmeldingUh>, boolean]>([
    ['is none where it is named only', {}, false],
    ['is one the draft is shared with', { sharedAt: NOW }, true],
    ['has confirmed', { confirmedAt: NOW }, true],
    ['or said no', { declinedAt: NOW }, true],
    ['or written', { filledAt: NOW }, true],
    ['has a plan', { plan: 'Tre samlinger.' }, true],
    ['or somebody who takes part through it', { subPartners: [sub] }, true],
    ['is none for a contact the owner wrote', { contact: 'Unn' }, false],
  ])('%s', (_is, change, has) => {
    expect(hasOwnPart({ ...uh, ...change }, nothing)).toBe(has);
  });

  it('is one that money is asked for; 0 kr and another’s money are nothing', () => {
    expect(hasOwnPart(uh, [{ side: 'uh', receiverId: 'uh', budgetYear: 2028, amount: 1 }])).toBe(true);
    expect(hasOwnPart(uh, [{ side: 'network', receiverId: 'uh', budgetYear: 2028, amount: 1 }])).toBe(false);
  });

  it('is taken out with all that is lost in words, and only when the need names it', () => {
    const whole = {
      ...uh,
      confirmedAt: NOW,
      contact: 'Unn Olsen',
      contactEmail: 'unn@example.no',
      plan: 'Tre samlinger.',
      subPartners: [sub],
    };
    expect(
      decideRemove({ ...need({ years: 2, uh: [300_000, null] }), uh: [whole] }, { organisationId: 'uh' }),
    ).toMatchObject({
      kind: 'done',
      value: {
        knew: true,
        lost: {
          contact: 'Unn Olsen, unn@example.no',
          declined: '',
          money: `${formatKroner(300_000)} (2027)`,
          through: 'OISE, Canada: Veileder.',
          plan: 'Tre samlinger.',
        },
      },
    });
    expect(decideRemove(need(), { organisationId: 'other' })).toEqual({
      kind: 'invalid',
      errors: { organisationId: 'not-in-list' },
    });
  });
});

describe('sharing', () => {
  it('is with a UH the need names, and changes nothing the second time', () => {
    expect(decideShare(need(), { organisationId: 'uh' })).toMatchObject({ kind: 'done', value: { changed: true } });
    expect(decideShare(named({ sharedAt: NOW }), { organisationId: 'uh' })).toMatchObject({
      kind: 'done',
      value: { changed: false },
    });
    expect(decideShare(need(), { organisationId: 'other' })).toEqual({
      kind: 'invalid',
      errors: { organisationId: 'not-in-list' },
    });
  });
});

describe('a UH’s own part', () => {
  it('is filled when it says what it will do, and what it asks for every year', () => {
    const [uh] = need().uh;
    if (uh === undefined) throw new Error('no UH');
    expect([
      hasFilled(need(), uh),
      hasFilled(need(), { ...uh, plan: 'Tre samlinger.' }),
      hasFilled(need({ uh: [null] }), { ...uh, plan: 'Tre samlinger.' }),
    ]).toEqual([false, true, false]);
    expect(
      partCells(need({ years: 2, uh: [300_000] }), 'uh').map(({ budgetYear, amount }) => [budgetYear, amount]),
    ).toEqual([
      [2027, 300_000],
      [2028, null],
    ]);
  });
});

describe('which owners have to stand behind a need', () => {
  const party = (organisationId: string, confirmed = false) => ({
    organisationId,
    name: organisationId,
    confirmedAt: confirmed ? NOW : null,
    confirmedByName: null,
    objection: '',
  });
  it('is the one its coordinator sent it for, and each it is on behalf of, while it is sent', () => {
    const sent = { ...need(), state: 'submitted' as const, parties: [party('steigen'), party('hamaroy', true)] };
    expect(unconfirmedOwners(sent)).toEqual(['steigen']);
    expect(unconfirmedOwners({ ...sent, delegationId: 'd' })).toEqual(['Fauske', 'steigen']);
    expect(unconfirmedOwners({ ...sent, delegationId: 'd', ownerConfirmedAt: NOW })).toEqual(['steigen']);
    for (const state of NEED_STATES.filter((one) => one !== 'submitted' && one !== 'recommended'))
      expect(unconfirmedOwners({ ...sent, delegationId: 'd', state })).toEqual([]);
  });

  it('is each leader’s own to answer, and no writer’s', () => {
    const sent = { ...need(), state: 'submitted' as const, delegationId: 'd', parties: [party('steigen')] };
    expect(waitingFor(sent, actor('leader', 'owner'))).toEqual({ own: true, parties: [], names: ['Fauske'] });
    expect(waitingFor(sent, actor('leader', 'steigen'))).toEqual({
      own: false,
      parties: ['steigen'],
      names: ['steigen'],
    });
    for (const who of [actor('skoleeier', 'owner'), actor('leader', 'hamaroy'), actor('coordinator', 'owner')])
      expect(waitingFor(sent, who).names).toEqual([]);
  });
});
