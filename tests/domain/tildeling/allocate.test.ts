import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '#lib/domain/tildeling/allocate';
import { METHODS, type MethodOptions, type Method, type Request } from '#lib/domain/tildeling/methods';
import { anyRequests, line, request } from '#tests/support/request';

const key = { network: 40, uh: 60 };
/** [key, total, reason] of each, then what is left over; or the error and its keys. */
function result(budget: number, requests: Request[], method: Method, options?: MethodOptions) {
  const answer = allocate(budget, requests, method, key, options);
  if (!answer.ok) return [answer.error, ...answer.keys];
  return [...answer.allocations.map((a) => [a.key, a.total, a.reason.code]), answer.leftOver];
}

describe('by request', () => {
  it('gives in proportion to what was asked', () => {
    // 1000 × (500, 1000) / 1500 = 333.33 and 666.67
    expect(result(1000, [request('a', 500), request('b', 1000)], 'by-request')).toEqual([
      ['a', 333, 'in-proportion'],
      ['b', 667, 'in-proportion'],
      0,
    ]);
  });

  it('gives never more than was asked, and shows what is left over', () => {
    expect(result(1501, [request('a', 500), request('b', 1000)], 'by-request')).toEqual([
      ['a', 500, 'as-asked'],
      ['b', 1000, 'as-asked'],
      1,
    ]);
  });

  it('lets what a cap turns away go on to the others, within floors and protected amounts', () => {
    const all = [
      request('a', 500, { protected: 400 }),
      request('b', 500, { cap: 100 }),
      request('c', 500),
      request('d', 10, { floor: 10 }),
    ];
    // 900 − 400 = 500 on 500, 500 and 10: 247.5, 247.5, 4.9. d gets 10, b 100, and c the 390 left.
    expect(result(900, all, 'by-request')).toEqual([
      ['a', 400, 'protected'],
      ['b', 100, 'capped'],
      ['c', 390, 'in-proportion'],
      ['d', 10, 'as-asked'],
      0,
    ]);
  });

  it('gives the odd krone to the lowest organisation number, then the lowest id', () => {
    const all = [
      request('a', 5, { tie: '970422528' }),
      request('c', 5, { tie: '940101808' }),
      request('b', 5, { tie: '940101808' }),
    ];
    expect(result(5, all, 'by-request')).toEqual([
      ['a', 1, 'in-proportion'],
      ['c', 2, 'in-proportion'],
      ['b', 2, 'in-proportion'],
      0,
    ]);
    expect(result(4, all, 'by-request')).toEqual([
      ['a', 1, 'in-proportion'],
      ['c', 1, 'in-proportion'],
      ['b', 2, 'in-proportion'],
      0,
    ]);
  });

  it('names those whose floors or protected amounts stand in the way', () => {
    expect(
      result(99, [request('b', 60, { floor: 50 }), request('a', 60, { protected: 50 }), request('c', 9)], 'by-request'),
    ).toEqual(['below-floors', 'a', 'b']);
    expect(result(99, [request('a', 5, { floor: 6 })], 'by-request')).toEqual(['floor-above-cap', 'a']);
    expect(result(99, [request('a', 5, { protected: 6 })], 'by-request')).toEqual(['protected-above-asked', 'a']);
  });

  it('caps the whole request, not each side of it', () => {
    const lines = [line('network', 900), line('uh', 100)];
    const answer = allocate(1000, [request('a', 1000, { lines })], 'by-request', key);
    expect(answer.ok && answer.allocations[0]).toMatchObject({ total: 1000, network: 400, uh: 600 });
  });
});

describe('by priority', () => {
  const all = [
    request('c', 300, { priority: 3 }),
    request('a', 500, { priority: 1 }),
    request('b', 400, { priority: 2 }),
    request('d', 1),
  ];

  it('gives in full in the order of the innstilling, and the last one what is left', () => {
    // 600 − 500 = 100 of the 400
    expect(result(600, all, 'by-priority')).toEqual([
      ['c', 0, 'nothing-left'],
      ['a', 500, 'in-full'],
      ['b', 100, 'last-in-part'],
      ['d', 0, 'no-priority'],
      0,
    ]);
  });

  it('or gives the last one nothing, and lets nobody pass it', () => {
    expect(result(899, all, 'by-priority', { last: 'not-at-all' })).toEqual([
      ['c', 0, 'nothing-left'],
      ['a', 500, 'in-full'],
      ['b', 0, 'last-not-at-all'],
      ['d', 0, 'no-priority'],
      399,
    ]);
    expect(result(900, all, 'by-priority', { last: 'not-at-all' })).toEqual([
      ['c', 0, 'nothing-left'],
      ['a', 500, 'in-full'],
      ['b', 400, 'in-full'],
      ['d', 0, 'no-priority'],
      0,
    ]);
  });

  it('lays floors aside first', () => {
    const floored = [request('a', 500, { priority: 1 }), request('b', 400, { priority: 2, floor: 100 })];
    expect(result(550, floored, 'by-priority')).toEqual([['a', 450, 'last-in-part'], ['b', 100, 'floor'], 0]);
  });
});

describe('as recommended', () => {
  it('gives the amounts of the innstilling, never more than was asked', () => {
    const all = [
      request('a', 500, { recommended: { network: 100, uh: 200 } }),
      request('b', 400, { recommended: { network: 300, uh: 200 } }),
      request('c', 9),
    ];
    expect(result(1000, all, 'as-recommended')).toEqual([
      ['a', 300, 'as-recommended'],
      ['b', 400, 'capped'],
      ['c', 0, 'not-recommended'],
      300,
    ]);
    expect(result(700, all, 'as-recommended').at(-1)).toBe(0);
    expect(result(699, all, 'as-recommended')).toEqual(['recommended-over-budget', 'a', 'b']);
  });

  it('keeps the sides of the innstilling only where no key holds', () => {
    const recommended = { network: 300, uh: 100 };
    const sides = (keyed: boolean) => allocate(400, [request('a', 400, { recommended, keyed })], 'as-recommended', key);
    expect(sides(false)).toMatchObject({ allocations: [{ network: 300, uh: 100 }] });
    expect(sides(true)).toMatchObject({ allocations: [{ network: 160, uh: 240 }] });
  });
});

describe('every method', () => {
  it('refuses a budget that is not whole kroner, a key given twice, and lines that are not what is asked', () => {
    expect(() => result(0.5, [], 'by-request')).toThrow(RangeError);
    expect(() => result(1, [request('a', 1), request('a', 1)], 'by-request')).toThrow(RangeError);
    expect(() => result(1, [request('a', 2, { lines: [line('uh', 1)] })], 'by-request')).toThrow(RangeError);
  });

  const last = fc.constantFrom('partly' as const, 'not-at-all' as const);
  it.each(METHODS)(
    '%s holds the budget, the caps and the floors, and every part adds up, whatever the order',
    (method) => {
      fc.assert(
        fc.property(
          fc.oneof(fc.nat(50), fc.nat(30_000_000)),
          anyRequests,
          last,
          fc.infiniteStream(fc.nat(3)),
          (budget, all, last, dice) => {
            const weights = new Map(all.map((r) => [r.regionId ?? r.key, dice.next().value ?? 0]));
            const answer = allocate(budget, all, method, key, { last, weights });
            const turned = allocate(
              budget,
              all.toReversed().map((r) => ({ ...r, lines: r.lines.toReversed() })),
              method,
              key,
              { last, weights },
            );
            expect(turned.ok).toBe(answer.ok);
            if (!answer.ok || !turned.ok) return;
            const sum = (ns: number[]) => ns.reduce((a, b) => a + b, 0);
            expect(sum(answer.allocations.map((a) => a.total)) + answer.leftOver).toBe(budget);
            expect(answer.leftOver).toBeGreaterThanOrEqual(0);
            all.forEach((r, i) => {
              const given = answer.allocations[i];
              const again = turned.allocations.find((a) => a.key === r.key);
              if (!given) throw new Error(`${r.key} has no answer`);
              expect({ ...again, lines: new Set(again?.lines) }).toEqual({ ...given, lines: new Set(given.lines) });
              expect(given.total).toBeLessThanOrEqual(r.protected ?? Math.min(r.asked, r.cap ?? r.asked));
              expect(given.total).toBeGreaterThanOrEqual(r.protected ?? r.floor ?? 0);
              expect(given.network + given.uh).toBe(given.total);
              const side = (s: string) =>
                sum(
                  r.lines
                    .filter((l) => l.side === s)
                    .map((l) => given.lines.find((g) => g.key === l.key)?.amount ?? NaN),
                );
              expect([side('network'), side('uh')]).toEqual([given.network, given.uh]);
            });
          },
        ),
        { numRuns: 300 },
      );
    },
  );
});
