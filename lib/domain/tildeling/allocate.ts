import { boundsInTheWay } from '#lib/domain/money/bounds';
import { type Divided, askedIn, divideSides, divideTiltak } from './divide';
import type { SplitKey } from '#lib/domain/money/fordeling';
import { assertWhole, sumOf, toKroner } from '#lib/domain/money/kroner';
import {
  BY_METHOD,
  type GivenAmount,
  type Item,
  type Method,
  type MethodOptions,
  type ReasonCode,
  type MethodRefusal,
  type Request,
  recommendedSum,
} from './methods';

/**
 * Why the amount is what it is, and the kroner a sentence about it needs. `sumAsked` is what the region asks when the
 * amount is a part of `regionShare`, else what the round asks; `left` is what by-priority had left when its turn came.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly budget: number;
  readonly asked: number;
  readonly sumAsked: number;
  readonly recommended: number | null;
  readonly regionShare: number | null;
  readonly left: number | null;
}

export interface SuggestedAllocation extends Divided {
  readonly key: string;
  readonly total: number;
  readonly reason: Reason;
}

export type AllocateError = MethodRefusal['error'] | 'protected-above-asked' | 'floor-above-cap' | 'below-floors';
export type Allocated =
  | { readonly ok: true; readonly allocations: SuggestedAllocation[]; readonly leftOver: number }
  | { readonly ok: false; readonly error: AllocateError; readonly keys: string[] };

function toItem(request: Request): Item {
  const { asked, floor = 0, cap = asked, tie, key } = request;
  assertWhole(asked, floor, cap, request.protected ?? 0);
  if (askedIn(request.lines) !== asked) throw new RangeError(`The lines of ${key} are not what it asks`);
  const fixed = request.protected;
  const bounds = fixed === undefined ? { floor, cap: Math.min(cap, asked) } : { floor: fixed, cap: fixed };
  return { key: `${tie} ${key}`, weight: asked, ...bounds, fixed: fixed !== undefined, request };
}

function keysOf(items: readonly Item[]): string[] {
  return items.map((item) => item.request.key).toSorted();
}

/** The innstilling's own sides stand where no key does; else the amount is divided by the key or as it was asked. */
function divide({ item: { request }, amount, code }: GivenAmount, key: SplitKey): Divided {
  const { recommended, keyed, lines } = request;
  const sides = code === 'as-recommended' && !keyed ? recommended : null;
  return (sides && divideSides(sides.network, sides.uh, lines)) ?? divideTiltak(amount, request, key);
}

/**
 * A proposal for a round's budget: kroner to each tiltak and each of its lines, with the reason, and what is left over.
 * Never more than the budget, and to no tiltak more than it asks. Names the requests whose floors or protected amounts
 * cannot all be kept. Refuses (RangeError) a key given twice and lines that do not sum to what is asked.
 */
export function allocate(
  budget: number,
  requests: readonly Request[],
  method: Method,
  key: SplitKey,
  options: MethodOptions = {},
): Allocated {
  assertWhole(budget);
  if (new Set(requests.map((request) => request.key)).size < requests.length)
    throw new RangeError('A key is given twice');
  const items = requests.map(toItem);
  const tooMuch = items.filter((item) => item.fixed && item.cap > item.request.asked);
  if (tooMuch.length > 0) return { ok: false, error: 'protected-above-asked', keys: keysOf(tooMuch) };
  const blocked = boundsInTheWay(budget, items);
  if (blocked && blocked.error !== 'above-caps') {
    return { ok: false, error: blocked.error, keys: keysOf(items.filter((item) => blocked.keys.includes(item.key))) };
  }
  const given = BY_METHOD[method](budget, items, options);
  if ('error' in given) return { ok: false, ...given };
  const roundAsked = toKroner(sumOf(requests.map((request) => request.asked)));
  const allocations = given.map((one): SuggestedAllocation => {
    const {
      item: { request },
      amount: total,
      code,
      region,
      left = null,
    } = one;
    const recommended = recommendedSum(request);
    const asks = { asked: request.asked, sumAsked: region?.asked ?? roundAsked, recommended };
    const reason = { code, budget, ...asks, regionShare: region?.share ?? null, left };
    return { key: request.key, total, ...divide(one, key), reason };
  });
  const used = toKroner(sumOf(allocations.map((allocation) => allocation.total)));
  return { ok: true, allocations: inOrderOf(requests, allocations), leftOver: budget - used };
}

function inOrderOf(requests: readonly Request[], allocations: readonly SuggestedAllocation[]): SuggestedAllocation[] {
  const byRequest = new Map(allocations.map((allocation) => [allocation.key, allocation]));
  return requests.flatMap(({ key }) => byRequest.get(key) ?? []);
}
