import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '#lib/domain/round/parts';
import { RULES as rules } from '#tests/support/behovsmelding-core';
import { live, partsByKey } from '../../../app/(portal)/runder/[id]/fordeling/amounts';
import { pack, unpack, type WorkLine } from '../../../app/(portal)/runder/[id]/fordeling/lines';

const kroner = fc.option(fc.nat(2_000_000));
const line = (needId: string, regionId: string | null) =>
  fc.record({
    needId: fc.constant(needId),
    title: fc.constantFrom('Lesing', 'Tidlig innsats', ''),
    regionId: fc.constant(regionId),
    regionName: fc.constant(regionId && `Region ${regionId}`),
    asked: fc.record({ network: fc.nat(2_000_000), uh: fc.nat(2_000_000) }),
    recommended: fc.option(fc.record({ network: fc.nat(2_000_000), uh: fc.nat(2_000_000) })),
    egenandel: kroner,
    egenandelDispensation: fc.boolean(),
    open: fc.boolean(),
    start: fc.record({ network: kroner, uh: kroner, reason: fc.constantFrom('', 'Rammen\trekker ikke\ntil alle') }),
  });
/** Regions in their order, with so many lines each; the last are without one. */
const lines = fc
  .array(fc.nat(70), { minLength: 1, maxLength: 5 })
  .chain((sizes) =>
    fc.tuple(
      ...sizes.flatMap((size, region) =>
        Array.from({ length: size }, (_, at) =>
          line(`${String(region)}-${String(at)}`, region === sizes.length - 1 ? null : String(region)),
        ),
      ),
    ),
  );

describe('the parts of a round', () => {
  it('each know the sums of the key that they are part of: a region of 31 is in two, a need in one', () => {
    const region = (count: number) =>
      Array.from({ length: count }, (_, at): WorkLine => ({
        needId: `n${String(at)}`,
        title: '',
        regionId: 'salten',
        regionName: 'Salten',
        asked: { network: 0, uh: 0 },
        recommended: null,
        egenandel: null,
        egenandelDispensation: false,
        open: true,
        start: { network: null, uh: null, reason: '' },
      }));
    const places = partsByKey(partsOf(region(31)), 'region');
    expect([...(places.get('region-salten') ?? [])]).toEqual([0, 1]);
    expect([...(places.get('n30') ?? [])]).toEqual([1]);
    expect(places.get('budget')).toBeUndefined();
  });
});

describe('the lines as they reach the browser', () => {
  it('are the same again, with the reasons of those that are shown; of the others it is known that they have one', () => {
    fc.assert(
      fc.property(lines, fc.nat(4), (all, shown) => {
        const reasons: Record<string, { reason: string }> = {};
        for (const { needId, start } of all)
          if (needId.startsWith(String(shown))) reasons[needId] = { reason: start.reason };
        const expected = all.map((one) => ({
          ...one,
          start: { ...one.start, reason: reasons[one.needId]?.reason ?? (one.start.reason === '' ? '' : '…') },
        }));
        expect(unpack(pack(all), reasons)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('are counted over the whole round with what is typed: 100 + 200, and 40 held back', () => {
    const stored = { network: 0, uh: 200, reason: '' };
    const base = { title: '', regionId: null, regionName: null, asked: { network: 500, uh: 500 }, recommended: null };
    const more = { egenandel: null, egenandelDispensation: false, open: true };
    const two: WorkLine[] = [
      { ...base, ...more, needId: 'a', start: { network: null, uh: null, reason: '' } },
      { ...base, ...more, needId: 'b', start: stored },
    ];
    const terms = { budget: 340, reserve: 0, rules, exceptions: { dispensations: [], agreements: [] } };
    const typed = { 'rows.a.network': '100', 'rows.a.uh': 'tull', reserve: '40' };
    const now = live(terms, two, typed);
    expect([now.used, now.reserve]).toEqual([300, 40]);
    expect(now.stops.filter(({ of }) => of === 'budget')).toEqual([]);
    // 300 + 41 is one more than 340
    expect(live(terms, two, { ...typed, reserve: '41' }).stops).toContainEqual({
      of: 'budget',
      key: 'budget',
      refusal: { code: 'over-budget', budget: 340, used: 341, over: 1 },
    });
  });
});
