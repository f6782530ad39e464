import { assessEgenandel, type EgenandelAssessment } from '#lib/domain/money/egenandel';
import { assessSplit, type SplitAssessment } from '#lib/domain/money/fordeling';
import { egenandelRule, type RuleSet, splitKey } from '#lib/domain/setup/rules';
import type { Side } from '#lib/domain/states';
import { budgetYears, type BehovsmeldingMoney } from './behovsmelding';
import { cellName } from './names';

/** One cell of the budget, filled or not. */
export interface Cell {
  name: string;
  side: Side;
  receiverId: string;
  budgetYear: number;
  amount: number | null;
}

/** Every cell the budget has: the owner and each UH partner, in each year asked for. */
export function cellsOf(need: BehovsmeldingMoney): Cell[] {
  const receivers = [
    { side: 'network' as const, id: need.ownerId },
    ...need.uh.map((uh) => ({ side: 'uh' as const, id: uh.organisationId })),
  ];
  return receivers.flatMap(({ side, id }) =>
    budgetYears(need).map((budgetYear) => {
      const line = need.lines.find(
        (one) => one.side === side && one.receiverId === id && one.budgetYear === budgetYear,
      );
      return { name: cellName(side, id, budgetYear), side, receiverId: id, budgetYear, amount: line?.amount ?? null };
    }),
  );
}

/** The sum of what is given, in kroner, and whether all of it is: a sum with a hole in it is not known. */
export interface Sum {
  given: number;
  complete: boolean;
}

const add = (amounts: readonly (number | null)[]): Sum => ({
  given: amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
  complete: !amounts.includes(null),
});

/** A sum as the rules take it: null when part of it is not given. */
export const known = (sum: Sum): number | null => (sum.complete ? sum.given : null);

export interface BehovsmeldingSums {
  network: Sum;
  uh: Sum;
  total: Sum;
  egenandel: Sum;
  years: { year: number; network: Sum; uh: Sum; total: Sum; egenandel: Sum }[];
}

/** What is asked for and offered, in kroner: per side, per year and in all. No UH asks for 0; no egenandel line is not given. */
export function behovsmeldingSums(need: BehovsmeldingMoney): BehovsmeldingSums {
  const cells = cellsOf(need);
  const sides = (some: readonly Cell[]) => {
    const of = (side: Side) => add(some.filter((cell) => cell.side === side).map((cell) => cell.amount));
    return { network: of('network'), uh: of('uh'), total: add(some.map((cell) => cell.amount)) };
  };
  const own = (year: number | null) =>
    add(need.egenandelLines.filter((line) => year === null || line.budgetYear === year).map((line) => line.amount));
  const egenandel = need.egenandelLines.length === 0 ? { given: 0, complete: false } : own(null);
  return {
    ...sides(cells),
    egenandel,
    years: budgetYears(need).map((year) => ({
      year,
      ...sides(cells.filter((cell) => cell.budgetYear === year)),
      egenandel: own(year),
    })),
  };
}

/** Whether the need offers the egenandel its rules ask for. */
export function egenandelOf(need: BehovsmeldingMoney, rules: RuleSet): EgenandelAssessment {
  const sums = behovsmeldingSums(need);
  return assessEgenandel(
    { owner: known(sums.network), uh: known(sums.uh), egenandel: known(sums.egenandel) },
    egenandelRule(rules),
  );
}

/** How the need stands to the key between network and UH. Shown only: the key is judged when the money is proposed. */
export function splitOf(need: BehovsmeldingMoney, rules: RuleSet): SplitAssessment {
  const sums = behovsmeldingSums(need);
  return assessSplit({ network: known(sums.network), uh: known(sums.uh) }, splitKey(rules));
}

/** The money of a need as sums per side and year, without who gets what: for the one who is shown the sums alone. */
export function sumsOnly(need: BehovsmeldingMoney): BehovsmeldingMoney {
  const { years, egenandel } = behovsmeldingSums(need);
  const side = (name: Side) =>
    years.map((one) => ({ side: name, receiverId: name, budgetYear: one.year, amount: known(one[name]) }));
  const planned = need.egenandelLines.length === 0 ? [] : [{ budgetYear: need.year, amount: known(egenandel) }];
  return {
    ownerId: 'network',
    year: need.year,
    years: need.years,
    uh: [{ organisationId: 'uh' }],
    lines: [...side('network'), ...side('uh')],
    egenandelLines: planned,
  };
}

/** What a need asks for and plans, in kroner; null is not given. The database keeps these sums with the need. */
export interface Asked {
  network: number | null;
  uh: number | null;
  egenandel: number | null;
}

/** The whole request in kroner; null when a side is not given. */
export const wholeRequest = ({ network, uh }: Pick<Asked, 'network' | 'uh'>): number | null =>
  network === null || uh === null ? null : network + uh;
