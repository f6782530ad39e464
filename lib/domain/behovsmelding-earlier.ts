import { moneyIn, sumKnown, type Report } from './report';
import { languageOf } from './report-typed';
import type { TextLanguage, TiltakStatus } from './states';

/** The last report of the tiltak a need goes on from: how it went, and the money of that year in kroner; null is not given. */
export interface LastReport {
  id: string;
  year: number;
  isFiled: boolean;
  status: TiltakStatus | null;
  goalAttainment: string;
  goalAttainmentIn: TextLanguage;
  granted: number | null;
  spent: number | null;
  unspent: number | null;
  carryOver: number | null;
}

/** What stands beside a new need: the need and the tiltak it goes on from, what that is granted year by year, and how the last year went. */
export interface Earlier {
  need: { id: string; title: string } | null;
  tiltak: { reference: string; title: string; granted: readonly { year: number; amount: number }[] } | null;
  report: LastReport | null;
}

/** A report in the few figures that matter to whoever writes the next need: both sides together. */
export function lastReport(report: Report): LastReport {
  const owner = report.halves.find((half) => half.side === 'owner');
  const money = report.halves.map((half) => moneyIn(report, half));
  return {
    id: report.id,
    year: report.year,
    isFiled: owner !== undefined && owner.state !== 'open',
    status: owner?.status ?? null,
    goalAttainment: owner?.goalAttainment ?? '',
    goalAttainmentIn: owner === undefined ? 'nb' : languageOf(owner, 'goalAttainment'),
    granted: sumKnown(money.map((one) => one.granted)),
    spent: sumKnown(money.map((one) => one.spent)),
    unspent: sumKnown(money.map((one) => one.unspent)),
    carryOver: sumKnown(money.map((one) => one.carryOver ?? 0)),
  };
}
