import { describe, expect, it } from 'vitest';
import { decideSave } from '#lib/domain/behovsmelding-decide';
import { need } from '#tests/support/need';

describe('saving a draft', () => {
  const before = { ...need(), partners: ['uh', 'other-uh'], owners: ['neighbour'], themeIds: ['lesing'], tiltakIds: ['tiltak'] };
  const save = (change: Partial<Parameters<typeof decideSave>[1]>) => decideSave(before, { text: need(), version: 7, lines: [], coordinator: [], egenandel: [], uh: [], parties: [], ...change });

  it('takes a draft with nothing in it', () => {
    expect(save({}).kind).toBe('done');
  });

  it('is a conflict when another saved meanwhile', () => {
    expect(save({ version: 6 })).toEqual({ kind: 'conflict' });
  });

  it('refuses an amount in a year the need does not ask for', () => {
    expect(save({ lines: [{ side: 'network', receiverId: 'owner', budgetYear: 2028, amount: 1 }] })).toEqual({ kind: 'invalid', errors: { 'lines.network_owner_2028': 'out-of-range' } });
  });

  it('refuses an amount to somebody who is not in the need, and drops an empty cell', () => {
    const line = (amount: number | null) => save({ lines: [{ side: 'uh', receiverId: 'other-uh', budgetYear: 2027, amount }] });
    expect(line(1)).toEqual({ kind: 'invalid', errors: { 'lines.uh_other-uh_2027': 'not-in-list' } });
    expect(line(null)).toMatchObject({ kind: 'done', value: { lines: [] } });
  });

  it('refuses a partner that is no UH, and the same partner twice', () => {
    const named = (...ids: string[]) => save({ uh: ids.map((organisationId, index) => ({ key: String(index), organisationId, contact: '' })) });
    expect(named('owner')).toEqual({ kind: 'invalid', errors: { 'uh.0.organisationId': 'not-in-list' } });
    expect(named('uh', 'uh')).toEqual({ kind: 'invalid', errors: { 'uh.1.organisationId': 'not-in-list' } });
  });

  it.each([
    ['targetGroups', { targetGroups: ['ppt'] }], ['unitKinds', { unitKinds: ['barnehage'] }], ['themes', { themes: ['another county’s'] }], ['changeTiltakId', { changeTiltakId: 'another owner’s' }],
  ] as const)('refuses %s that the programme or the county does not offer', (field, change) => {
    expect(save({ text: { ...need(), ...(change as Partial<ReturnType<typeof need>>) } })).toEqual({ kind: 'invalid', errors: { [field]: 'not-in-list' } });
  });

  it('takes other owners of the county, and neither itself nor strangers', () => {
    expect(save({ parties: ['neighbour'] })).toMatchObject({ kind: 'done', value: { parties: ['neighbour'] } });
    for (const id of ['owner', 'uh']) expect(save({ parties: [id] })).toEqual({ kind: 'invalid', errors: { parties: 'not-in-list' } });
  });

  it('takes coordinating as part of the network’s sum in its year, and no more than that', () => {
    const asked = { side: 'network', receiverId: 'owner', budgetYear: 2027, amount: 200_000 } as const;
    const coordinating = (amount: number, budgetYear = 2027) => save({ lines: [asked], coordinator: [{ budgetYear, amount }] });
    expect(coordinating(200_000)).toMatchObject({ kind: 'done', value: { lines: [{ ...asked, coordinator: 200_000 }] } });
    expect(coordinating(200_001)).toEqual({ kind: 'invalid', errors: { 'coordinator.2027': 'above-network' } });
    expect(coordinating(1, 2028)).toEqual({ kind: 'invalid', errors: { 'coordinator.2028': 'out-of-range' } });
    expect(save({ coordinator: [{ budgetYear: 2027, amount: 5 }] })).toMatchObject({ kind: 'done', value: { lines: [{ side: 'network', receiverId: 'owner', amount: null, coordinator: 5 }] } });
  });

  it('refuses more years than the rules allow', () => {
    expect(save({ text: { ...need(), years: 4 } })).toEqual({ kind: 'invalid', errors: { years: 'out-of-range' } });
  });

  it('refuses egenandel in a year the need does not ask for', () => {
    const line = { key: '2', budgetYear: 2030, kind: 'lonn', note: '', hours: null, rate: null, amount: 1 } as const;
    expect(save({ egenandel: [line] })).toEqual({ kind: 'invalid', errors: { 'egenandel.2.budgetYear': 'out-of-range' } });
  });
});
