import { sumOf, toKroner } from '#lib/domain/kroner';
import type { Side } from '#lib/domain/states';

/** What a need asks for and plans, in kroner; null is not given. */
export interface Asked { network: number | null; uh: number | null; egenandel: number | null }

interface Cell { readonly amount: number | null }

const total = (cells: readonly Cell[]): number | null =>
  cells.some(({ amount }) => amount === null) ? null : toKroner(sumOf(cells.map(({ amount }) => amount ?? 0)));

/** The sums of a need: null when a cell is not filled in, and for both sides when nothing is asked by any line. The database keeps the same in its columns. */
export function askedIn(lines: readonly (Cell & { readonly side: Side })[], egenandel: readonly Cell[]): Asked {
  const side = (wanted: Side): number | null => (lines.length === 0 ? null : total(lines.filter((line) => line.side === wanted)));
  return { network: side('network'), uh: side('uh'), egenandel: total(egenandel) };
}

/** The whole request in kroner; null when a side is not given. */
export const wholeRequest = ({ network, uh }: Pick<Asked, 'network' | 'uh'>): number | null => (network === null || uh === null ? null : network + uh);
