import {
  assessEgenandel,
  type EgenandelAssessment,
  type EgenandelRule,
  requiredEgenandel,
} from '#lib/domain/money/egenandel';
import type { Refusal } from '#lib/domain/refusal';
import { egenandelRule } from '#lib/domain/setup/rules';
import { moneyOfYear, sumKnown } from './money';
import type { EgenandelPool, GrantedLine, Half, Report } from './report';

/** The egenandel of a report in kroner, and at which level it is judged. */
export interface ReportEgenandel extends EgenandelAssessment {
  readonly level: 'tiltak' | 'region';
  readonly grant: { readonly owner: number | null; readonly uh: number | null };
  /** What counts: reported this year and before, and what the approved plan puts in years still to come. */
  readonly counted: number | null;
  readonly before: number | null;
  readonly plannedLater: number | null;
}

type Judged = Pick<Report, 'lines' | 'earlier' | 'planned' | 'pool' | 'rules' | 'year'>;
const onSide = (lines: readonly GrantedLine[], side: GrantedLine['side']) =>
  sumKnown(lines.filter((line) => line.side === side).map((line) => line.amount));

function ofRegion(pool: EgenandelPool, rule: EgenandelRule): ReportEgenandel {
  const grant = {
    owner: sumKnown(pool.granted.map((one) => one.owner)),
    uh: sumKnown(pool.granted.map((one) => one.uh)),
  };
  const required = sumKnown(pool.granted.map((one) => requiredEgenandel(one, rule)));
  const common = { level: 'region', grant, required, counted: pool.amount, before: 0, plannedLater: 0 } as const;
  if (rule.enforcement === 'none') return { ...common, status: 'not-applicable', missing: null };
  if (required === null) return { ...common, status: 'unknown', missing: null };
  if (required === 0) return { ...common, status: 'not-applicable', missing: null };
  const missing = Math.max(0, required - pool.amount);
  return { ...common, status: missing <= (rule.tolerance ?? 0) ? 'met' : 'short', missing };
}

function ofTiltak(
  report: Judged,
  lines: readonly GrantedLine[],
  egenandel: number | null,
  plannedLater: number | null,
): ReportEgenandel {
  const grant = { owner: onSide(lines, 'network'), uh: onSide(lines, 'uh') };
  const before = sumKnown(
    report.earlier.filter((half) => half.side === 'owner' && half.year < report.year).map((half) => half.egenandel),
  );
  const counted = sumKnown([egenandel, before, plannedLater]);
  return {
    ...assessEgenandel({ ...grant, egenandel: counted }, egenandelRule(report.rules)),
    level: 'tiltak',
    grant,
    counted,
    before,
    plannedLater,
  };
}

/**
 * Whether the egenandel holds: what is reported so far is enough for what is granted so far, or with what the plan puts in the years left
 * it is enough for the whole tiltak. After the last year the two are one. What a region pays together is judged once, as a region.
 * Granted 200 000 and 300 000 at 30 %: 60 000 after the first year, or 30 000 when the plan has 120 000 in the second.
 */
export function egenandelOfReport(report: Judged, egenandel: number | null): ReportEgenandel {
  if (report.pool !== null) return ofRegion(report.pool, egenandelRule(report.rules));
  const soFar = ofTiltak(
    report,
    report.lines.filter((line) => line.budgetYear <= report.year),
    egenandel,
    0,
  );
  if (soFar.status === 'met' || soFar.status === 'not-applicable') return soFar;
  const whole = ofTiltak(
    report,
    report.lines,
    egenandel,
    sumKnown(report.planned.filter((line) => line.budgetYear > report.year).map((line) => line.amount)),
  );
  const [all, now] = [whole.missing ?? Infinity, soFar.missing ?? Infinity];
  return all < now ? whole : soFar;
}

/** What the egenandel rule says against accepting the owner's half, unless it only warns or a dispensation stands on the record. */
export function halfEgenandelRefusals(
  report: Judged & Pick<Report, 'title' | 'dispensation'>,
  egenandel: number | null,
): Refusal[] {
  if (report.rules.egenandelEnforcement !== 'require' || report.dispensation) return [];
  const { status, required, counted, missing } = egenandelOfReport(report, egenandel);
  const facts = { title: report.pool?.regionName ?? report.title, source: report.rules.egenandelSource };
  if (status === 'unknown') return [{ code: 'egenandel-unknown', ...facts }];
  if (status !== 'short') return [];
  return [
    {
      code: 'egenandel-short',
      ...facts,
      percent: report.rules.egenandelPercent,
      required: required ?? 0,
      planned: counted ?? 0,
      missing: missing ?? 0,
    },
  ];
}

/** What stands out in a report, to be read before it is decided on. Kroner. */
export type Difference =
  | { readonly kind: 'not-filed' | 'returned' | 'spent-unknown'; readonly half: Half }
  | { readonly kind: 'over-spent' | 'unspent-left'; readonly half: Half; readonly kroner: number }
  | { readonly kind: 'egenandel-short'; readonly level: 'tiltak' | 'region'; readonly kroner: number }
  | { readonly kind: 'egenandel-unknown' };

function ofHalf(report: Report, half: Half): Difference[] {
  if (half.state === 'open') return [{ kind: 'not-filed', half }];
  const { over, rest } = moneyOfYear(report, half);
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
