import { groupBy } from '#lib/domain/tildeling/divide';

/** What a page shows of a list that is too large for it: from and to count from 1, of all there are. */
export interface Piece<L> {
  readonly from: number;
  readonly to: number;
  readonly all: number;
  readonly lines: readonly L[];
}
/** The lines of a region that stand in one part. */
export interface Chunk<L> extends Piece<L> {
  readonly key: string;
  readonly name: string | null;
}
interface InRegion {
  readonly regionId: string | null;
  readonly regionName: string | null;
}

/** A list in pieces of so many lines, the last of what is left. */
export function piecesOf<L>(lines: readonly L[], most: number): Piece<L>[] {
  const pieces: Piece<L>[] = [];
  for (let from = 0; from < lines.length; from += most) {
    const some = lines.slice(from, from + most);
    pieces.push({ from: from + 1, to: from + some.length, all: lines.length, lines: some });
  }
  return pieces;
}

/** The regions of a round, in their order. Those without one are together. */
export const byRegion = <L extends InRegion>(lines: readonly L[]): [string, L[]][] => [
  ...groupBy(lines, ({ regionId }) => regionId ?? 'uten'),
];

/** So many needs a part has: of the workbench, with two boxes each; of the innstilling's form, with five fields; of what is only read. */
const MOST_LINES = 30;
export const MOST_NEEDS = 20;
const MOST_ROWS = 50;

/** What the workbench shows at a time: regions as long as there is room for them, and of one too large for that so many lines. */
export function partsOf<L extends InRegion>(lines: readonly L[]): Chunk<L>[][] {
  const parts: Chunk<L>[][] = [];
  let room = 0;
  for (const [key, its] of byRegion(lines))
    for (const piece of piecesOf(its, MOST_LINES)) {
      if (piece.lines.length > room) {
        parts.push([]);
        room = MOST_LINES;
      }
      room -= piece.lines.length;
      parts.at(-1)?.push({ key, name: its[0]?.regionName ?? null, ...piece });
    }
  return parts;
}

/** The part that an address asks for, from 0: the first where it asks for none that there is. */
export const partAsked = (asked: unknown, count: number): number =>
  typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) && Number(asked) <= count ? Number(asked) - 1 : 0;

/** A list that is read, in pieces, and what of it is shown: one piece, by its place from 0, or all of it. */
export interface Pieces<L> {
  readonly pieces: readonly Piece<L>[];
  readonly part: number | null;
  readonly shown: Piece<L>;
}

/** What a page shows of a list in its own order: the piece that is asked for, or all where that is asked for or is no more than one. */
export function piecesShown<L>(lines: readonly L[], asked: unknown): Pieces<L> {
  const pieces = piecesOf(lines, MOST_ROWS);
  const part = asked === 'alle' || pieces.length < 2 ? null : partAsked(asked, pieces.length);
  const whole = { from: 1, to: lines.length, all: lines.length, lines };
  return { pieces, part, shown: pieces[part ?? -1] ?? whole };
}
