import { describe, expect, it, test } from 'vitest';
import { csv } from '#lib/documents/csv';

const line = (...cells: (string | number | null)[]) => csv([cells]).slice(1);

describe('a table for a spreadsheet', () => {
  it('begins with its mark, and has semicolons and a line end after each row', () => {
    expect(
      csv([
        ['Å', 1],
        ['b', null],
      ]),
    ).toBe('\ufeffÅ;1\r\nb;\r\n');
  });

  test.each(['=cmd()', '+47 75', '-1+1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('never lets %j run', (text) => {
    expect(line(text).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('leaves numbers as numbers, also those below nothing, with a decimal comma', () => {
    expect(line(-5, 1.5, 200_000)).toBe('-5;1,5;200000\r\n');
  });

  it('keeps semicolons, quotes and line breaks within their cell', () => {
    expect(line('a;b', 'sa «"hei"»', 'to\nlinjer', 'plain')).toBe('"a;b";"sa «""hei""»";"to\nlinjer";plain\r\n');
  });
});
