import { describe, expect, it } from 'vitest';
import type { RuleSet } from '#lib/domain/setup/rules';
import { RULES as rules } from '#tests/support/behovsmelding-core';
import { judgeAmounts, judgeCase } from '#lib/domain/tildeling/judge';
import { assessLevel, type ExceptionList, levelSums, type SplitDispensation } from '#lib/domain/tildeling/split';
import { deviation, type Judged, outcomeFor } from '#lib/domain/tildeling/tildeling';

const none = { dispensations: [], agreements: [] };
const one = (needId: string, network: number, uh: number, more: Partial<Judged> = {}): Judged => ({
  needId,
  title: needId,
  regionId: 'salten',
  regionName: 'Salten',
  asked: { network, uh },
  recommended: null,
  given: { network, uh },
  egenandel: 1_000_000,
  egenandelDispensation: false,
  reason: '',
  ...more,
});

describe('what is granted against what was asked', () => {
  it.each([
    [500, 'granted'],
    [499, 'partly'],
    [0, 'refused'],
  ] as const)('%i of 500 is %s', (uh, outcome) => {
    expect(outcomeFor({ network: 0, uh: 500 }, { network: 0, uh })).toBe(outcome);
  });

  it('is below the request and the innstilling by their own kroner, and never below what is not recommended', () => {
    // 1000 − 700 = 300; 800 − 700 = 100
    const given = { network: 280, uh: 420 };
    expect(deviation({ asked: { network: 400, uh: 600 }, recommended: { network: 320, uh: 480 }, given })).toEqual({
      asked: 300,
      recommended: 100,
    });
    expect(deviation({ asked: { network: 400, uh: 600 }, recommended: null, given })).toEqual({
      asked: 300,
      recommended: null,
    });
  });

  it('needs a reason when it is below the innstilling though not below the request', () => {
    const cut = one('a', 40, 60, { recommended: { network: 41, uh: 60 } });
    expect(judgeCase(cut, rules)).toEqual([{ code: 'reason-missing', title: 'a' }]);
    expect(judgeCase({ ...cut, reason: 'Mindre omfang' }, rules)).toEqual([]);
  });

  it('demands 30 % egenandel of what is granted, and knows what is not given', () => {
    // 30 % of 1 001 is 300.3, so 301
    const codes = (egenandel: number | null, more: Partial<RuleSet> = {}) =>
      judgeCase(one('a', 400, 601, { egenandel }), { ...rules, ...more }).map(({ code }) => code);
    expect(codes(301)).toEqual([]);
    expect(codes(300)).toEqual(['egenandel-short']);
    expect(codes(null)).toEqual(['egenandel-unknown']);
    expect(codes(0, { egenandelEnforcement: 'warn' })).toEqual([]);
    expect(judgeCase(one('a', 400, 601, { egenandel: 0, egenandelDispensation: true }), rules)).toEqual([]);
  });
});

describe('the key at its level', () => {
  /** What stops the sums that these are part of. */
  const judgeLevels = (all: readonly Judged[], these: readonly Judged[], by: RuleSet, exceptions: ExceptionList) =>
    judgeAmounts({ budget: null, reserve: 0, rules: by, exceptions }, { all, these, used: 0 })
      .stops.filter(({ of }) => of === 'level')
      .map(({ refusal }) => refusal);
  const short = one('a', 50, 50);
  const long = one('b', 30, 70);
  const alone = one('c', 50, 50, { regionId: null, regionName: null });

  it('sums a region, and counts its divided sums', () => {
    expect(levelSums('region', [short, long, one('d', 0, 0)])).toEqual([
      {
        key: 'region-salten',
        regionId: 'salten',
        behovsmeldingId: null,
        name: 'Salten',
        network: 80,
        uh: 120,
        parts: 2,
      },
    ]);
  });

  it('lets a need without a region be a region of its own', () => {
    expect(levelSums('region', [short, alone]).map(({ key, behovsmeldingId }) => [key, behovsmeldingId])).toEqual([
      ['region-salten', null],
      ['need-c', 'c'],
    ]);
  });

  it('holds in the region though not in each tiltak: 120 of 200 is 60 %', () => {
    expect(judgeLevels([short, long], [short], rules, none)).toEqual([]);
    const perTiltak = judgeLevels([short, long], [short, long], { ...rules, splitLevel: 'tiltak' }, none);
    expect(perTiltak.map(({ code }) => code)).toEqual(['split-uh-short', 'split-uh-raised']);
    expect(judgeLevels([short, long, alone], [short], { ...rules, splitLevel: 'round' }, none)).toMatchObject([
      { code: 'split-uh-short', where: null, uhShare: 180, uh: 170, missing: 10 },
    ]);
  });

  it('forgives one krone of rounding for each divided sum but one: two sums of 1 kr both to the UH', () => {
    // 60 % of 2 is 1.2, so 2 to the UH is what is demanded; of four sums of 1 kr 3 is demanded and 4 is given
    const sums = levelSums(
      'region',
      ['a', 'b', 'c', 'd'].map((id) => one(id, 0, 1)),
    );
    expect(sums.map((sum) => assessLevel(sum, rules, none).status)).toEqual(['met']);
    const [sum] = sums;
    expect(sum === undefined ? null : assessLevel({ ...sum, parts: 1 }, rules, none).status).toBe('uh-raised');
  });

  it('judges only the sums that what is decided belongs to', () => {
    expect(
      judgeLevels([short, alone], [alone], rules, none).map((refusal) => 'where' in refusal && refusal.where),
    ).toEqual(['c']);
  });

  it('stops nobody where the rule set only warns', () => {
    expect(judgeLevels([short], [short], { ...rules, splitEnforcement: 'warn' }, none)).toEqual([]);
  });

  it('is excused by a granted dispensation for the same place, or the round, and by no other', () => {
    const dispensation: SplitDispensation = {
      id: 'x',
      state: 'granted',
      regionId: 'salten',
      behovsmeldingId: null,
      reason: '',
      decisionReason: '',
    };
    const codes = (change: Partial<SplitDispensation>) =>
      judgeLevels([short], [short], rules, { dispensations: [{ ...dispensation, ...change }], agreements: [] }).map(
        ({ code }) => code,
      );
    expect(codes({})).toEqual([]);
    expect(codes({ regionId: null })).toEqual([]);
    expect(codes({ regionId: 'lofoten' })).toEqual(['split-uh-short']);
    expect(codes({ state: 'asked' })).toEqual(['split-uh-short']);
    expect(codes({ state: 'refused' })).toEqual(['split-uh-short']);
  });
});
