import { expect, test } from '@playwright/test';
import { read } from '#tests/support/crawl';
import { as, NORDLAND, TROMS_OG_FINNMARK } from '#tests/support/people';
import { tapped } from '#tests/support/tap';
import { startWeb } from '#tests/support/web';

test.setTimeout(240_000);

const READERS = [
  NORDLAND.skoleeier,
  NORDLAND.coordinator,
  NORDLAND.uh,
  NORDLAND.secretariat,
  NORDLAND.member,
  NORDLAND.caseworker,
  NORDLAND.approver,
  NORDLAND.auditor,
  TROMS_OG_FINNMARK.caseworker,
];

/** What was sent more than once, values and all, without its values: these may be a person's words. */
const repeated = (sent: readonly string[]): string[] =>
  [...new Set(sent.filter((one, index) => sent.indexOf(one) !== index))].map((one) => one.slice(0, 160));

test('no page sends a statement twice', async ({ browser }) => {
  const tap = await tapped(process.env.PORTAL_DATABASE_URL ?? '');
  const web = await startWeb({
    DATABASE_URL: tap.url,
    NEXTAUTH_SECRET: 'known only to the browser tests of this run',
    DEMO_MODE: '1',
  });
  try {
    const twice = new Map<string, string[]>();
    let pages = 0;
    for (const name of [...READERS, null]) {
      const page = await (name === null
        ? (await browser.newContext({ baseURL: web.address })).newPage()
        : as(browser, name, { baseURL: web.address }));
      // What only leads on shows nothing, and is not counted.
      const repeatedBy = async (path: string): Promise<string[] | null> => {
        const before = tap.sent.length;
        const answer = await page.request.get(path, { maxRedirects: 0 });
        expect(answer.status()).toBeLessThan(400);
        return answer.status() === 200 ? repeated(tap.sent.slice(before)) : null;
      };
      const met = await read(page.request, name === null ? '/' : '/forside', 1);
      for (const path of [...met.values()].flat()) {
        const found = await repeatedBy(path);
        if (found !== null) pages += 1;
        // The portal's own jobs send statements too: what a page repeats, it repeats each time.
        const again = found === null || found.length === 0 ? [] : ((await repeatedBy(path)) ?? []);
        const always = again.filter((one) => found?.includes(one));
        if (always.length > 0) twice.set(`${name ?? 'anyone'} ${path}`, always);
      }
      await page.context().close();
    }
    expect(Object.fromEntries(twice)).toEqual({});
    expect(pages).toBeGreaterThan(100);
  } finally {
    await web.stop();
    tap.close();
  }
});
