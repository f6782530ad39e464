import { availableParallelism, loadavg } from 'node:os';
import { median, p95, type Measured } from './measure';

/** A line of the answer: what was measured, beside what, and how much it may be. */
export interface Row {
  readonly what: string;
  readonly ours: readonly [string, string];
  readonly beside: string;
  readonly baseline: readonly [string, string];
  readonly ratio: readonly [string, string];
  readonly target: string;
  readonly reached: boolean | null;
}

const figure = (value: number): string =>
  Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
const both = (one: Measured): [string, string] => [figure(median(one)), figure(p95(one))];
/** A baseline of fewer calls is no baseline. */
const FEWEST = 3;
const NOTHING = ['', ''] as const;

/**
 * Ours beside a baseline of the same run, in milliseconds; it may be so many times as much in this measure, or
 * whatever it is when null.
 */
export function compared(
  what: string,
  ours: Measured,
  [beside, baseline]: readonly [string, Measured],
  most: number | null,
  by: 'p50' | 'p95' = 'p50',
): Row {
  const ratios = [median(ours) / median(baseline), p95(ours) / p95(baseline)] as const;
  const failed = ours.failed ?? (baseline.failed === null ? null : `beside it ${baseline.failed}`);
  const judged = ratios[by === 'p50' ? 0 : 1];
  return {
    what: failed === null ? what : `${what}: ${failed.slice(0, 60)}`,
    ours: both(ours),
    beside,
    baseline: both(baseline),
    ratio: [figure(ratios[0]), figure(ratios[1])],
    target: most === null ? '' : `${by} ≤ ${String(most)} ×`,
    reached: most === null ? null : failed === null && baseline.times.length >= FEWEST && judged <= most,
  };
}

/** One figure that may be so much and no more, or whatever it is when `most` is null; a second figure stands beside it. */
export const limited = (what: string, value: number, most: number | null, unit: string, second = NaN): Row => ({
  what: `${what}, ${unit}`,
  ours: [figure(value), Number.isNaN(second) ? '' : figure(second)],
  beside: '',
  baseline: NOTHING,
  ratio: NOTHING,
  target: most === null ? '' : `≤ ${String(most)} ${unit}`,
  reached: most === null ? null : value <= most,
});

/** What was measured alone, in milliseconds by its median. */
export const alone = (what: string, ours: Measured, most: number | null): Row => ({
  ...limited(what, median(ours), most, 'ms', p95(ours)),
  ...(ours.failed !== null && { what: `${what}: ${ours.failed.slice(0, 60)}`, reached: false }),
});

const HEAD = ['what', 'ours p50', 'p95', 'beside', 'p50', 'p95', 'ratio', 'p95', 'target', 'reached'];
const WORDS = new Set([0, 3, 8, 9]);

/** All the lines under each other, with the machine's load over the run: milliseconds where no unit is said. */
export function resultsTable(rows: readonly Row[]): string {
  const cells = rows.map(({ what, ours, beside, baseline, ratio, target, reached }) => [
    ...[what, ...ours, beside, ...baseline, ...ratio, target],
    reached === null ? '' : reached ? 'yes' : 'NO',
  ]);
  const wide = HEAD.map((head, column) => Math.max(head.length, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (WORDS.has(column) ? cell.padEnd(wide[column] ?? 0) : cell.padStart(wide[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const judged = rows.filter(({ reached }) => reached !== null);
  const loads = loadavg().map((load) => load.toFixed(1));
  return [
    ...[HEAD, ...cells].map(line),
    '',
    `${String(judged.filter(({ reached }) => reached === true).length)} of ${String(judged.length)} targets reached. Load of the last 1, 5 and 15 minutes: ${loads.join(', ')} on ${String(availableParallelism())} cores.`,
  ].join('\n');
}
