import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessEgenandel, requiredEgenandel } from '#lib/domain/money/egenandel';

const total = { percent: 30, base: 'total-grant' } as const;
const owner = { percent: 30, base: 'owner-grant' } as const;
const budget = { percent: 30, base: 'total-budget' } as const;

describe('the egenandel required', () => {
  it('is 135 000 of the 450 000 granted in Halden', () => {
    expect(requiredEgenandel({ owner: 450_000, uh: 0 }, total)).toBe(135_000); // 450 000 × 0.30
  });

  it('rounds up to whole kroner', () => {
    expect(requiredEgenandel({ owner: 1, uh: 0 }, total)).toBe(1); // 0.3
    expect(requiredEgenandel({ owner: 10, uh: 0 }, total)).toBe(3); // 3.0
    expect(requiredEgenandel({ owner: 11, uh: 0 }, total)).toBe(4); // 3.3
  });

  it('is 3/7 of the state money when the base is the total budget', () => {
    // 700 000 × 30 / 70 = 300 000, which is 30 % of 1 000 000. 700 001 × 3 / 7 = 300 000.43.
    expect(requiredEgenandel({ owner: 280_000, uh: 420_000 }, budget)).toBe(300_000);
    expect(requiredEgenandel({ owner: 280_001, uh: 420_000 }, budget)).toBe(300_001);
  });

  it('is the least E with E × 100 ≥ percent × (T + E)', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.nat(99), (money, percent) => {
        const e = BigInt(requiredEgenandel({ owner: money, uh: 0 }, { percent, base: 'total-budget' }) ?? -1);
        const enough = (x: bigint) => x * 100n >= BigInt(percent) * (BigInt(money) + x);
        expect(enough(e)).toBe(true);
        expect(e > 0n && enough(e - 1n)).toBe(false);
      }),
    );
  });

  it('is unknown when a grant the base needs is not given, and only then', () => {
    expect(requiredEgenandel({ owner: 100, uh: null }, total)).toBeNull();
    expect(requiredEgenandel({ owner: null, uh: 100 }, budget)).toBeNull();
    expect(requiredEgenandel({ owner: 100, uh: null }, owner)).toBe(30);
    expect(requiredEgenandel({ owner: null, uh: 100 }, owner)).toBeNull();
  });

  it('is exact for sums that no floating product holds', () => {
    // 9 007 199 254 740 990 × 0.30 = 2 702 159 776 422 297 exactly.
    expect(requiredEgenandel({ owner: 9_007_199_254_740_990, uh: 0 }, total)).toBe(2_702_159_776_422_297);
  });

  it.each([-1, 0.5, NaN, 101])('refuses %d percent', (percent) => {
    expect(() => requiredEgenandel({ owner: 1, uh: 1 }, { percent, base: 'total-grant' })).toThrow(RangeError);
  });

  it('refuses 100 percent of the total budget, and sums that are negative or not whole', () => {
    // What no egenandel can be is told as that, not as a division by 0 or a sum below it.
    for (const [percent, base] of [
      [100, 'total-budget'],
      [101, 'total-budget'],
      [101, 'owner-grant'],
    ] as const)
      expect(() => requiredEgenandel({ owner: 1, uh: 1 }, { percent, base })).toThrow(`Not a percent: ${percent}`);
    // The whole of a grant can be asked for.
    expect(requiredEgenandel({ owner: 1_000, uh: 500 }, { percent: 100, base: 'owner-grant' })).toBe(1_000);
    expect(requiredEgenandel({ owner: 1_000, uh: 500 }, { percent: 100, base: 'total-grant' })).toBe(1_500);
    expect(() => requiredEgenandel({ owner: -1, uh: 1 }, total)).toThrow(RangeError);
    expect(() => assessEgenandel({ owner: 1, uh: 1, egenandel: 0.3 }, total)).toThrow(RangeError);
  });
});

describe('whether the egenandel is enough', () => {
  it.each([
    // 1 710 000 × 0.30 = 513 000, all of it to the UH
    ['tiltak 13 of 2021, to the krone', { owner: 0, uh: 1_710_000, egenandel: 513_000 }, total, 'met', 513_000, 0],
    ['one krone less than tiltak 13', { owner: 0, uh: 1_710_000, egenandel: 512_999 }, total, 'short', 513_000, 1],
    // 168 000 × 0.30 = 50 400 against 50 000
    ['tiltak 21, of the owner grant', { owner: 168_000, uh: 50_000, egenandel: 50_000 }, owner, 'short', 50_400, 400],
    // 218 000 × 0.30 = 65 400 against 50 000
    [
      'tiltak 21, of the total grant',
      { owner: 168_000, uh: 50_000, egenandel: 50_000 },
      total,
      'short',
      65_400,
      15_400,
    ],
    // 204 332 × 0.30 = 61 299.60, so 61 300 against 61 230
    ['tiltak 22, of the owner grant', { owner: 204_332, uh: null, egenandel: 61_230 }, owner, 'short', 61_300, 70],
    [
      'tiltak 22, of a total not printed',
      { owner: 204_332, uh: null, egenandel: 61_230 },
      total,
      'unknown',
      null,
      null,
    ],
    // Vest-Finnmark as one region: 1 617 100 × 0.30 = 485 130; 617 100 × 0.30 = 185 130
    [
      'Vest-Finnmark, of the total',
      { owner: 617_100, uh: 1_000_000, egenandel: 300_000 },
      total,
      'short',
      485_130,
      185_130,
    ],
    ['Vest-Finnmark, of its own', { owner: 617_100, uh: 1_000_000, egenandel: 300_000 }, owner, 'met', 185_130, 0],
    // tiltak 17: (36 000 + 7 122) × 30 / 70 = 18 480.86, so 18 481 against 32 878
    ['tiltak 17, of the budget', { owner: 7122, uh: 36_000, egenandel: 32_878 }, budget, 'met', 18_481, 0],
    ['tiltak 1, egenandel left blank', { owner: 0, uh: 520_000, egenandel: null }, total, 'unknown', 156_000, null],
    ['tiltak 19, owner left blank', { owner: null, uh: 1_788_500, egenandel: 800_000 }, total, 'unknown', null, null],
    ['an owner granted 0', { owner: 0, uh: null, egenandel: null }, owner, 'not-applicable', 0, null],
    ['nothing granted, egenandel not given', { owner: 0, uh: 0, egenandel: null }, total, 'not-applicable', 0, null],
    ['nothing granted, egenandel given', { owner: 0, uh: 0, egenandel: 5 }, budget, 'not-applicable', 0, null],
    ['0 from one and nothing known of the other', { owner: 0, uh: null, egenandel: 5 }, total, 'unknown', null, null],
  ] as const)('%s', (_, input, rule, status, required, missing) => {
    expect(assessEgenandel(input, rule)).toEqual({ status, required, missing });
  });

  it('asks nothing where the programme has no egenandel, even of what is not given', () => {
    const rule = { ...total, enforcement: 'none' } as const;
    const nothing = { status: 'not-applicable', required: null, missing: null };
    expect(assessEgenandel({ owner: 100, uh: 100, egenandel: 0 }, rule)).toEqual(nothing);
    expect(assessEgenandel({ owner: null, uh: null, egenandel: null }, rule)).toEqual(nothing);
  });

  it('changes no status where the rule only warns', () => {
    const input = { owner: 1000, uh: 0, egenandel: 299 };
    expect(assessEgenandel(input, { ...total, enforcement: 'warn' })).toEqual(assessEgenandel(input, total));
  });

  it('forgives what the tolerance allows, to the krone, and still shows it', () => {
    const rule = { ...owner, tolerance: 70 };
    const tiltak22 = { owner: 204_332, uh: null, egenandel: 61_230 };
    expect(assessEgenandel(tiltak22, rule)).toEqual({ status: 'met', required: 61_300, missing: 70 });
    expect(assessEgenandel({ ...tiltak22, egenandel: 61_229 }, rule)).toEqual({
      status: 'short',
      required: 61_300,
      missing: 71,
    });
  });
});
