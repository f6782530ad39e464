import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { crawl } from '#tests/support/crawl';
import { as, NORDLAND } from '#tests/support/people';

// In kB of 1 000 bytes, gzipped; the framework alone is 132.
const ANYONE = 150;
const LIST = 155;
const MOST = 185;

const LISTS = [
  ...['/forside', '/behovsmeldinger', '/runder', '/innstillinger', '/tildelinger', '/rapporter', '/dispensasjoner'],
  ...['/meldinger', '/folk', '/forum', '/runder/*/behovsmeldinger'],
];

const sizes = new Map<string, number>();
/** What a file of the build weighs as it is sent. */
function weight(path: string): number {
  const known = sizes.get(path) ?? gzipSync(readFileSync(join('.next', path.slice('/_next/'.length)))).length;
  sizes.set(path, known);
  return known;
}

/** All script that the open page has fetched, in kB gzipped. */
async function scriptOf(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  const paths = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/_next/') && path.endsWith('.js')),
  );
  return [...new Set(paths)].reduce((sum, path) => sum + weight(path), 0) / 1000;
}

/** Walks the portal from `start`, and answers the pages with more script than they may have, and the kinds met. */
async function walk(page: Page, start: string, most: (kind: string) => number) {
  const heavy: string[] = [];
  const met = await crawl(page, start, 1, async (path, kind) => {
    const script = await scriptOf(page);
    if (script > most(kind)) heavy.push(`${path}: ${script.toFixed(1)} kB, and may have ${String(most(kind))}`);
  });
  return { heavy, kinds: [...met.keys()] };
}

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

test('whoever is not signed in is sent little script', async ({ page }) => {
  const { heavy, kinds } = await walk(page, '/', () => ANYONE);
  expect(heavy).toEqual([]);
  expect(kinds).toEqual(expect.arrayContaining(['/', '/logg-inn']));
});

for (const role of ['skoleeier', 'caseworker', 'uh', 'secretariat'] as const)
  test(`${role} is sent the script of the page, with the words of one language`, async ({ browser }) => {
    const { heavy, kinds } = await walk(await as(browser, NORDLAND[role]), '/forside', (kind) =>
      LISTS.includes(kind) ? LIST : MOST,
    );
    expect(heavy).toEqual([]);
    if (role === 'skoleeier') expect(kinds).toContain('/behovsmeldinger/*/skriv');
    if (role === 'caseworker') expect(kinds).toContain('/runder/*/behovsmeldinger');
  });
