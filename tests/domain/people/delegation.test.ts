import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, type Day } from '#lib/domain/day';
import { decideEnd, decideGive, delegationState, lastDay, type GiveInput } from '#lib/domain/people/delegation';
import { day } from '#tests/support/day';

const NOW = { now: new Date('2027-01-15T10:00:00.000Z') };
const input = (change: Partial<GiveInput> = {}): GiveInput => ({
  regionId: 'salten',
  from: day('2027-01-15'),
  lastDay: day('2027-12-31'),
  covers: ['needs'],
  note: 'Vedtatt i kommunestyret.',
  ...change,
});
const before = (
  given: { regionId: string; covers: readonly ('needs' | 'reports')[]; from: Day; to: Day | null }[] = [],
) => ({ regions: [{ id: 'salten' }], given });

describe('where a delegation stands', () => {
  // It holds through its last day in Oslo, which is the day before `to`.
  test.each([
    ['2027-01-31', null, 'coming'],
    ['2027-01-15', null, 'valid'],
    ['2027-01-01', '2027-01-15', 'ended'],
    ['2027-01-01', '2027-01-16', 'ending'],
    ['2027-01-01', '2027-02-15', 'ending'],
    ['2027-01-01', '2027-02-16', 'valid'],
  ] as const)('from %s to %s it is %s on 15 January', (from, to, state) => {
    expect(delegationState({ from: day(from), to: to === null ? null : day(to) }, NOW.now)).toBe(state);
  });

  it('turns with the day in Oslo: 23.30 UTC on 15 January is the 16th there', () => {
    const term = { from: day('2027-01-01'), to: day('2027-01-16') };
    expect(delegationState(term, new Date('2027-01-15T22:59:00Z'))).toBe('ending');
    expect(delegationState(term, new Date('2027-01-15T23:30:00Z'))).toBe('ended');
  });
});

describe('giving', () => {
  it('ends the day after its last day, or not at all', () => {
    expect(decideGive(before(), input(), NOW)).toMatchObject({
      kind: 'done',
      value: { from: day('2027-01-15'), to: day('2028-01-01') },
    });
    expect(decideGive(before(), input({ lastDay: null }), NOW)).toMatchObject({ kind: 'done', value: { to: null } });
  });

  test.each<[string, Partial<GiveInput>, Record<string, string>]>([
    ['a region that is not the owner’s', { regionId: 'lofoten' }, { regionId: 'not-in-list' }],
    ['no first day', { from: null }, { from: 'required' }],
    ['a last day before the first', { lastDay: day('2027-01-14') }, { lastDay: 'end-before-start' }],
    ['a last day that has passed', { from: day('2026-01-01'), lastDay: day('2027-01-14') }, { lastDay: 'in-the-past' }],
  ])('is refused at the field with %s', (_what, change, errors) => {
    expect(decideGive(before(), input(change), NOW)).toEqual({ kind: 'invalid', errors });
  });

  it('is refused while the same office holds one in the same matter, and allowed in another matter or after it', () => {
    const held = [{ regionId: 'salten', covers: ['needs'] as const, from: day('2027-01-01'), to: day('2027-06-01') }];
    expect(decideGive(before(held), input(), NOW)).toEqual({
      kind: 'refused',
      refusals: [{ code: 'delegation-overlaps' }],
    });
    expect(decideGive(before(held), input({ covers: ['reports'] }), NOW).kind).toBe('done');
    expect(decideGive(before(held), input({ from: day('2027-06-01') }), NOW).kind).toBe('done');
    expect(decideGive(before(held), input({ from: day('2027-05-31') }), NOW).kind).toBe('refused');
  });

  it('never lets two of the same matter hold on the same day', () => {
    const days = fc.integer({ min: 0, max: 60 });
    const at = (offset: number) => addDays(day('2027-01-15'), offset);
    fc.assert(
      fc.property(days, days, days, days, (a, b, c, d) => {
        const held = { regionId: 'salten', covers: ['needs'] as const, from: at(a), to: at(a + b + 1) };
        const given = decideGive(before([held]), input({ from: at(c), lastDay: at(c + d) }), NOW);
        const both = Array.from({ length: 130 }, (_, n) => at(n)).some(
          (one) => one >= held.from && one < held.to && one >= at(c) && one <= at(c + d),
        );
        expect(given.kind).toBe(both ? 'refused' : 'done');
      }),
    );
  });
});

describe('taking back', () => {
  const open = { from: day('2027-01-01'), to: null };
  it('holds no longer from the day chosen, which may be today', () => {
    expect(decideEnd(open, { on: day('2027-01-15') }, NOW)).toEqual({ kind: 'done', value: { to: day('2027-01-15') } });
    expect(delegationState({ ...open, to: day('2027-01-15') }, NOW.now)).toBe('ended');
  });

  it('makes one that has not begun hold on no day', () => {
    expect(decideEnd({ from: day('2027-03-01'), to: null }, { on: day('2027-01-15') }, NOW)).toEqual({
      kind: 'done',
      value: { to: day('2027-03-01') },
    });
  });

  it('takes no day that has passed, none beyond its end, and nothing that has ended', () => {
    expect(decideEnd(open, { on: null }, NOW)).toEqual({ kind: 'invalid', errors: { on: 'required' } });
    expect(decideEnd(open, { on: day('2027-01-14') }, NOW)).toEqual({ kind: 'invalid', errors: { on: 'in-the-past' } });
    expect(decideEnd({ ...open, to: day('2027-02-01') }, { on: day('2027-02-02') }, NOW)).toEqual({
      kind: 'invalid',
      errors: { on: 'out-of-range' },
    });
    expect(decideEnd({ ...open, to: day('2027-01-15') }, { on: day('2027-01-20') }, NOW)).toEqual({
      kind: 'refused',
      refusals: [{ code: 'delegation-ended' }],
    });
  });
});

it('the last day is the day before it no longer holds', () => {
  expect(lastDay({ to: day('2027-03-01') })).toBe('2027-02-28');
});
