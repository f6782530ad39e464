import { describe, expect, it } from 'vitest';
import { doneSentence } from '#lib/texts/format';

describe('the sentence for what was just done', () => {
  it('is found by its word in the address', () => {
    expect(doneSentence({ lagret: 'Lagret.' }, 'lagret')).toBe('Lagret.');
  });

  it.each(['annet', 'constructor', 'toString', '__proto__', ['lagret', 'lagret'], undefined])(
    'is nothing for %j',
    (word) => {
      expect(doneSentence({ lagret: 'Lagret.' }, word)).toBeUndefined();
    },
  );
});
