import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessSplit, splitByKey } from '#lib/domain/money/fordeling';

const key = { network: 40, uh: 60 };

describe('dividing by the 40/60 key', () => {
  it.each([
    [1_000_000, 400_000, 600_000],
    [808_682, 323_472, 485_210], // 808 682 × 0.40 = 323 472.8, rounded down; the UH gets the rest
    [1, 0, 1],
    [0, 0, 0],
    // 9 007 199 254 740 991 × 0.4 = 3 602 879 701 896 396.4
    [Number.MAX_SAFE_INTEGER, 3_602_879_701_896_396, 5_404_319_552_844_595],
  ])('%d is %d to the network and %d to the UH', (sum, network, uh) => {
    expect(splitByKey(sum, key)).toEqual({ network, uh });
  });

  it('refuses a key that is not 100, and sums that are negative or not whole', () => {
    expect(() => splitByKey(100, { network: 40, uh: 59 })).toThrow('A key of 40/59 is not 100 percent');
    expect(() => splitByKey(100, { network: 40.5, uh: 59.5 })).toThrow(RangeError);
    expect(() => splitByKey(100, { network: -1, uh: 101 })).toThrow(RangeError);
    expect(() => splitByKey(-1, key)).toThrow(RangeError);
    expect(() => splitByKey(0.5, key)).toThrow(RangeError);
    expect(() => assessSplit({ network: 1, uh: 1 }, { network: 50, uh: 60 })).toThrow(RangeError);
    expect(() => assessSplit({ network: null, uh: 1 }, { network: 50, uh: 60 })).toThrow(RangeError);
  });
});

describe('whether the UH has its share', () => {
  it.each([
    ['exactly its share', 400_000, 600_000, 1, 'met', 600_000, 0],
    // the sum is 1 000 000, so the share is 600 000
    ['one krone less', 400_001, 599_999, 1, 'uh-short', 600_000, 1],
    ['one krone more, of one sum', 399_999, 600_001, 1, 'uh-raised', 600_000, 0],
    ['one krone more, of two sums', 399_999, 600_001, 2, 'met', 600_000, 0],
    ['two kroner more, of two sums', 399_998, 600_002, 2, 'uh-raised', 600_000, 0],
    // 808 682 × 0.60 = 485 209.2, so 485 210
    ['the rounded krone', 323_472, 485_210, 1, 'met', 485_210, 0],
    ['the krone to the network instead', 323_473, 485_209, 1, 'uh-short', 485_210, 1],
    // tiltak 12 of 2021: 1 105 200 × 0.60 = 663 120 against 635 115
    ['tiltak 12', 470_085, 635_115, 1, 'uh-short', 663_120, 28_005],
    ['all to the UH, as tiltak 13', 0, 1_710_000, 1, 'uh-raised', 1_026_000, 0],
    ['nothing of nothing', 0, 0, 1, 'met', 0, 0],
    ['nothing of no sums', 0, 0, 0, 'met', 0, 0],
    ['network not given', null, 600_000, 1, 'unknown', null, null],
    ['UH not given', 0, null, 1, 'unknown', null, null],
  ] as const)('%s', (_, network, uh, parts, status, uhShare, missing) => {
    expect(assessSplit({ network, uh }, key, parts)).toEqual({ status, uhShare, missing });
  });

  it('takes one divided sum for granted', () => {
    expect(assessSplit({ network: 399_999, uh: 600_001 }, key).status).toBe('uh-raised');
  });

  it('is met by what the key itself divided, however many sums lie behind', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_000_000_000), { minLength: 1 }), fc.nat(100), (sums, network) => {
        const any = { network, uh: 100 - network };
        const parts = sums.map((sum) => splitByKey(sum, any));
        const all = { network: parts.reduce((n, p) => n + p.network, 0), uh: parts.reduce((n, p) => n + p.uh, 0) };
        expect(assessSplit(all, any, sums.length).status).toBe('met');
      }),
    );
  });
});
