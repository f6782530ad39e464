/** One tiltak with an approved tildeling, as anyone may see it. Amounts in kroner; null: not given, or no line at all. */
export interface RegisterRow {
  reference: string;
  title: string;
  leadName: string;
  regionId: string | null;
  regionName: string | null;
  regionIsExample: boolean;
  network: number | null;
  uh: number | null;
  hasUh: boolean;
  /** Lines whose amount the source does not give. */
  openLines: number;
  /** The part that is for later budget years than the round's. */
  later: number;
}

/** A sum declared for a whole region, beside the lines it was meant for. In kroner. */
export interface RegisterPool {
  id: string;
  regionName: string;
  receiverName: string | null;
  amount: number;
  lines: number;
  note: string;
}

export interface RegisterSums {
  network: number;
  uh: number;
  total: number;
  later: number;
  tiltak: number;
  withoutAmount: number;
}

/** What is known of a tiltak's amounts, in kroner. */
export const knownOf = (row: Pick<RegisterRow, 'network' | 'uh'>): number => (row.network ?? 0) + (row.uh ?? 0);

/** The sums of what is given, and how many tiltak lack an amount. */
export function registerSums(rows: readonly RegisterRow[]): RegisterSums {
  const sum = (of: (row: RegisterRow) => number): number => rows.reduce((all, row) => all + of(row), 0);
  return {
    network: sum((row) => row.network ?? 0),
    uh: sum((row) => row.uh ?? 0),
    total: sum(knownOf),
    later: sum((row) => row.later),
    tiltak: rows.length,
    withoutAmount: rows.filter((row) => row.openLines > 0).length,
  };
}

export interface RegionSums extends RegisterSums {
  regionId: string | null;
  name: string | null;
  isExample: boolean;
}

/** The sums of each region, the largest first; tiltak without a region together under null. */
export function sumsByRegion(rows: readonly RegisterRow[]): RegionSums[] {
  const groups = new Map<string | null, RegisterRow[]>();
  for (const row of rows) groups.set(row.regionId, [...(groups.get(row.regionId) ?? []), row]);
  return [...groups]
    .map(([regionId, group]) => ({
      regionId,
      name: group[0]?.regionName ?? null,
      isExample: group[0]?.regionIsExample ?? false,
      ...registerSums(group),
    }))
    .sort((a, b) => b.total - a.total || (a.regionId ?? '').localeCompare(b.regionId ?? ''));
}

/** Letters without case and marks, so that «fagfornyelsen» finds «Fagfornyelsen» and «arrat» finds «Árrat». */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The tiltak that have every word searched for in their title, lead, region or reference. */
export function searchRegister(rows: readonly RegisterRow[], search: string): readonly RegisterRow[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    const text = plain([row.reference, row.title, row.leadName, row.regionName ?? ''].join(' '));
    return words.every((word) => text.includes(word));
  });
}
