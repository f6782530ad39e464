import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { split } from '#lib/domain/money/kroner';

const equal = (...keys: string[]) => keys.map((key) => ({ key, weight: 1 }));
const huge = Number.MAX_SAFE_INTEGER;

describe('dividing a sum exactly', () => {
  it('loses none of the 1 000 000 to six tiltak in Vest-Finnmark, where 6 × 166 666 lost 4', () => {
    // 1 000 000 / 6 = 166 666 rest 4: the first four by key get one krone more.
    expect(split(1_000_000, equal('f', 'e', 'd', 'c', 'b', 'a'))).toEqual(
      new Map([
        ['a', 166_667],
        ['b', 166_667],
        ['c', 166_667],
        ['d', 166_667],
        ['e', 166_666],
        ['f', 166_666],
      ]),
    );
  });

  it('gives the krone to the largest remainder', () => {
    // 100 × 1/6 = 16.67, 100 × 2/6 = 33.33, 100 × 3/6 = 50: 16 + 33 + 50 = 99, and .67 is the largest remainder.
    const parts = split(100, [
      { key: 'a', weight: 2 },
      { key: 'b', weight: 3 },
      { key: 'c', weight: 1 },
    ]);
    expect(parts).toEqual(
      new Map([
        ['a', 33],
        ['b', 50],
        ['c', 17],
      ]),
    );
  });

  it('may take a krone from one when the total grows, which is accepted', () => {
    // 10 on 6, 6 and 2: 4.29, 4.29, 1.43, so c has the largest remainder. 11: 4.71, 4.71, 1.57, so a and b have.
    const weights = [
      { key: 'a', weight: 6 },
      { key: 'b', weight: 6 },
      { key: 'c', weight: 2 },
    ];
    expect([...split(10, weights).values()]).toEqual([4, 4, 2]);
    expect([...split(11, weights).values()]).toEqual([5, 5, 1]);
  });

  it('gives nothing to a weight of 0', () => {
    expect(
      split(7, [
        { key: 'a', weight: 0 },
        { key: 'b', weight: 2 },
      ]),
    ).toEqual(
      new Map([
        ['a', 0],
        ['b', 7],
      ]),
    );
  });

  it('divides 0 between weights of 0, and between nobody', () => {
    expect(split(0, [{ key: 'a', weight: 0 }])).toEqual(new Map([['a', 0]]));
    expect(split(0, [])).toEqual(new Map());
  });

  it('is exact where a floating product would not be', () => {
    // 2^53 − 1 = 9 007 199 254 740 991 is odd: halves are …495.5, and the first key gets the krone.
    expect(
      split(huge, [
        { key: 'a', weight: huge },
        { key: 'b', weight: huge },
      ]),
    ).toEqual(
      new Map([
        ['a', 4_503_599_627_370_496],
        ['b', 4_503_599_627_370_495],
      ]),
    );
  });

  it.each([
    ['a negative total', -1, equal('a')],
    ['a fractional total', 0.5, equal('a')],
    ['a total no number holds exactly', 2 ** 53, equal('a')],
    ['no number', NaN, equal('a')],
    ['a negative weight', 1, [{ key: 'a', weight: -1 }]],
    ['a fractional weight', 1, [{ key: 'a', weight: 0.1 }]],
    ['weights that are all 0', 1, [{ key: 'a', weight: 0 }]],
    ['nobody', 1, []],
    ['a key given twice', 1, equal('a', 'a')],
  ])('refuses %s', (_, total, weights) => {
    expect(() => split(total, weights)).toThrow(RangeError);
  });

  it('says whom it lacks, and that a key is given twice', () => {
    expect(() => split(7, [{ key: 'a', weight: 0 }])).toThrow('Nobody to divide 7 between');
    expect(() => split(1, equal('a', 'a'))).toThrow('A key is given twice');
  });

  const weights = fc
    .uniqueArray(fc.record({ key: fc.string(), weight: fc.oneof(fc.nat(5), fc.maxSafeNat()) }), {
      selector: (w) => w.key,
    })
    .filter((all) => all.some((w) => w.weight > 0));

  it('adds up to the total, each part within one krone of its exact share, whatever the order', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (total, all) => {
        const parts = split(total, all);
        expect(split(total, all.toReversed())).toEqual(parts);
        const sum = all.reduce((n, w) => n + BigInt(w.weight), 0n);
        let added = 0n;
        for (const { key, weight } of all) {
          const part = BigInt(parts.get(key) ?? -1);
          added += part;
          // |part − total × weight / sum| < 1, multiplied by sum to stay whole.
          const off = part * sum - BigInt(total) * BigInt(weight);
          expect(off < sum && -off < sum).toBe(true);
        }
        expect(added).toBe(BigInt(total));
      }),
    );
  });
});
