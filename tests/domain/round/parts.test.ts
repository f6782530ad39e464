import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partAsked, partsOf, piecesShown } from '#lib/domain/round/parts';

const line = (regionId: string | null, at: number) => ({ at, regionId, regionName: regionId && `Region ${regionId}` });
/** Regions in their order, with so many lines each; the last are without one. */
const lines = fc
  .array(fc.nat(70), { minLength: 1, maxLength: 5 })
  .map((sizes) =>
    sizes.flatMap((size, region) =>
      Array.from({ length: size }, (_, at) => line(region === sizes.length - 1 ? null : String(region), at)),
    ),
  );
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('the parts of the workbench', () => {
  it('have every line once, in order, at most thirty each, and divide no region that has room in one', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const parts = partsOf(all);
        expect(parts.flatMap((chunks) => chunks.flatMap((chunk) => chunk.lines))).toEqual(all);
        for (const chunks of parts) {
          const count = chunks.reduce((sum, chunk) => sum + chunk.lines.length, 0);
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(30);
          for (const chunk of chunks) {
            expect(chunk.to - chunk.from + 1).toBe(chunk.lines.length);
            if (chunk.all <= 30) expect(chunk.lines.length).toBe(chunk.all);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are told by the places of their lines: 31 of a region are 1–30 and 31–31 of 31', () => {
    const parts = partsOf(numbers(31).map((at) => line('salten', at)));
    expect(parts.map((chunks) => chunks.map(({ name, from, to, all }) => [name, from, to, all]))).toEqual([
      [['Region salten', 1, 30, 31]],
      [['Region salten', 31, 31, 31]],
    ]);
  });
});

describe('a list that is read', () => {
  it('is whole as long as it has room on one page: 50 lines', () => {
    for (const asked of [undefined, '1', '2', 'alle'])
      expect(piecesShown(numbers(50), asked)).toMatchObject({ part: null, shown: { from: 1, to: 50, all: 50 } });
    expect(piecesShown([], undefined)).toMatchObject({ pieces: [], part: null, shown: { to: 0, all: 0, lines: [] } });
  });
  it('is shown fifty at a time in its own order, the last of what is left: 101–120 of 120', () => {
    const { pieces, part, shown } = piecesShown(numbers(120), '3');
    expect(pieces.map(({ from, to }) => [from, to])).toEqual([
      [1, 50],
      [51, 100],
      [101, 120],
    ]);
    expect([part, shown]).toEqual([2, pieces[2]]);
    expect(shown.lines).toEqual(numbers(120).slice(100));
  });
  it('is shown whole where one asks for all of it', () => {
    expect(piecesShown(numbers(51), 'alle')).toMatchObject({ part: null, shown: { from: 1, to: 51, all: 51 } });
  });
});

describe('the part that an address asks for', () => {
  it.each([
    ['1', 0],
    ['3', 2],
    ['4', 0],
    ['0', 0],
    ['-1', 0],
    ['02', 0],
    ['2.0', 0],
    ['alle', 0],
    ['', 0],
    [['2', '3'], 0],
    [undefined, 0],
  ])('%j of three is number %d, counted from 0', (asked, part) => {
    expect(partAsked(asked, 3)).toBe(part);
  });
  it('is the first where there is none at all', () => {
    expect(partAsked('1', 0)).toBe(0);
  });
});
