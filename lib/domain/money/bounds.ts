import { byKey, split, sumOf, toKroner } from './kroner';

/** Somebody to share with: never less than the floor, never more than the cap. */
export interface Bounded {
  readonly key: string;
  readonly weight: number;
  readonly floor: number;
  readonly cap: number;
  /** Neither gives nor takes: its floor is its cap, and it is set aside before the others share. */
  readonly fixed: boolean;
}

/** `split`, but in equal parts between those who all weigh 0. */
export function splitOrEqually(total: number, items: readonly { key: string; weight: number }[]): Map<string, number> {
  const weighed = items.some((item) => item.weight > 0);
  return split(total, weighed ? items : items.map(({ key }) => ({ key, weight: 1 })));
}

/** What makes the bounds impossible to keep: a code and the keys that stand in the way, or null when a sum can be found. */
export function boundsInTheWay(
  total: number,
  items: readonly Bounded[],
): { error: BoundsError; keys: string[] } | null {
  const answer = (error: BoundsError, inTheWay: readonly Bounded[]) => ({
    error,
    keys: inTheWay.toSorted(byKey).map((item) => item.key),
  });
  const crossed = items.filter((item) => item.floor > item.cap);
  if (crossed.length > 0) return answer('floor-above-cap', crossed);
  if (sumOf(items.map((item) => item.floor)) > BigInt(total)) {
    return answer(
      'below-floors',
      items.filter((item) => item.floor > 0),
    );
  }
  if (sumOf(items.map((item) => item.cap)) < BigInt(total)) return answer('above-caps', items);
  return null;
}
export type BoundsError = 'floor-above-cap' | 'below-floors' | 'above-caps';

/**
 * Whole kroner per key in proportion to the weights, within floors and caps, summing to the total.
 * Shares are recomputed among those not yet at a bound, floors first. Refuses (RangeError) what `boundsInTheWay` names.
 */
export function splitWithin(total: number, items: readonly Bounded[]): Map<string, number> {
  const blocked = boundsInTheWay(total, items);
  if (blocked) throw new RangeError(`${blocked.error}: ${blocked.keys.join(', ')}`);
  const amounts = new Map<string, number>();
  const atFloor: Bounded[] = [];
  let open = items;
  let left = total;
  const settle = (at: readonly Bounded[], bound: 'floor' | 'cap') => {
    for (const item of at) {
      amounts.set(item.key, item[bound]);
      left -= item[bound];
    }
    open = open.filter((item) => !amounts.has(item.key));
  };
  settle(
    items.filter((item) => item.fixed),
    'cap',
  );
  while (open.length > 0) {
    const shares = splitOrEqually(left, open);
    const share = (item: Bounded) => shares.get(item.key) ?? 0;
    const low = open.filter((item) => share(item) < item.floor);
    const high = open.filter((item) => share(item) > item.cap);
    if (low.length === 0 && high.length === 0) return new Map([...amounts, ...shares]);
    atFloor.push(...low);
    if (low.length > 0) settle(low, 'floor');
    else settle(high, 'cap');
  }
  if (left === 0) return amounts;
  // All others reached their caps, so what they turned away lifts those who were only at their floors.
  const lifted = toKroner(BigInt(left) + sumOf(atFloor.map((item) => item.floor)));
  return new Map([...amounts, ...splitWithin(lifted, atFloor)]);
}
