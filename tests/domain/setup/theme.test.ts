import { expect, it } from 'vitest';
import { decideTheme, decideThemeEnd, themeHolds } from '#lib/domain/setup/rules';
import { day } from '#tests/support/day';

it('a theme is new by its words, and ends after it begins', () => {
  const themes = [{ id: 'a', name: 'Tidlig innsats', from: day('2020-01-01'), to: null }];
  expect(decideTheme({ themes }, { name: 'TIDLIG INNSATS', from: day('2027-01-01') })).toEqual({
    kind: 'refused',
    refusals: [{ code: 'theme-exists', name: 'Tidlig innsats' }],
  });
  expect(decideThemeEnd({ themes }, { id: 'a', on: day('2020-01-01') })).toEqual({
    kind: 'invalid',
    errors: { on: 'end-before-start' },
  });
  expect(decideThemeEnd({ themes }, { id: 'a', on: day('2027-01-01') })).toMatchObject({
    kind: 'done',
    value: { to: day('2027-01-01') },
  });
  expect([
    themeHolds({ id: 'a', name: 'A', from: day('2020-01-01'), to: day('2027-01-01') }, day('2026-12-31')),
    themeHolds({ id: 'a', name: 'A', from: day('2020-01-01'), to: day('2027-01-01') }, day('2027-01-01')),
  ]).toEqual([true, false]);
});
