import { expect, it } from 'vitest';
import { textsFor } from '#lib/texts/texts';
import { sources } from '#tests/support/sources';

it('has no sentence for a refusal that nobody gives', () => {
  const rules = [
    ...sources('lib/domain', /\.ts$/),
    ...sources('lib/files', /\.ts$/),
    ...sources('lib/commands', /\.ts$/),
  ].filter(({ path }) => path !== 'lib/domain/refusal.ts');
  const unsaid = Object.keys(textsFor('nb').refusals).filter(
    (code) => !rules.some(({ text }) => text.includes(`code: '${code}'`)),
  );
  expect(unsaid).toEqual([]);
});
