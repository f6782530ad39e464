import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertWhole, byKey, formatKroner, parseKroner } from '#lib/domain/money/kroner';

describe('reading what people type', () => {
  it.each([
    ['170000', 170_000],
    ['635115', 635_115],
    ['330 891,-', 330_891],
    ['1050 000,-', 1_050_000],
    ['kr. 1000 000', 1_000_000],
    ['7122,-', 7122],
    ['0,-', 0],
    ['0', 0],
    ['450.000 kr', 450_000],
    ['1.234.567', 1_234_567],
    ['222 030', 222_030],
    ['222\u00a0030', 222_030],
    ['1\u202f234\u202f567\u00a0kr', 1_234_567],
    ['  kr 40 950 ', 40_950],
    ['Kr 100', 100],
    ['100kr.', 100],
    ['kr100', 100],
    ['kr.100', 100],
    ['450 000 ,- kr', 450_000],
    ['170000,00', 170_000],
    ['170 000,0 kr', 170_000],
    ['2 000 000 000', 2_000_000_000],
  ])('accepts «%s»', (text, value) => {
    expect(parseKroner(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    [' \u00a0\u202f ', 'empty'],
    ['-1', 'negative'],
    ['kr -100', 'negative'],
    ['\u2212450 000 kr', 'negative'],
    ['-0', 'negative'],
    ['12,50', 'ore'],
    ['12,5', 'ore'],
    ['0,01', 'ore'],
    ['2 000 000 001', 'too-large'],
    ['9'.repeat(400), 'too-large'],
    ['kr', 'not-a-number'],
    [',-', 'not-a-number'],
    ['-', 'not-a-number'],
    ['1.5', 'not-a-number'],
    ['1.50', 'not-a-number'],
    ['0.500', 'not-a-number'],
    ['1.23.456', 'not-a-number'],
    ['1234.567', 'not-a-number'],
    ['1,234', 'not-a-number'],
    ['450,000', 'not-a-number'],
    ['1,234,567', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['ca 750 000', 'not-a-number'],
    ['50 000 ×4', 'not-a-number'],
    ['kr 100 kr', 'not-a-number'],
    ['1kr5', 'not-a-number'],
    ['1 .000', 'not-a-number'],
    ['+100', 'not-a-number'],
    ['100\t000', 'not-a-number'],
    ['１００', 'not-a-number'],
    ['٣٤', 'not-a-number'],
    ['½', 'not-a-number'],
  ])('refuses «%s» as %s', (text, error) => {
    expect(parseKroner(text)).toEqual({ ok: false, error });
  });

  it('never answers with anything but whole kroner from 0 to 2 000 000 000', () => {
    const typed = fc.string({ unit: fc.constantFrom(...Array.from('0123456789 .,-kr\u00a0\u2212')) });
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseKroner(text);
        return !parsed.ok || (Number.isSafeInteger(parsed.value) && parsed.value >= 0 && parsed.value <= 2_000_000_000);
      }),
    );
  });
});

describe('showing kroner', () => {
  it.each([
    [0, '0\u00a0kr'],
    [-0, '0\u00a0kr'],
    [999, '999\u00a0kr'],
    [1000, '1\u00a0000\u00a0kr'],
    [1_234_567, '1\u00a0234\u00a0567\u00a0kr'],
    [-280_000, '\u2212280\u00a0000\u00a0kr'],
  ])('shows %d with no-break spaces', (n, text) => {
    expect(formatKroner(n)).toBe(text);
  });

  it('can be read back as it was shown', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (n) => {
        expect(parseKroner(formatKroner(n))).toEqual({ ok: true, value: n });
      }),
    );
  });

  it.each([1.5, NaN, Infinity, 2 ** 53])('refuses %d, which is not whole kroner', (n) => {
    expect(() => formatKroner(n)).toThrow(new RangeError(`Not whole kroner: ${n}`));
    expect(() => assertWhole(0, n)).toThrow(new RangeError(`Not a whole number from 0 up: ${n}`));
  });
});

it('two keys stand in the order of their code units, whichever comes first', () => {
  expect(byKey({ key: 'Z' }, { key: 'a' })).toBe(-1);
  expect(byKey({ key: 'å' }, { key: 'z' })).toBe(1);
  expect(byKey({ key: 'a' }, { key: 'a' })).toBe(0);
});
