import { describe, expect, it } from 'vitest';
import { searchRegister, sumsByRegion, registerSums, type RegisterRow } from '#lib/domain/register';

const row = (change: Partial<RegisterRow>): RegisterRow => ({
  reference: 'TF-2021-0001',
  title: 'Tidlig innsats / Árrat veahkki',
  leadName: 'RSK Midt-Finnmark',
  regionId: 'a',
  regionName: 'RSK Midt-Finnmark',
  regionIsExample: false,
  network: 0,
  uh: 520_000,
  hasUh: true,
  openLines: 0,
  later: 0,
  ...change,
});

describe('the sums of the register', () => {
  it('adds what is given, and counts the tiltak that lack an amount', () => {
    // 520 000 + 1 788 500 to UH; the owner of the second is not given
    expect(registerSums([row({}), row({ network: null, uh: 1_788_500, openLines: 1 })])).toEqual({
      network: 0,
      uh: 2_308_500,
      total: 2_308_500,
      later: 0,
      tiltak: 2,
      withoutAmount: 1,
    });
  });

  it('does not count a tiltak without a UH line as lacking an amount', () => {
    expect(registerSums([row({ network: 250_000, uh: null, hasUh: false })]).withoutAmount).toBe(0);
  });

  it('puts the largest region first, and keeps those without a region together', () => {
    const regions = sumsByRegion([
      row({}),
      row({ regionId: null, regionName: null, uh: 300_000 }),
      row({ regionId: null, regionName: null, uh: 400_000 }),
    ]);
    // 300 000 + 400 000 = 700 000 is more than 520 000
    expect(regions.map(({ name, total, tiltak }) => [name, total, tiltak])).toEqual([
      [null, 700_000, 2],
      ['RSK Midt-Finnmark', 520_000, 1],
    ]);
  });
});

describe('a search of the register', () => {
  const found = (search: string) => searchRegister([row({})], search).length;

  it.each(['TIDLIG', 'tidlig  INNSATS', 'arrat', 'Árrat', 'tf-2021', 'midt finnmark'])('finds it by «%s»', (search) => {
    expect(found(search)).toBe(1);
  });

  it('asks for every word', () => {
    expect(found('tidlig regning')).toBe(0);
  });

  it('shows all when nothing is searched for', () => {
    expect(found('   ')).toBe(1);
  });
});
