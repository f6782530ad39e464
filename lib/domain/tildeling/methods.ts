import { type Bounded, splitWithin } from '#lib/domain/money/bounds';
import { type RequestLine, groupBy } from './divide';
import { byKey, sumOf, toKroner } from '#lib/domain/money/kroner';

/** What one tiltak asks of a round, in kroner. It is never given more than the whole request, over both sides and all years. */
export interface Request {
  readonly key: string;
  /** The applicant's orgnr: settles equal remainders before the key does. */
  readonly tie: string;
  readonly regionId: string | null;
  readonly asked: number;
  readonly floor?: number;
  readonly cap?: number;
  /** An amount that no method changes. */
  readonly protected?: number;
  readonly priority: number | null;
  readonly recommended: { readonly network: number; readonly uh: number } | null;
  readonly lines: readonly RequestLine[];
  /** False where the rule set only warns, there is no UH, or an agreement is recorded: divided as it was asked. */
  readonly keyed: boolean;
}

export const METHODS = ['by-request', 'by-priority', 'by-key', 'as-recommended'] as const;
export type Method = (typeof METHODS)[number];

export interface MethodOptions {
  /** What by-priority does with the first tiltak there is not enough for. Default: gives it what is left. */
  readonly last?: 'partly' | 'not-at-all';
  /** by-key: the key or the head count per region id. A tiltak without a region is one, under its own key. */
  readonly weights?: ReadonlyMap<string, number>;
}

export type ReasonCode =
  | 'as-asked'
  | 'in-proportion'
  | 'in-full'
  | 'last-in-part'
  | 'last-not-at-all'
  | 'nothing-left'
  | 'no-priority'
  | 'region-share'
  | 'as-recommended'
  | 'not-recommended'
  | 'capped'
  | 'floor'
  | 'protected';

/** A request within its bounds. `key` begins with the orgnr, so equal remainders go by that and then by id. */
export interface Item extends Bounded {
  readonly request: Request;
}

/** What a method gives one tiltak, and why. `left` is what was left when its turn came. */
export interface GivenAmount {
  readonly item: Item;
  readonly amount: number;
  readonly code: ReasonCode;
  readonly left?: number;
  readonly region?: { readonly share: number; readonly asked: number };
}

export type MethodRefusal = { readonly error: 'missing-weight' | 'recommended-over-budget'; readonly keys: string[] };

/** What the forum recommends for a tiltak, in kroner; null when it recommends nothing. */
export function recommendedSum({ recommended }: Request): number | null {
  return recommended && toKroner(sumOf([recommended.network, recommended.uh]));
}

/** As much of the budget as the caps leave room for. */
function usable(budget: number, items: readonly Bounded[]): number {
  const room = sumOf(items.map((item) => item.cap));
  return room < BigInt(budget) ? Number(room) : budget;
}

/** The reason, when a bound and not the method set the amount. */
function boundCode(item: Item, amount: number, otherwise: ReasonCode): ReasonCode {
  if (item.fixed) return 'protected';
  const shared = otherwise === 'in-proportion' || otherwise === 'region-share';
  if (amount === item.request.asked) return shared ? 'as-asked' : otherwise;
  if (amount === item.cap) return 'capped';
  return amount === item.floor && amount > 0 ? 'floor' : otherwise;
}

function byRequest(budget: number, items: readonly Item[]): GivenAmount[] {
  const amounts = splitWithin(usable(budget, items), items);
  return items.map((item) => {
    const amount = amounts.get(item.key) ?? 0;
    return { item, amount, code: boundCode(item, amount, 'in-proportion') };
  });
}

/** Floors and protected amounts are laid aside first; nobody passes the first tiltak that there is not enough for. */
function byPriority(budget: number, items: readonly Item[], { last = 'partly' }: MethodOptions): GivenAmount[] {
  let left = budget - toKroner(sumOf(items.map((item) => item.floor)));
  let stopped = false;
  const rank = (item: Item) => item.request.priority ?? Infinity;
  const ordered = items.toSorted((a, b) => (rank(a) === rank(b) ? byKey(a, b) : rank(a) - rank(b)));
  return ordered.map((item) => {
    const found = left;
    const room = item.cap - item.floor;
    const give = (more: number, code: ReasonCode): GivenAmount => {
      left -= more;
      const amount = item.floor + more;
      return { item, amount, code: boundCode(item, amount, code), left: found };
    };
    if (item.request.priority === null) return give(0, 'no-priority');
    if (stopped) return give(0, 'nothing-left');
    if (room <= left) return give(room, 'in-full');
    stopped = true;
    if (left === 0) return give(0, 'nothing-left');
    return last === 'partly' ? give(left, 'last-in-part') : give(0, 'last-not-at-all');
  });
}

/**
 * Each region its part of the budget by the weights, each tiltak its part of that by what it asks. What a region does not
 * ask for goes on to the others by the same weights. A region that weighs 0 is given its floors and protected amounts only.
 */
function byFixedKey(budget: number, items: readonly Item[], { weights }: MethodOptions): GivenAmount[] | MethodRefusal {
  const groups = groupBy(items, ({ request }) => request.regionId ?? request.key);
  const missing = [...groups.keys()].filter((region) => weights?.get(region) === undefined);
  if (missing.length > 0) return { error: 'missing-weight', keys: missing.toSorted() };
  const regions = [...groups].map(([key, its]) => {
    const weight = weights?.get(key) ?? 0;
    const floor = toKroner(sumOf(its.map((item) => item.floor)));
    const cap = weight > 0 ? toKroner(sumOf(its.map((item) => item.cap))) : floor;
    return { key, weight, floor, cap, fixed: false, its };
  });
  const shares = splitWithin(usable(budget, regions), regions);
  return regions.flatMap(({ key, its }) => {
    const share = shares.get(key) ?? 0;
    const asked = toKroner(sumOf(its.map((item) => item.request.asked)));
    const amounts = splitWithin(share, its);
    return its.map((item) => {
      const amount = amounts.get(item.key) ?? 0;
      return { item, amount, code: boundCode(item, amount, 'region-share'), region: { share, asked } };
    });
  });
}

function asRecommended(budget: number, items: readonly Item[]): GivenAmount[] | MethodRefusal {
  const given = items.map((item): GivenAmount => {
    const sum = recommendedSum(item.request);
    const amount = Math.max(item.floor, Math.min(item.cap, sum ?? 0));
    if (item.fixed) return { item, amount, code: 'protected' };
    if (amount > (sum ?? 0)) return { item, amount, code: 'floor' };
    if (sum === null) return { item, amount, code: 'not-recommended' };
    return { item, amount, code: amount === sum ? 'as-recommended' : 'capped' };
  });
  if (sumOf(given.map(({ amount }) => amount)) <= BigInt(budget)) return given;
  const recommended = given.filter(({ item, amount }) => !item.fixed && amount > 0);
  return { error: 'recommended-over-budget', keys: recommended.map(({ item }) => item.request.key).toSorted() };
}

/** The four ways to give a budget to requests whose bounds can all be kept within it. */
export const BY_METHOD: Readonly<
  Record<Method, (budget: number, items: readonly Item[], options: MethodOptions) => GivenAmount[] | MethodRefusal>
> = { 'by-request': byRequest, 'by-priority': byPriority, 'by-key': byFixedKey, 'as-recommended': asRecommended };
