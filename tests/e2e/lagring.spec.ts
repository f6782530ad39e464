import { expect, test, type Locator, type Page } from '@playwright/test';
import { egenandelAmount, toStep } from '#tests/support/behovsmelding-form';
import { as, NORDLAND, signIn } from '#tests/support/people';
import { startWeb } from '#tests/support/web';
import { startBehovsmelding } from './journey/behovsmelding';

const saved = (page: Page): Locator => page.getByRole('region', { name: 'Lagring' }).getByText(/^\s*Lagret \d\d:\d\d$/);
const measure = (page: Page): Locator => page.getByLabel('Tiltak og arbeidsform', { exact: true });
const goals = (page: Page): Locator => page.getByLabel('Mål', { exact: true });
const clash = (page: Page): Locator => page.getByRole('group', { name: 'To har skrevet i samme felt: Mål' });

test('what is typed when the server is killed in the middle of a word is found again, after the tab is closed', async ({
  browser,
}) => {
  // Two servers are started on the way.
  test.setTimeout(120_000);
  const env = {
    DATABASE_URL: process.env.PORTAL_DATABASE_URL ?? '',
    NEXTAUTH_SECRET: 'known only to this test',
    DEMO_MODE: '1',
  };
  const web = await startWeb(env);
  const context = await browser.newContext({ baseURL: web.address });
  try {
    const page = await context.newPage();
    await signIn(page, NORDLAND.skoleeier);
    await startBehovsmelding(page, /^DEKOMP \d{4}/);
    await toStep(page, 'Tiltak');
    await measure(page).fill('Elevene strever.');
    await expect(saved(page)).toBeVisible();
    process.kill(web.pid, 'SIGKILL');
    await goals(page).pressSequentially('Alle elever leser go');
    await expect(page.getByText('Ikke lagret – vi prøver igjen.').first()).toBeVisible();
    const path = `${new URL(page.url()).pathname}#tiltak`;
    await page.close();

    const again = await startWeb(env, Number(new URL(web.address).port));
    try {
      const next = await context.newPage();
      await next.goto(path);
      await expect(measure(next)).toHaveValue('Elevene strever.');
      await expect(goals(next)).toHaveValue('');
      await expect(next.getByRole('alert').filter({ hasText: 'Du har tekst her som ikke ble lagret' })).toContainText(
        'Alle elever leser go',
      );
      await next.getByRole('button', { name: /^Ta tilbake.*Mål$/ }).click();
      await expect(goals(next)).toHaveValue('Alle elever leser go');
      await expect(saved(next)).toBeVisible();
      await next.reload();
      await expect(goals(next)).toHaveValue('Alle elever leser go');
      await expect(next.getByText('Du har tekst her som ikke ble lagret')).toHaveCount(0);
    } finally {
      await again.stop();
    }
  } finally {
    await context.close();
    await web.stop();
  }
});

test('two write in one form: each sees the other and what the other writes, and the same field is a choice', async ({
  browser,
}) => {
  const kari = await as(browser, NORDLAND.skoleeier);
  await startBehovsmelding(kari, /^DEKOMP \d{4}/);
  const trond = await as(browser, NORDLAND.coordinator);
  await trond.goto(`${new URL(kari.url()).pathname}#tiltak`);
  await toStep(kari, 'Tiltak');

  await measure(kari).fill('Kari skriver behovet.');
  await goals(trond).fill('Trond skriver målet.');
  await expect(goals(kari)).toHaveValue('Trond skriver målet.');
  await expect(measure(trond)).toHaveValue('Kari skriver behovet.');
  await expect(kari.getByText(`${NORDLAND.coordinator} skriver i Mål`)).toBeVisible();

  await goals(kari).fill('Trond skriver målet. Kari skriver videre.');
  await expect(saved(kari)).toBeVisible();
  // Trond went on before what Kari wrote had reached him, or he would have seen it.
  await trond.route('**/api/tilstede/**', (route) => route.abort());
  await goals(kari).fill('Kari har et annet mål for elevene i alle skolene.');
  await measure(kari).focus();
  await expect.poll(() => saved(kari).count()).toBe(1);
  await goals(trond).fill('Trond har et mål som er et helt annet enn det Kari har.');
  await expect(clash(trond)).toContainText('Kari har et annet mål for elevene i alle skolene.');
  await expect(clash(trond)).toContainText('Trond har et mål som er et helt annet enn det Kari har.');
  await expect(goals(kari)).toHaveValue('Kari har et annet mål for elevene i alle skolene.');
  await clash(trond).getByRole('button', { name: 'Sett dem etter hverandre' }).click();
  await expect(goals(kari)).toHaveValue(
    'Kari har et annet mål for elevene i alle skolene.\n\nTrond har et mål som er et helt annet enn det Kari har.',
  );
  await expect(clash(trond)).toHaveCount(0);

  // Comments are written in the form: what is typed beside them is saved first, and nothing is left.
  const part = trond.getByRole('region', { name: 'Tiltak', exact: true });
  await part.getByText(/^Kommentarer/).click();
  await part.getByRole('button', { name: 'Skriv kommentar (Tiltak)' }).click();
  await trond.getByRole('link', { name: 'Kommentar: Dette må fylles ut.' }).click();
  await expect(part.getByLabel('Kommentar', { exact: true })).toBeFocused();
  await part.getByLabel('Kommentar', { exact: true }).fill('Er dette målet vårt?');
  await measure(trond).fill('Trond skriver tiltaket.');
  await part.getByRole('button', { name: 'Skriv kommentar (Tiltak)' }).click();
  await expect(part.getByRole('status').filter({ hasText: 'Kommentaren er skrevet.' })).toBeFocused();
  await expect(part.getByLabel('Kommentar', { exact: true })).toHaveValue('');
  await part.getByLabel('Kommentar', { exact: true }).fill('Ikke ferdig');
  await part.getByRole('button', { name: `Marker som løst: kommentaren fra ${NORDLAND.coordinator}` }).click();
  await expect(part.getByText('Kommentaren er markert som løst.')).toBeVisible();
  await expect(part.getByText('Kommentarer (1)')).toContainText('alle er løst');
  await expect(part.getByLabel('Kommentar', { exact: true })).toHaveValue('Ikke ferdig');
  await expect(measure(kari)).toHaveValue('Trond skriver tiltaket.');
});

test('a session that ends takes no text with it, and what is wrong holds up nothing else', async ({ browser }) => {
  const page = await as(browser, NORDLAND.skoleeier);
  await startBehovsmelding(page, /^DEKOMP \d{4}/);
  const path = new URL(page.url()).pathname;
  await toStep(page, 'Tiltak');
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await goals(page).fill('Skrevet etter at økten var slutt.');
  await expect(page.getByText('Du er logget ut, så det du skriver, blir ikke lagret.').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Logg inn (ny fane)' })).toHaveAttribute(
    'href',
    `/logg-inn?til=${encodeURIComponent(path)}`,
  );
  await page.context().addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(saved(page)).toBeVisible();

  await toStep(page, 'Egenandel');
  await egenandelAmount(page).fill('abc');
  await toStep(page, 'Tiltak');
  await measure(page).fill('Lagres likevel.');
  await expect(page.getByText('Ett felt er ikke lagret').first()).toBeVisible();
  await page.getByRole('banner').locator('summary', { hasText: 'Logget inn som' }).click();
  await page.getByRole('banner').getByRole('button', { name: 'Logg ut' }).click();
  const leaving = page.getByRole('dialog', { name: 'Noe du har skrevet, er ikke lagret' });
  await expect(leaving.getByRole('button', { name: 'Logg ut og kast det' })).toBeVisible();
  await leaving.getByRole('button', { name: 'Bli her' }).click();
  await expect(leaving).toBeHidden();
  await page.reload();
  await expect(measure(page)).toHaveValue('Lagres likevel.');
  await expect(goals(page)).toHaveValue('Skrevet etter at økten var slutt.');
});

test('nothing is saved that another site, another person or no form sent', async ({ browser, playwright }) => {
  const page = await as(browser, NORDLAND.skoleeier);
  await startBehovsmelding(page, /^DEKOMP \d{4}/);
  const address = new URL(page.url());
  const url = `${address.origin}/api/lagre/behovsmelding/${address.pathname.split('/')[2] ?? ''}`;
  const change = { person: 'demo-nordland-skoleeier', began: {}, typed: { goals: ['Stjålet'] } };
  const status = async (data: unknown, headers: Record<string, string> = {}, to = url) =>
    (
      await page.request.post(to, {
        data,
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
      })
    ).status();
  expect(await status(change, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await status(change, { 'content-type': 'text/plain' })).toBe(415);
  expect(await status('{"person":')).toBe(400);
  expect(await status({ ...change, typed: { goals: ['a'.repeat(1_100_000)] } })).toBe(413);
  expect(await status({ ...change, person: 'demo-nordland-coordinator' })).toBe(401);
  expect(await status({ ...change, typed: 'alt' })).toBe(422);
  expect(await status(change, {}, `${address.origin}/api/lagre/behovsmelding/finnes-ikke`)).toBe(404);
  expect(await status(change, {}, `${address.origin}/api/lagre/__proto__/x`)).toBe(404);
  const stranger = await playwright.request.newContext();
  const answer = await stranger.post(url, { data: change, headers: { 'sec-fetch-site': 'same-origin' } });
  expect([answer.status(), await answer.text()]).toEqual([401, '{}']);
  await stranger.dispose();
  await page.reload();
  await expect(goals(page)).toHaveValue('');
});
