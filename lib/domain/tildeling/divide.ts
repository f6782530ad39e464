import { splitOrEqually } from '#lib/domain/money/bounds';
import { type SplitKey, splitByKey } from '#lib/domain/money/fordeling';
import { sumOf, toKroner } from '#lib/domain/money/kroner';
import type { Side } from '#lib/domain/states';

/** What a tiltak asks for one receiver in one year, in kroner. `tie` is the receiver's orgnr, which settles equal remainders. */
export interface RequestLine {
  readonly key: string;
  readonly side: Side;
  readonly receiverId: string;
  readonly tie: string;
  readonly year: number;
  readonly asked: number;
}

export interface LineAmount {
  readonly key: string;
  readonly amount: number;
}

export interface Divided {
  readonly network: number;
  readonly uh: number;
  readonly lines: readonly LineAmount[];
}

/** What is asked in these lines together, in kroner. */
export function askedIn(lines: readonly { readonly asked: number }[]): number {
  return toKroner(sumOf(lines.map((line) => line.asked)));
}

/** The items under each key, in the order they came. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** One side's sum to its receivers by what each asked, then each receiver's to its years. */
function divideSide(sum: number, lines: readonly RequestLine[]): LineAmount[] {
  const receivers = groupBy(lines, (line) => `${line.tie} ${line.receiverId}`);
  const weights = [...receivers].map(([key, its]) => ({ key, weight: askedIn(its) }));
  const shares = splitOrEqually(sum, weights);
  return [...receivers].flatMap(([receiver, its]) => {
    const inYear = (line: RequestLine) => `${line.year} ${line.key}`;
    const amounts = splitOrEqually(
      shares.get(receiver) ?? 0,
      its.map((line) => ({ key: inYear(line), weight: line.asked })),
    );
    return its.map((line) => ({ key: line.key, amount: amounts.get(inYear(line)) ?? 0 }));
  });
}

/** Sums set by hand for the two sides, in kroner, on the lines of each; null when a side is given money and has no line. */
export function divideSides(network: number, uh: number, lines: readonly RequestLine[]): Divided | null {
  const networkLines = lines.filter((line) => line.side === 'network');
  const uhLines = lines.filter((line) => line.side === 'uh');
  if ((network > 0 && networkLines.length === 0) || (uh > 0 && uhLines.length === 0)) return null;
  return { network, uh, lines: [...divideSide(network, networkLines), ...divideSide(uh, uhLines)] };
}

/**
 * A tiltak's sum in kroner on its sides, receivers and years; all parts sum exactly. By the key when it is keyed and both
 * sides ask for money, else as it was asked. Refuses (RangeError) money to a tiltak that asks for none.
 */
export function divideTiltak(
  total: number,
  request: { readonly lines: readonly RequestLine[]; readonly keyed: boolean },
  key: SplitKey,
): Divided {
  const network = askedIn(request.lines.filter((line) => line.side === 'network'));
  const uh = askedIn(request.lines.filter((line) => line.side === 'uh'));
  const sides = request.keyed && network > 0 && uh > 0 ? splitByKey(total, key) : splitAsAsked(total, network, uh);
  const divided = divideSides(sides.network, sides.uh, request.lines);
  if (!divided) throw new RangeError('A side without lines cannot be given money');
  return divided;
}

/** As by the key, the remainder goes to the UH, so that rounding alone never leaves the UH short. */
function splitAsAsked(total: number, network: number, uh: number): { network: number; uh: number } {
  const asked = sumOf([network, uh]);
  if (asked === 0n && total > 0) throw new RangeError('Nothing is asked for');
  const toNetwork = asked === 0n ? 0 : toKroner((BigInt(total) * BigInt(network)) / asked);
  return { network: toNetwork, uh: total - toNetwork };
}
