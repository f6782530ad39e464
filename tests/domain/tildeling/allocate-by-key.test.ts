import { describe, expect, it } from 'vitest';
import { allocate } from '#lib/domain/tildeling/allocate';
import type { MethodOptions, Method, Request } from '#lib/domain/tildeling/methods';
import { request } from '#tests/support/request';

const key = { network: 40, uh: 60 };
/** [key, total, reason] of each, then what is left over; or the error and its keys. */
function result(budget: number, requests: Request[], method: Method, options?: MethodOptions) {
  const answer = allocate(budget, requests, method, key, options);
  if (!answer.ok) return [answer.error, ...answer.keys];
  return [...answer.allocations.map((a) => [a.key, a.total, a.reason.code]), answer.leftOver];
}

describe('by a fixed key', () => {
  const nord = { regionId: 'nord' };
  const all = [
    request('a', 300, nord),
    request('b', 600, nord),
    request('c', 5000, { regionId: 'sør' }),
    request('d', 1000),
  ];

  it('divides over the regions by the key, and inside each by what was asked; one without a region is its own', () => {
    // 1000 × 30, 50, 20 %: nord 300 on 300 and 600 is 100 and 200
    const weights = new Map([
      ['nord', 30],
      ['sør', 50],
      ['d', 20],
    ]);
    expect(result(1000, all, 'by-key', { weights })).toEqual([
      ['a', 100, 'region-share'],
      ['b', 200, 'region-share'],
      ['c', 500, 'region-share'],
      ['d', 200, 'region-share'],
      0,
    ]);
  });

  it('lets what a region does not ask for go on to the others by the key', () => {
    // 4000 × 50, 40, 10 %: nord 2000, but asks 900. The 3100 left by 40 and 10: 2480 and 620.
    const weights = new Map([
      ['nord', 50],
      ['sør', 40],
      ['d', 10],
    ]);
    expect(result(4000, all, 'by-key', { weights })).toEqual([
      ['a', 300, 'as-asked'],
      ['b', 600, 'as-asked'],
      ['c', 2480, 'region-share'],
      ['d', 620, 'region-share'],
      0,
    ]);
  });

  it('gives a region that weighs 0 nothing, and shows what nobody can take', () => {
    const weights = new Map([
      ['nord', 397],
      ['sør', 0],
      ['d', 1],
    ]);
    expect(result(4000, all, 'by-key', { weights })).toEqual([
      ['a', 300, 'as-asked'],
      ['b', 600, 'as-asked'],
      ['c', 0, 'region-share'],
      ['d', 1000, 'as-asked'],
      2100,
    ]);
  });

  it('names the regions without a weight', () => {
    expect(result(4000, all, 'by-key', { weights: new Map([['nord', 1]]) })).toEqual(['missing-weight', 'd', 'sør']);
  });
});
