import { type Bounded, type BoundsError, boundsInTheWay, splitWithin } from './bounds';
import { assertWhole, sumOf, toKroner } from './kroner';

/** Percent to the network (the skoleeier side) and to the UH, 100 together. */
export interface SplitKey {
  readonly network: number;
  readonly uh: number;
}

/** Where the key must hold: for each tiltak, each region, or the whole round. */
export const SPLIT_LEVELS = ['tiltak', 'region', 'round'] as const;
export type SplitLevel = (typeof SPLIT_LEVELS)[number];

export type SplitStatus = 'met' | 'uh-raised' | 'uh-short' | 'unknown';

export interface SplitAssessment {
  readonly status: SplitStatus;
  readonly uhShare: number | null;
  readonly missing: number | null;
}

function networkShare(sum: bigint, { network, uh }: SplitKey): bigint {
  assertWhole(network, uh);
  if (network + uh !== 100) throw new RangeError(`A key of ${network}/${uh} is not 100 percent`);
  return (sum * BigInt(network)) / 100n;
}

/**
 * The kroner of a sum to the network and to the UH. The remainder goes to the UH, since only the UH's share may be raised
 * (Strategi for Dekom i Nordland 2020–2023). Refuses (RangeError) a key that is not 100. 808 682 is 323 472 and 485 210.
 */
export function splitByKey(amount: number, key: SplitKey): { network: number; uh: number } {
  assertWhole(amount);
  const network = toKroner(networkShare(BigInt(amount), key));
  return { network, uh: amount - network };
}

/**
 * Whether the UH has the share of the sum that the key demands, and the kroner it misses. `parts` is how many sums were
 * divided behind these: each may have given the UH one krone of rounding. Null is not given, and makes the status unknown.
 */
export function assessSplit(
  sums: { readonly network: number | null; readonly uh: number | null },
  key: SplitKey,
  parts = 1,
): SplitAssessment {
  const { network, uh } = sums;
  assertWhole(network ?? 0, uh ?? 0, parts);
  const total = sumOf([network ?? 0, uh ?? 0]);
  const demanded = total - networkShare(total, key);
  if (network === null || uh === null) return { status: 'unknown', uhShare: null, missing: null };
  const uhShare = toKroner(demanded);
  if (uh < uhShare) return { status: 'uh-short', uhShare, missing: uhShare - uh };
  return { status: uh - uhShare < Math.max(parts, 1) ? 'met' : 'uh-raised', uhShare, missing: 0 };
}

export interface AdjustableLine {
  readonly key: string;
  readonly amount: number;
  readonly protected?: boolean;
  readonly floor?: number;
  readonly cap?: number;
}

export type Adjusted = { ok: true; amounts: Map<string, number> } | { ok: false; error: BoundsError; keys: string[] };

/**
 * The lines changed in proportion so that they sum to the new budget in kroner, or the keys that make it impossible:
 * «Ved endring i tildeling fra staten, endres tildelingen til kompetansenettverkene forholdsmessig» (Nordland 2020–2023).
 * Protected lines keep their amounts. Refuses (RangeError) numbers that are negative or not whole, and a key given twice.
 */
export function adjust(lines: readonly AdjustableLine[], newBudget: number): Adjusted {
  assertWhole(newBudget);
  const items = lines.map((line): Bounded => {
    const { key, amount, floor = 0, cap = Number.MAX_SAFE_INTEGER } = line;
    assertWhole(amount, floor, cap);
    const fixed = line.protected === true;
    return { key, weight: amount, floor: fixed ? amount : floor, cap: fixed ? amount : cap, fixed };
  });
  if (new Set(items.map((item) => item.key)).size < items.length) throw new RangeError('A key is given twice');
  const blocked = boundsInTheWay(newBudget, items);
  return blocked ? { ok: false, ...blocked } : { ok: true, amounts: splitWithin(newBudget, items) };
}
