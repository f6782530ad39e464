import { egenandelOfReport } from './report-egenandel';
import { moneyIn, type Half, type Report } from './report';

/** What stands out in a report, to be read before it is decided on. Kroner. */
export type Difference =
  | { readonly kind: 'not-filed' | 'returned' | 'spent-unknown'; readonly half: Half }
  | { readonly kind: 'over-spent' | 'unspent-left'; readonly half: Half; readonly kroner: number }
  | { readonly kind: 'egenandel-short'; readonly level: 'tiltak' | 'region'; readonly kroner: number }
  | { readonly kind: 'egenandel-unknown' };

function ofHalf(report: Report, half: Half): Difference[] {
  if (half.state === 'open') return [{ kind: 'not-filed', half }];
  const { over, rest } = moneyIn(report, half);
  const found: Difference[] = half.state === 'returned' ? [{ kind: 'returned', half }] : [];
  if (half.spent === null) found.push({ kind: 'spent-unknown', half });
  if (over !== null && over > 0) found.push({ kind: 'over-spent', half, kroner: over });
  if (rest !== null && rest > 0) found.push({ kind: 'unspent-left', half, kroner: rest });
  return found;
}

/** The differences between what was granted, promised and reported, and the halves that wait. It stops nobody. */
export function differencesIn(report: Report): Difference[] {
  const owner = report.halves.find((half) => half.side === 'owner');
  const found = report.halves.flatMap((half) => ofHalf(report, half));
  if (owner === undefined || owner.state === 'open') return found;
  const { status, missing, level } = egenandelOfReport(report, owner.egenandel);
  if (status === 'short') found.push({ kind: 'egenandel-short', level, kroner: missing ?? 0 });
  if (status === 'unknown') found.push({ kind: 'egenandel-unknown' });
  return found;
}
