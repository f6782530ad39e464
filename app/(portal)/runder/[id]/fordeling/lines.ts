import { parseKroner } from '#lib/domain/money/kroner';
import type { Chunk } from '#lib/domain/round/parts';
import { isOpen, type Origin } from '#lib/domain/tildeling/allocation';
import { isCut, isStanding } from '#lib/domain/tildeling/judge';
import { askedOf, type Judged, type RoundCase, type Sides } from '#lib/domain/tildeling/tildeling';

/** What stands in the boxes of one need: kroner, null when empty or unreadable. */
export interface Boxes {
  readonly network: number | null;
  readonly uh: number | null;
  readonly reason: string;
}
const EMPTY: Boxes = { network: null, uh: null, reason: '' };

/** What has been typed since the last save, by the name of the field. */
export type TypedFields = Readonly<Record<string, string>>;
export const FIELDS = ['network', 'uh', 'reason'] as const;
export const fieldName = (needId: string, field: (typeof FIELDS)[number]): string => `rows.${needId}.${field}`;

/** A need as its amount is judged, and what its boxes begin from. The whole round is counted by these, whichever part of it is shown. */
export interface WorkLine extends Omit<Judged, 'given' | 'reason'> {
  readonly open: boolean;
  readonly start: Boxes;
}

/** What the boxes of a need begin from: a suggestion, with its own words as the reason for a cut; else what is stored and still stands. */
export function startOf(one: RoundCase, suggested: (Sides & Origin) | undefined, words: (of: Origin) => string): Boxes {
  const stored = isStanding(one) ? one.tildeling : null;
  if (suggested === undefined || !isOpen(one)) return stored ?? EMPTY;
  const reason = stored === null || stored.reason === '' ? '' : stored.reason;
  const { network, uh } = suggested;
  const isToldWhy =
    reason !== '' || !isCut({ asked: askedOf(one.lines), recommended: one.recommended, given: suggested });
  return { network, uh, reason: isToldWhy ? reason : words(suggested) };
}

export function lineOf(one: RoundCase, start: Boxes): WorkLine {
  const { needId, title, regionId, regionName, recommended, egenandel, egenandelDispensation } = one;
  const judged = { needId, title, regionId, regionName, recommended, egenandel, egenandelDispensation };
  return { ...judged, asked: askedOf(one.lines), open: isOpen(one), start };
}

/** The boxes of a line as they stand, with what is typed in them. */
export function boxesOf({ needId, open, start }: WorkLine, typed: TypedFields): Boxes {
  if (!open) return start;
  const amount = (field: 'network' | 'uh'): number | null => {
    const text = typed[fieldName(needId, field)];
    if (text === undefined) return start[field];
    const read = parseKroner(text);
    return read.ok ? read.value : null;
  };
  const reason = typed[fieldName(needId, 'reason')]?.trim() ?? start.reason;
  return { network: amount('network'), uh: amount('uh'), reason };
}

/** The lines as they are sent to the browser: a row of text each, a tenth of the bytes. */
export interface Packed {
  readonly regions: readonly (readonly [id: string, name: string | null])[];
  readonly rows: string;
}

/** Without the reasons: those of the lines that are shown go with them, and of the others it only counts that they have one. */
export function pack(lines: readonly WorkLine[]): Packed {
  const names = new Map(
    lines.flatMap(({ regionId, regionName }) => (regionId === null ? [] : [[regionId, regionName]])),
  );
  const place = new Map([...names.keys()].map((id, index) => [id, index]));
  const rows = lines.map(({ needId, title, regionId, asked, recommended, start, ...one }) => [
    needId,
    title.replace(/\s+/g, ' '),
    regionId === null ? null : place.get(regionId),
    ...[asked.network, asked.uh, recommended?.network, recommended?.uh, one.egenandel, start.network, start.uh],
    `${one.egenandelDispensation ? 'd' : ''}${one.open ? 'o' : ''}${start.reason === '' ? '' : 'r'}`,
  ]);
  return { regions: [...names], rows: rows.map((row) => row.join('\t')).join('\n') };
}

const number = (text: string): number | null => (text === '' ? null : Number(text));

/** The lines again, with the reasons of those that are shown. */
export function unpack({ regions, rows }: Packed, reasons: Readonly<Record<string, { reason: string }>>): WorkLine[] {
  const each = rows === '' ? [] : rows.split('\n');
  return each.map((row) => {
    const [needId = '', title = '', region = '', ...rest] = row.split('\t');
    const [network, uh, toNetwork, toUh, egenandel, startNetwork, startUh] = rest.slice(0, -1).map(number);
    const marks = rest.at(-1) ?? '';
    const [regionId, regionName] = regions[number(region) ?? -1] ?? [null, null];
    return {
      needId,
      title,
      regionId,
      regionName,
      asked: { network: network ?? 0, uh: uh ?? 0 },
      recommended: toNetwork == null || toUh == null ? null : { network: toNetwork, uh: toUh },
      egenandel: egenandel ?? null,
      egenandelDispensation: marks.includes('d'),
      open: marks.includes('o'),
      start: {
        network: startNetwork ?? null,
        uh: startUh ?? null,
        reason: reasons[needId]?.reason ?? (marks.includes('r') ? '…' : ''),
      },
    };
  });
}

/** A region's lines in one part, or some of them. */
export type WorkChunk = Chunk<WorkLine>;
