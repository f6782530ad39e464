import { describe, expect, it } from 'vitest';
import { type RequestLine, divideSides, divideTiltak } from '#lib/domain/tildeling/divide';
import { line } from '#tests/support/request';

const key = { network: 40, uh: 60 };
const amounts = (lines: readonly RequestLine[], total: number, keyed = true) => {
  const { network, uh, lines: parts } = divideTiltak(total, { lines, keyed }, key);
  return [network, uh, ...lines.map((l) => parts.find((part) => part.key === l.key)?.amount)];
};

describe("dividing a tiltak's amount", () => {
  it('follows the key between the sides, whatever each side asked for', () => {
    // 808 682 × 0.40 = 323 472.8
    const lines = [line('network', 500_000), line('uh', 500_000)];
    expect(amounts(lines, 808_682)).toEqual([323_472, 485_210, 323_472, 485_210]);
  });

  it('divides the UH part by what each UH asked, and over the years by what was asked for each', () => {
    // 400 / 600. SA asks 100 and UiT 300 of it: 150 and 450. UiT's years ask 100 and 200: 150 and 300.
    const lines = [
      line('network', 600),
      line('uh', 100, 'SA'),
      line('uh', 100, 'UiT', 2021),
      line('uh', 200, 'UiT', 2022),
    ];
    expect(amounts(lines, 1000)).toEqual([400, 600, 400, 150, 150, 300]);
  });

  it('follows what was asked where no key holds, and gives the UH the remainder', () => {
    // 999 × 700 / 1000 = 699.3
    const lines = [line('network', 700), line('uh', 300)];
    expect(amounts(lines, 999, false)).toEqual([699, 300, 699, 300]);
    expect(amounts(lines, 1000, false)).toEqual([700, 300, 700, 300]);
  });

  it('follows what was asked when only one side asks for money', () => {
    expect(amounts([line('network', 0), line('uh', 1_710_000)], 1_000_000)).toEqual([0, 1_000_000, 0, 1_000_000]);
    expect(amounts([line('network', 250_000)], 100_000)).toEqual([100_000, 0, 100_000]);
  });

  it('gives an odd krone to the receiver, then the year, that comes first, not to the line that does', () => {
    const lines = [line('uh', 5, 'b'), line('uh', 5, 'a', 2022), line('uh', 5, 'a', 2021)];
    // a asks 10 of 15, b 5. 5 kroner: 3.33 and 1.67, so 3 and 2; a's 3 on two equal years: 2021 gets 2.
    expect(amounts(lines, 5)).toEqual([0, 5, 2, 1, 2]);
  });

  it('refuses money to a tiltak that asks for none', () => {
    expect(() => amounts([line('uh', 0)], 1)).toThrow(RangeError);
    expect(amounts([], 0)).toEqual([0, 0]);
  });
});

describe('sides set by hand', () => {
  it('are divided on the lines of each, in equal parts where none asked', () => {
    const lines = [line('network', 0, 'a'), line('network', 0, 'b'), line('uh', 10)];
    expect(divideSides(3, 7, lines)).toEqual({
      network: 3,
      uh: 7,
      lines: [
        { key: 'network a 2021', amount: 2 },
        { key: 'network b 2021', amount: 1 },
        { key: 'uh uh 2021', amount: 7 },
      ],
    });
  });

  it('cannot be given where there is no line', () => {
    expect(divideSides(1, 0, [line('uh', 10)])).toBeNull();
    expect(divideSides(0, 1, [line('network', 10)])).toBeNull();
  });
});
