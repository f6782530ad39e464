import { requiredEgenandel } from '#lib/domain/money/egenandel';
import { needId, plannedOf, type RowsInto } from './nordland-need-rows';
import type { DemoBehovsmelding } from './nordland-needs';
import { org } from './organisations';
import type { DemoRows } from './rows';

/** Kroner to the network and to the UH in one budget year. */
export type YearLine = readonly [network: number, uh: number];

/** Both sides over the years, in kroner. */
export const sidesOf = (perYear: readonly YearLine[]): { network: number; uh: number } =>
  perYear.reduce((sum, [network, uh]) => ({ network: sum.network + network, uh: sum.uh + uh }), { network: 0, uh: 0 });

/** The sum of several needs' lines, in kroner. */
export const sumOfAll = (all: readonly { perYear: readonly YearLine[] }[]): number =>
  all.reduce((sum, { perYear }) => sum + sidesOf(perYear).network + sidesOf(perYear).uh, 0);

export const tildelingId = (roundId: string, key: string): string => needId(roundId, key).replace('behov', 'tildeling');

/** Adds the tildeling of a need with a line per receiver and year, and the egenandel that follows from it. */
export function addTildeling(
  { rows, roundId, year }: RowsInto,
  need: DemoBehovsmelding,
  perYear: readonly YearLine[],
  facts: Omit<DemoRows['tildeling'][number], 'roundId'>,
): void {
  const id = tildelingId(roundId, need.key);
  const { network, uh } = sidesOf(perYear);
  rows.tildeling.push({
    id,
    roundId,
    behovsmeldingId: needId(roundId, need.key),
    method: 'as-recommended',
    methodReason: 'as-recommended',
    ...facts,
    requiredEgenandel: requiredEgenandel({ owner: network, uh }, { percent: 30, base: 'total-grant' }),
    plannedEgenandel: plannedOf(need),
  });
  perYear.forEach(([toNetwork, toUh], index) => {
    const line = { tildelingId: id, budgetYear: year + index };
    rows.tildelingLine.push(
      { ...line, side: 'network', receiverId: org(need.owner), amount: toNetwork },
      { ...line, side: 'uh', receiverId: org(need.uh), amount: toUh },
    );
  });
}
