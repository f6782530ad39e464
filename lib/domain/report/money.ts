import { assertWhole } from '#lib/domain/money/kroner';
import type { GrantedLine, Half, HalfFields, Report } from './report';

/** The sum in kroner; null as soon as one amount is not given. */
export function sumKnown(amounts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += amount;
  }
  assertWhole(sum);
  return sum;
}

type Party = Pick<Half, 'side' | 'organisationId' | 'year'>;

/** What this party is granted in the report's year, in kroner. */
export function grantedTo(party: Party, lines: readonly GrantedLine[]): number | null {
  const mine = (line: GrantedLine) =>
    party.side === 'owner' ? line.side === 'network' : line.side === 'uh' && line.receiverId === party.organisationId;
  return sumKnown(lines.filter((line) => line.budgetYear === party.year && mine(line)).map((line) => line.amount));
}

/** What this party carried over from the report before, in kroner: asked for, and accepted with that half. */
export function carriedInBy(
  party: Party,
  earlier: readonly (Party & Pick<Half, 'state' | 'carryOverAsked'>)[],
): number {
  const before = earlier.filter(
    (half) => half.side === party.side && half.organisationId === party.organisationId && half.year < party.year,
  );
  const last = before.toSorted((a, b) => b.year - a.year)[0];
  return last?.state === 'accepted' ? (last.carryOverAsked ?? 0) : 0;
}

/** A party's year in kroner: available + over = spent + unspent, and unspent = carryOver + rest. Null is unknown. */
export interface TiltakMoney {
  readonly granted: number | null;
  readonly carriedIn: number;
  readonly available: number | null;
  readonly spent: number | null;
  readonly unspent: number | null;
  readonly over: number | null;
  readonly carryOver: number | null;
  readonly rest: number | null;
}

/** The year of one half: what was there, what was used, what is left and what is asked carried over. */
export function moneyOf(
  half: Pick<HalfFields, 'spent' | 'carryOverAsked'>,
  granted: number | null,
  carriedIn: number,
): TiltakMoney {
  const available = sumKnown([granted, carriedIn]);
  const { spent, carryOverAsked: carryOver } = half;
  const left = available === null || spent === null ? null : available - spent;
  const unspent = left === null ? null : Math.max(0, left);
  return {
    granted,
    carriedIn,
    available,
    spent,
    unspent,
    carryOver,
    over: left === null ? null : Math.max(0, -left),
    rest: unspent === null ? null : Math.max(0, unspent - (carryOver ?? 0)),
  };
}

/** The year of one half of a report. */
export const moneyOfYear = (report: Pick<Report, 'lines' | 'earlier'>, half: Half): TiltakMoney =>
  moneyOf(half, grantedTo(half, report.lines), carriedInBy(half, report.earlier));
