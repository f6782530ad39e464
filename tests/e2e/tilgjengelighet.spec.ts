import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { crawl } from '#tests/support/crawl';
import { as, NORDLAND, TROMS_OG_FINNMARK } from '#tests/support/people';
import { holdsNews } from '#tests/support/seen';

// Pages are found by walking the portal's own links as each person, so that a new page is met without being listed.
test.describe.configure({ mode: 'parallel', timeout: 180_000 });
test.use({ trace: 'off' });

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

/**
 * What is wrong with the page that is open, in one line each; empty when nothing is. A page made of parts already
 * looked at is not looked at again.
 */
async function faults(page: Page, kind: string): Promise<string[]> {
  const found: string[] = [];
  const news = await holdsNews(page, kind);
  const title = await page.title();
  if (!/^.+ · Samarbeidsforum$/.test(title)) found.push(`the title is «${title}»`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) found.push(`${headings} h1`);
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size);
    if (!news) continue;
    // Colours are the same at both widths, and the slowest of all to measure. Only what is wrong is described, which is quicker.
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .withTags(STANDARDS)
      .disableRules(size === WIDE ? ['color-contrast'] : [])
      .setLegacyMode(true)
      .analyze();
    found.push(
      ...violations.map(
        ({ id, help, nodes }) =>
          `${size.width}: ${id} (${help}): ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(' '))
            .join(', ')}`,
      ),
    );
  }
  const over = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const narrow = await over();
  if (narrow > 0) found.push(`runs ${narrow} px over the side at ${PHONE.width}`);
  await page.setViewportSize(WIDE);
  // Text may be twice as large as the browser's own (WCAG 1.4.4).
  const textAt = (size: string) => page.evaluate((to) => (document.documentElement.style.fontSize = to), size);
  await textAt('200%');
  const wide = await over();
  if (wide > 0) found.push(`runs ${wide} px over the side with text at 200 %`);
  await textAt('');
  return found;
}

/** Walks the portal and answers the faults of every page, and the kinds of page met. */
async function walk(page: Page, start: string, each: number): Promise<{ wrong: string[]; kinds: string[] }> {
  const wrong: string[] = [];
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  const met = await crawl(page, start, each, async (path, kind) => {
    wrong.push(...[...(await faults(page, kind)), ...said.splice(0)].map((what) => `${path}: ${what}`));
  });
  return { wrong, kinds: [...met.keys()].sort() };
}

const EVERYBODY = [
  '/',
  '/forside',
  '/fylke/*/*',
  '/tiltak/*',
  '/tildelinger',
  '/tildelinger/*',
  '/brev/*',
  '/rapporter',
  '/rapporter/*',
  '/behovsmeldinger',
  '/behovsmeldinger/*',
  '/runder',
  '/runder/*',
  '/meldinger',
  '/varsler',
];
const COUNTY = [
  ...EVERYBODY,
  '/runder/*/behovsmeldinger',
  '/runder/*/godkjenning',
  '/runder/*/fordeling',
  '/innstillinger',
  '/innstillinger/*',
  '/dispensasjoner',
  '/dispensasjoner/*',
  '/logg',
  '/folk',
  '/folk/*',
  '/forum',
  '/regioner',
  '/regioner/*',
  '/organisasjoner',
  '/oppsett',
  '/oppsett/nytt-ar',
  '/oppsett/regler/*',
];
const OWNER = [...EVERYBODY, '/behovsmeldinger/ny', '/behovsmeldinger/*/skriv', '/dispensasjoner'];
const UH = EVERYBODY.filter((kind) => !kind.startsWith('/runder'));

// Who only writes, or only approves, meets the skoleeier's pages; of two in a secretariat both meet the same.
const LEAST: Readonly<Record<Exclude<keyof typeof NORDLAND, 'writer' | 'leader' | 'secretary'>, readonly string[]>> = {
  skoleeier: [...OWNER, '/folk'],
  contributor: ['/forside', '/behovsmeldinger', '/behovsmeldinger/*', '/behovsmeldinger/*/skriv'],
  coordinator: [...OWNER, '/dispensasjoner/*'],
  uh: [...UH, '/folk'],
  secretariat: [...EVERYBODY, '/innstillinger', '/innstillinger/*', '/forum'],
  member: [...EVERYBODY, '/innstillinger', '/innstillinger/*', '/forum'],
  caseworker: [...COUNTY, '/runder/ny', '/organisasjoner/ny', '/oppsett/frister/*'],
  approver: COUNTY,
  // What is not yet decided is for those who decide it.
  auditor: COUNTY.filter((kind) => !/fordeling|godkjenning/.test(kind)),
};

async function asAnyone(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

for (const [role, least] of Object.entries(LEAST)) {
  const name = NORDLAND[role as keyof typeof LEAST];
  test(`every page that ${name}, ${role}, can reach is open to all, wide and narrow`, async ({ browser }) => {
    const { wrong, kinds } = await walk(await as(browser, name), '/forside', 1);
    expect(wrong).toEqual([]);
    expect(
      least.filter((kind) => !kinds.includes(kind)),
      kinds.join(),
    ).toEqual([]);
  });
}

test('so it is in nynorsk, on the figures of a real report', async ({ browser }) => {
  const page = await as(browser, TROMS_OG_FINNMARK.caseworker);
  await page.getByRole('link', { name: 'Nynorsk' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
  const { wrong, kinds } = await walk(page, '/forside', 1);
  expect(wrong).toEqual([]);
  expect(kinds).toEqual(expect.arrayContaining(['/rapporter/*', '/tildelinger/*']));
});

test('so it is for whoever is not signed in', async ({ browser }) => {
  const { wrong, kinds } = await walk(await asAnyone(browser), '/', 1);
  expect(wrong).toEqual([]);
  expect(kinds).toEqual(expect.arrayContaining(['/', '/fylke/*/*', '/tiltak/*', '/logg-inn']));
});

test('and the page for what is missing', async ({ browser }) => {
  const page = await asAnyone(browser);
  await page.goto('/finnes-ikke');
  expect(await faults(page, 'missing')).toEqual([]);
});
