import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitOrEqually, splitWithin } from '#lib/domain/money/bounds';
import { type AdjustableLine, adjust } from '#lib/domain/money/fordeling';

const amounts = (lines: readonly AdjustableLine[], budget: number) => {
  const answer = adjust(lines, budget);
  return answer.ok ? Object.fromEntries(answer.amounts) : answer;
};

describe("when the state's frame changes", () => {
  it('changes every line in proportion, by largest remainder', () => {
    // 900 × (100, 200, 300) / 600 = 150, 300, 450; 500 gives 83.33, 166.67, 250: 83 + 166 + 250 = 499, b has the most left
    const lines = [
      { key: 'a', amount: 100 },
      { key: 'b', amount: 200 },
      { key: 'c', amount: 300 },
    ];
    expect(amounts(lines, 900)).toEqual({ a: 150, b: 300, c: 450 });
    expect(amounts(lines, 500)).toEqual({ a: 83, b: 167, c: 250 });
  });

  it('leaves a protected line alone, and takes all from the others', () => {
    // 500 − 300 = 200 on weights 100 and 200: 66.67 and 133.33
    const lines = [
      { key: 'a', amount: 100 },
      { key: 'b', amount: 200 },
      { key: 'c', amount: 300, protected: true },
    ];
    expect(amounts(lines, 500)).toEqual({ a: 67, b: 133, c: 300 });
    // A protected line does not draw a growing budget to itself: a is 700 × 100 / 300 = 233.33, above its floor of 230
    expect(amounts([{ key: 'a', amount: 100, floor: 230 }, ...lines.slice(1)], 1000)).toEqual({
      a: 233,
      b: 467,
      c: 300,
    });
  });

  it('shares anew among those not yet at a floor or a cap', () => {
    const lines = [
      { key: 'a', amount: 100, floor: 80 },
      { key: 'b', amount: 100 },
      { key: 'c', amount: 100, cap: 110 },
    ];
    expect(amounts(lines, 150)).toEqual({ a: 80, b: 35, c: 35 }); // 50 each < 80; 150 − 80 = 70 on two
    expect(amounts(lines, 360)).toEqual({ a: 125, b: 125, c: 110 }); // 120 each > 110; 360 − 110 = 250 on two
  });

  it('settles floors before caps', () => {
    // Shares of 100: 10, 45, 45. a is lifted to 12; 88 on two is 44 each; b stops at 20 and c takes 68.
    const lines = [
      { key: 'a', amount: 10, floor: 12 },
      { key: 'b', amount: 45, cap: 20 },
      { key: 'c', amount: 45 },
    ];
    expect(amounts(lines, 100)).toEqual({ a: 12, b: 20, c: 68 });
  });

  it('lifts a line above its floor when all others are at their caps', () => {
    // Shares of 100: 10, 90. a is lifted to 50, b stops at 40, and 10 are left that only a can take.
    expect(
      amounts(
        [
          { key: 'a', amount: 1, floor: 50 },
          { key: 'b', amount: 9, cap: 40 },
        ],
        100,
      ),
    ).toEqual({ a: 60, b: 40 });
  });

  it('divides in equal parts when all amounts are 0', () => {
    expect(
      amounts(
        [
          { key: 'c', amount: 0 },
          { key: 'b', amount: 0 },
          { key: 'a', amount: 0 },
        ],
        100,
      ),
    ).toEqual({ a: 34, b: 33, c: 33 });
  });

  it('names what stands in the way of a budget too small, and of one too large, to the krone', () => {
    const lines = [
      { key: 'a', amount: 100, protected: true },
      { key: 'b', amount: 100, floor: 50, cap: 150 },
      { key: 'c', amount: 100, cap: 120 },
    ];
    expect(amounts(lines, 150)).toEqual({ a: 100, b: 50, c: 0 }); // 100 + 50
    expect(amounts(lines, 149)).toEqual({ ok: false, error: 'below-floors', keys: ['a', 'b'] });
    expect(amounts(lines, 370)).toEqual({ a: 100, b: 150, c: 120 }); // 100 + 150 + 120
    expect(amounts(lines, 371)).toEqual({ ok: false, error: 'above-caps', keys: ['a', 'b', 'c'] });
    expect(amounts([{ key: 'a', amount: 5, floor: 3, cap: 2 }], 2)).toEqual({
      ok: false,
      error: 'floor-above-cap',
      keys: ['a'],
    });
    expect(amounts([], 0)).toEqual({});
    expect(amounts([], 1)).toEqual({ ok: false, error: 'above-caps', keys: [] });
  });

  it('refuses sums that are negative or not whole, and a key given twice', () => {
    expect(() => adjust([], -1)).toThrow(RangeError);
    expect(() => adjust([{ key: 'a', amount: 0.5 }], 1)).toThrow(RangeError);
    expect(() => adjust([{ key: 'a', amount: 1, floor: -1 }], 1)).toThrow(RangeError);
    expect(() => adjust([{ key: 'a', amount: 1, cap: 1.5 }], 1)).toThrow(RangeError);
    expect(() =>
      adjust(
        [
          { key: 'a', amount: 1 },
          { key: 'a', amount: 2 },
        ],
        1,
      ),
    ).toThrow('A key is given twice');
    // Those that keep their amounts are never divided, and are refused all the same.
    const kept = { key: 'a', amount: 1, protected: true };
    expect(() => adjust([kept, kept], 2)).toThrow('A key is given twice');
  });

  it('refuses to divide within bounds that no sum can keep, and names them', () => {
    const to = (key: string, floor: number, cap: number) => ({ key, weight: 1, floor, cap, fixed: false });
    expect(() => splitWithin(5, [to('b', 0, 2), to('a', 0, 2)])).toThrow('above-caps: a, b');
    expect(() => splitWithin(1, [to('b', 2, 3), to('a', 0, 3)])).toThrow('below-floors: b');
  });

  it('gives nothing to whoever weighs nothing beside one who does, and equal parts when none does', () => {
    const two = (a: number, b: number) =>
      Object.fromEntries(
        splitOrEqually(10, [
          { key: 'a', weight: a },
          { key: 'b', weight: b },
        ]),
      );
    expect(two(0, 4)).toEqual({ a: 0, b: 10 });
    expect(two(0, 0)).toEqual({ a: 5, b: 5 });
  });

  const kroner = fc.oneof(fc.nat(20), fc.nat(2_000_000_000));
  const line = fc.record(
    { key: fc.string(), amount: kroner, protected: fc.boolean(), floor: kroner, cap: kroner },
    { requiredKeys: ['key', 'amount'] },
  );
  const lines = fc.uniqueArray(line, { selector: (l) => l.key, maxLength: 8 });

  it('sums to the budget within every bound, or says why not, whatever the order', () => {
    fc.assert(
      fc.property(lines, kroner, (all, budget) => {
        const answer = adjust(all, budget);
        expect(adjust(all.toReversed(), budget)).toEqual(answer);
        const least = all.map((l) => (l.protected ? l.amount : (l.floor ?? 0)));
        const most = all.map((l) => (l.protected ? l.amount : (l.cap ?? Infinity)));
        const sum = (ns: number[]) => ns.reduce((a, b) => a + b, 0);
        const possible = least.every((n, i) => n <= (most[i] ?? 0)) && sum(least) <= budget && budget <= sum(most);
        expect(answer.ok).toBe(possible);
        if (!answer.ok) return;
        const given = all.map((l) => answer.amounts.get(l.key) ?? NaN);
        expect(sum(given)).toBe(budget);
        given.forEach((n, i) => expect(n >= (least[i] ?? NaN) && n <= (most[i] ?? NaN)).toBe(true));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps proportions to the krone where nothing binds', () => {
    fc.assert(
      fc.property(lines, kroner, (all, budget) => {
        const free = all.map(({ key, amount }) => ({ key, amount: amount + 1 }));
        const answer = adjust(free, budget);
        if (!answer.ok) return;
        const sum = BigInt(free.reduce((n, l) => n + l.amount, 0));
        for (const { key, amount } of free) {
          const off = BigInt(answer.amounts.get(key) ?? -1) * sum - BigInt(budget) * BigInt(amount);
          expect(off < sum && -off < sum).toBe(true);
        }
      }),
    );
  });
});
