import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRules, type HeldRules, type RuleValues } from '#lib/domain/setup/rules';
import { day } from '#tests/support/day';
import { heldRules, RULE_VALUES } from '#tests/support/rule-values';

const save = (ruleSets: HeldRules[], change: Partial<RuleValues> = {}, id: string | null = 'old') =>
  decideRules({ ruleSets }, { id, programme: 'DEKOMP', values: { ...RULE_VALUES, ...change } });

describe('a rule set', () => {
  it('that a round uses stays: a new one supersedes it from a later day, and what differs is told', () => {
    expect(save([heldRules()], { validFrom: day('2027-08-01'), egenandelPercent: 25 })).toMatchObject({
      kind: 'done',
      value: { over: null, supersedes: 'old', changed: ['validFrom', 'egenandelPercent'] },
    });
    expect(save([heldRules()], { egenandelPercent: 25 })).toEqual({
      kind: 'invalid',
      errors: { validFrom: 'not-later' },
    });
  });
  it('that no round uses is written over', () => {
    expect(save([heldRules({ rounds: 0 })], { egenandelPercent: 25 })).toMatchObject({
      kind: 'done',
      value: { over: 'old', supersedes: null, changed: ['egenandelPercent'] },
    });
  });
  it('that is superseded is changed no more', () => {
    expect(
      save([heldRules({ superseded: true, validTo: day('2027-01-01') })], { validFrom: day('2028-01-01') }),
    ).toEqual({
      kind: 'refused',
      refusals: [{ code: 'rules-superseded', name: 'Regler' }],
    });
  });
  it('has a key of 100 %, told at both its fields', () => {
    expect(save([], { splitNetwork: 40, splitUh: 61 }, null)).toEqual({
      kind: 'invalid',
      errors: { splitNetwork: 'key-not-100', splitUh: 'key-not-100' },
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (splitNetwork, splitUh) => {
        expect(save([], { splitNetwork, splitUh }, null).kind).toBe(
          splitNetwork + splitUh === 100 ? 'done' : 'invalid',
        );
      }),
    );
  });
  it('never holds at the same time as another of its programme', () => {
    const later = heldRules({ id: 'later', name: 'Senere', validFrom: day('2028-01-01'), rounds: 0 });
    expect(save([heldRules({ validTo: day('2028-01-01') }), later], { validFrom: day('2027-08-01') })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'rules-overlap', name: 'Senere', from: '2028-01-01' }],
    });
    expect(save([heldRules()], { validFrom: day('2020-01-01') }, null)).toMatchObject({ kind: 'refused' });
    expect(save([heldRules({ programme: 'REKOMP' })], {}, null)).toMatchObject({ kind: 'done' });
    expect(save([heldRules({ validTo: day('2025-01-01'), validFrom: day('2024-01-01') })], {}, null)).toMatchObject({
      kind: 'done',
    });
  });
  it('goes on from one that is there, of the same programme', () => {
    expect(save([], {}, 'old')).toEqual({ kind: 'conflict' });
    expect(save([heldRules({ programme: 'REKOMP' })])).toEqual({ kind: 'conflict' });
  });
});
