import { expect, it } from 'vitest';
import { isValidOrgnr } from '#lib/domain/organisation';

it.each(['970422528', '970 422 528', '970\u00a0422\u00a0528', '123456785', '974764687', '701730496'])(
  'accepts %s, whose last digit is its MOD11 check digit',
  (orgnr) => {
    expect(isValidOrgnr(orgnr)).toBe(true);
  },
);

it.each(['970422529', '701730495', '97042252', '9704225280', '', 'NO970422528', '٩٧٠٤٢٢٥٢٨'])(
  'refuses «%s»',
  (orgnr) => {
    expect(isValidOrgnr(orgnr)).toBe(false);
  },
);

it.each(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])(
  'never accepts a number whose check digit would be 10, with %s',
  (last) => {
    // 1 × 3 + 1 × 2 + 1 × 7 = 12, which is 1 mod 11.
    expect(isValidOrgnr(`11100000${last}`)).toBe(false);
  },
);
