import { expect, test, type Page } from '@playwright/test';
import { read } from '#tests/support/crawl';
import { as, NORDLAND, TROMS_OG_FINNMARK } from '#tests/support/people';
import { startBehovsmelding } from './journey/behovsmelding';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });
test.use({ trace: 'off' });

const DRAFT = 'Tidlig innsats i begynneropplæringen';

const status = async (page: Page, path: string): Promise<number> =>
  (await page.request.get(path, { maxRedirects: 0 })).status();

/** The needs somebody finds on their list, by path and title. */
async function behovsmeldingerOf(page: Page): Promise<{ path: string; text: string }[]> {
  await page.goto('/behovsmeldinger');
  const rows = page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('link') });
  return Promise.all(
    (await rows.all()).map(async (row) => ({
      path: (await row.getByRole('link').first().getAttribute('href')) ?? '',
      text: await row.innerText(),
    })),
  );
}

test('a draft is seen by its owner and its UH alone, in lists, searches and by its address', async ({ browser }) => {
  const owner = await as(browser, NORDLAND.skoleeier);
  await startBehovsmelding(owner, /^DEKOMP \d{4}/);
  const title = `Hemmelig kladd ${Date.now()}`;
  await owner.getByLabel('Tittel', { exact: true }).fill(title);
  await owner.getByRole('button', { name: 'Lagre kladden' }).click();
  await expect(owner.getByText('Kladden er lagret.')).toBeVisible();
  const path = new URL(owner.url()).pathname.replace('/skriv', '');
  for (const name of [
    NORDLAND.caseworker,
    NORDLAND.approver,
    NORDLAND.auditor,
    NORDLAND.secretariat,
    NORDLAND.member,
    NORDLAND.uh,
    NORDLAND.contributor,
    TROMS_OG_FINNMARK.skoleeier,
    TROMS_OG_FINNMARK.caseworker,
  ]) {
    const page = await as(browser, name);
    expect(await status(page, path), `${name} ${path}`).toBe(404);
    expect(await status(page, `${path}/skriv`)).toBe(404);
    expect(await status(page, `${path}/dispensasjon`)).toBe(404);
    const needs = await behovsmeldingerOf(page);
    expect(needs.map(({ text }) => text).join('\n')).not.toContain(title);
    await page.context().close();
  }
});

test('the drafts of the demo are on no page that Statsforvalteren or the forum can reach', async ({ browser }) => {
  for (const name of [NORDLAND.caseworker, NORDLAND.member]) {
    const page = await as(browser, name);
    const told: string[] = [];
    const met = await read(page.request, '/forside', 3, (path, html) => {
      if (html.includes(DRAFT)) told.push(path);
    });
    expect(told).toEqual([]);
    expect(met.size).toBeGreaterThan(10);
    for (const list of [
      '/runder/runde-no-2027/behovsmeldinger?q=Tidlig',
      '/behovsmeldinger?q=Tidlig',
      '/behovsmeldinger?state=draft',
      '/runder/runde-no-2027/behovsmeldinger?state=draft',
    ]) {
      // The word that was searched for may stand in its box.
      expect(await (await page.request.get(list)).text()).not.toContain(DRAFT);
    }
    await page.context().close();
  }
});

test('an owner sees its own needs and no other owner’s; nor does the register or another county', async ({
  browser,
}) => {
  const caseworker = await as(browser, NORDLAND.caseworker);
  const all = await behovsmeldingerOf(caseworker);
  const owner = await as(browser, NORDLAND.skoleeier);
  const own = await behovsmeldingerOf(owner);
  expect(own.length).toBeGreaterThan(2);
  expect(own.filter(({ text }) => !text.includes('Fauske'))).toEqual([]);
  const others = all.filter(({ text }) => !text.includes('Fauske'));
  expect(others.length).toBeGreaterThan(3);
  for (const { path } of others) expect(await status(owner, path), path).toBe(404);
  const elsewhere = await as(browser, TROMS_OG_FINNMARK.caseworker);
  for (const { path } of all.slice(0, 5)) expect(await status(elsewhere, path), path).toBe(404);
});

test('a UH sees the needs that name it, and none that name another', async ({ browser }) => {
  const uh = await as(browser, NORDLAND.uh);
  const own = new Set((await behovsmeldingerOf(uh)).map(({ path }) => path));
  expect(own.size).toBeGreaterThan(2);
  const caseworker = await as(browser, NORDLAND.caseworker);
  let tried = 0;
  for (const { path } of await behovsmeldingerOf(caseworker)) {
    if (own.has(path)) continue;
    tried += 1;
    expect(await status(uh, path), path).toBe(404);
  }
  expect(tried).toBeGreaterThan(2);
});

test('the auditor reads every page and changes nothing: no form but searches, the language, their own notices and the way out', async ({
  browser,
}) => {
  // What one is told by e-mail, and one's own calendar, are one's own.
  const own = ['/varsler'];
  for (const name of [NORDLAND.auditor, TROMS_OG_FINNMARK.auditor]) {
    const page = await as(browser, name);
    const changing: string[] = [];
    const met = await read(page.request, '/forside', 2, (path, html) => {
      const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)];
      const sent = forms.filter(
        ([, tag = '', inside = '']) =>
          /method="post"/i.test(tag) &&
          !tag.includes('action="/api/auth/signout"') &&
          /type="submit"|formaction|<(textarea|select)|<input(?! type="hidden")/i.test(inside),
      );
      if (!own.includes(path)) changing.push(...sent.map(([, tag]) => `${path}: <form${tag ?? ''}>`));
    });
    expect(changing).toEqual([]);
    expect([...met.keys()]).toEqual(expect.arrayContaining(['/runder/*', '/tildelinger/*', '/rapporter/*', '/logg']));
    await page.context().close();
  }
});
