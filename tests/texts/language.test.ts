import { NextRequest } from 'next/server';
import { describe, expect, test, vi } from 'vitest';
import { PUBLIC } from '#lib/domain/policy/may';
import { localeFrom } from '#lib/texts/locale';
import { textsFor } from '#lib/texts/texts';
import { found, sources } from '#tests/support/sources';
import { GET } from '../../app/sprak/route';

// Nobody is signed in here; what is saved on a person is tested with the command.
vi.mock('#lib/auth/context', () => ({
  currentContext: () => Promise.resolve({ actor: PUBLIC, now: new Date('2027-01-15') }),
}));

const choose = (query: string) => GET(new NextRequest(`http://localhost:3000/sprak?${query}`));

describe('Choosing a language', () => {
  test('the choice is remembered, and the reader is back where they were', async () => {
    const answer = await choose('til=nn&tilbake=%2Frunder%3Ftilstand%3Dopen');
    expect(answer.headers.get('set-cookie')).toContain('sprak=nn');
    expect(answer.headers.get('location')).toBe('/runder?tilstand=open');
  });
  test.each([
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    'javascript:alert(1)',
    '/.//example.org',
    'http:example.org',
  ])('the reader is never sent elsewhere: %s', async (elsewhere) => {
    const location = (await choose(`til=nn&tilbake=${encodeURIComponent(elsewhere)}`)).headers.get('location');
    expect(new URL(location ?? 'missing', 'http://localhost:3000').origin).toBe('http://localhost:3000');
  });
  test('a language we do not have is bokmål', () => expect(localeFrom('se')).toBe('nb'));
});

/** Every text of a tree as [path, words]; those that take arguments are left to the compiler. */
function words(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'object' && value !== null) return words(value, `${path}${key}.`);
    return typeof value === 'string' ? [[path + key, value]] : [];
  });
}

describe('Every text', () => {
  test.each(['nb', 'nn'] as const)('in %s has words', (locale) =>
    expect(words(textsFor(locale)).filter(([, text]) => text.trim() === '')).toEqual([]),
  );
  // One thing has one name: a runde is masculine, what is asked for is «søkt», and whoever decides is an «avgjerar».
  const source = sources('lib/texts', /\.ts$/).filter(({ path }) => /\/(nb|nn)\//.test(path));
  test.each([
    ['lib/texts/nn/', /\bei runde\b|\brunda\b(?! opp)|framlegg|Lagt fram|[Ff]oreslå|Avgjerdstak/],
    ['lib/texts/', /'Meldt|det som er meldt|meldt behov for/],
  ] as const)('under %s calls a thing by its one name', (folder, other) => {
    expect(
      source.filter(({ path, text }) => path.startsWith(folder) && other.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
  test('keeps a number and its per cent on one line', () => expect(found(/[0-9}] (%|prosent\b)/, source)).toEqual([]));
  // Words that only bokmål has; a text copied into the nynorsk and forgotten has one of them.
  test('in nynorsk is nynorsk', () =>
    expect(
      words(textsFor('nn')).filter(([, text]) =>
        /\b(ikke|jeg|hva|hvem|hvor|hvorfor|hvordan|noe|noen|mye|kun|være|flere|gjøre)\b/i.test(text),
      ),
    ).toEqual([]));
});
