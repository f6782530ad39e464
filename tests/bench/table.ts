import { availableParallelism, loadavg } from 'node:os';
import { median, p95, type Times } from './measure';
import type { Result } from './commands';
import type { PageResult } from './page';
import type { SavingResult } from './saving';

const MOST_RATIO = 2;
const MOST_PAGE_MS = 15;
const MOST_MEGABYTES = 300;

const ms = (time: number): string => time.toFixed(2);
const reached = (yes: boolean): string => (yes ? 'reached' : 'NOT reached');

/** Columns under each other: words to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const wide = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(wide[column] ?? 0) : cell.padStart(wide[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

const both = (times: Times): string[] => [ms(median(times)), ms(p95(times))];

/** Queries and commands in process beside their own SQL sent bare: milliseconds, and how many times the bare ours takes. */
export function resultsTable(results: readonly Result[]): string {
  const rows = results.map(({ name, clients, statements, times: { ours, bare } }) => {
    const ratio = median(ours) / median(bare);
    return [
      name,
      String(clients),
      String(statements),
      ...both(ours),
      ...both(bare),
      ratio.toFixed(2),
      reached(ratio <= MOST_RATIO),
    ];
  });
  return table([
    ['in process, ms', 'clients', 'statements', 'ours', 'p95', 'bare', 'p95', 'ratio', `aim ≤ ${String(MOST_RATIO)}`],
    ...rows,
  ]);
}

/** The page over HTTP, where its time goes, and the server's memory. */
export function pageTable({ visited, who, list, megabytes, processorMs, flightBytes }: PageResult): string {
  const rows = visited.map(({ name, clients, times, bytes }) => [
    name,
    String(clients),
    ...both(times),
    String(bytes),
    name.startsWith('–') || clients > 1 ? '' : reached(p95(times) <= MOST_PAGE_MS),
  ]);
  const [whole, asking, listing] = [median(visited[0]?.times ?? []), median(who), median(list)];
  const lines = [
    table([['over HTTP, ms', 'clients', 'median', 'p95', 'bytes', `aim p95 ≤ ${String(MOST_PAGE_MS)}`], ...rows]),
    `Of the page's ${ms(whole)} ms: who asks ${ms(asking)}, the list's statements ${ms(listing)} (both measured here, in process), the rest, ${ms(whole - asking - listing)}, is Next: rendering and sending.`,
    ...(processorMs === null
      ? []
      : [
          `The server had the processor for ${ms(processorMs)} ms of each page; the machine's load was ${ms(loadavg()[0] ?? 0)} on ${String(availableParallelism())} cores.`,
        ]),
    `Of its bytes ${String(flightBytes)} repeat the page for the script.`,
    `The Node server holds ${megabytes.toFixed(0)} MB after the run; aim ≤ ${String(MOST_MEGABYTES)}: ${reached(megabytes <= MOST_MEGABYTES)}.`,
  ];
  return lines.join('\n');
}

/** Many who save while they type, over HTTP, beside one bare update of the same text in the same minutes. */
export function savingTable({ people, saves, looks, bare, seconds, lost, again, failed }: SavingResult): string {
  const rows = [
    ['a save', saves],
    ['– a look for the others', looks],
    ['– the bare UPDATE', bare],
  ] as const;
  return [
    table([
      [`${String(people)} people typing, ms`, 'calls', 'median', 'p95'],
      ...rows.map(([name, times]) => [name, String(times.length), ...both(times)]),
    ]),
    `${String(saves.length)} saves in ${seconds.toFixed(0)} s, ${(saves.length / seconds).toFixed(0)} each second; p95 of a save is ${(p95(saves) / p95(bare)).toFixed(1)} times that of the bare UPDATE.`,
    `${String(lost)} lost of what was acknowledged, ${String(again)} sent again, ${String(failed)} given up: ${reached(lost + failed === 0)}.`,
  ].join('\n');
}
