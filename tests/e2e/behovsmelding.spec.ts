import { expect, test, type Browser, type Page } from '@playwright/test';
import { egenandelAmount, fillBehovsmelding, pressSend, toStep } from '#tests/support/behovsmelding-form';

/** A page of their own for a person of the demo. */
async function as(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/logg-inn');
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button').click();
  await expect(page.getByText(name).first()).toBeVisible();
  await page.waitForURL((url) => !url.pathname.includes('logg-inn'));
  return page;
}

async function begin(page: Page, title: string): Promise<void> {
  await page.goto('/behovsmeldinger/ny');
  const owner = page.getByRole('radio', { name: /Fauske/ });
  await owner.check();
  await page
    .getByRole('radio', { name: /DEKOMP/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Start behovsmeldingen' }).click();
  await page.getByLabel('Tittel', { exact: true }).fill(title);
}

test('a skoleeier is told what is missing, mends it, and sends; the UH confirms', async ({ browser }) => {
  const title = `Lesing ${Date.now()}`;
  const page = await as(browser, 'Kari Berg');
  await begin(page, title);
  await pressSend(page);
  const wrong = page.getByRole('group', { name: /må rettes/ });
  await expect(wrong).toContainText('Mål: Dette må fylles ut.');
  await wrong.getByRole('link', { name: 'Mål: Dette må fylles ut.' }).click();
  await expect(page.getByLabel('Mål', { exact: true })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Se over og send' })).toBeFocused();

  await fillBehovsmelding(page, { title, year: 2027, egenandel: '100 000' });
  // 30 % of 500 000 = 150 000; 50 000 is missing
  await toStep(page, 'Se over og send');
  await expect(page.getByText('Det mangler 50 000 kr.')).toBeVisible();
  await pressSend(page);
  await expect(page.getByRole('alert').filter({ hasText: 'Det mangler' })).toContainText('50 000 kr');
  await expect(page.getByRole('alert').getByRole('button', { name: 'Be om dispensasjon' })).toBeVisible();

  await toStep(page, 'Egenandel');
  await egenandelAmount(page).fill('150 000');
  await expect(page.getByText('Egenandelen er stor nok.')).toBeVisible();
  await pressSend(page);
  await expect(page.getByText('Behovsmeldingen er sendt.')).toBeVisible();
  await expect(page.getByText('Kari Berg sendte behovsmeldingen.')).toBeVisible();

  const uh = await as(browser, 'Ingrid Nordvik');
  await uh.goto(new URL(page.url()).pathname);
  await uh.getByRole('button', { name: 'Bekreft at dere kjenner behovsmeldingen' }).click();
  await expect(uh.getByText(/Bekreftet .* Kontakt: Ingrid Nordvik/)).toBeVisible();
});

test('a coordinator asks for a dispensation on behalf of an owner, and the caseworker sees the sums and grants it', async ({
  browser,
}) => {
  const title = `Regning ${Date.now()}`;
  const page = await as(browser, 'Trond Solvang');
  await begin(page, title);
  await fillBehovsmelding(page, { title, year: 2027, egenandel: '0' });
  await toStep(page, 'Se over og send');
  await page.getByRole('button', { name: 'Be om dispensasjon' }).click();
  await page.getByLabel('Hvorfor trenger dere dispensasjon?').fill('Vi er en liten kommune.');
  await page.getByRole('button', { name: 'Send søknaden om dispensasjon' }).click();
  await expect(page.getByText('Dere har søkt om dispensasjon.')).toBeVisible();

  const caseworker = await as(browser, 'Marit Eide');
  expect((await caseworker.goto(new URL(page.url()).pathname))?.status()).toBe(404);
  await caseworker.goto('/dispensasjoner');
  await caseworker.getByRole('link', { name: title }).click();
  await expect(caseworker.getByText('Vi er en liten kommune.')).toBeVisible();
  await expect(caseworker.getByText('Elevene strever med lesing.')).toHaveCount(0);
  await caseworker.getByLabel('Innvilg', { exact: true }).check();
  await caseworker.getByLabel('Begrunnelse').fill('Få elever.');
  await caseworker.getByRole('button', { name: 'Lagre svaret' }).click();
  await expect(caseworker.getByText('Svaret er lagret.')).toBeVisible();

  await page.goto(`${new URL(page.url()).pathname}/skriv`);
  await pressSend(page);
  await expect(page.getByText('Behovsmeldingen er sendt.')).toBeVisible();
});

test('the form saves without script', async ({ browser }) => {
  const signedIn = await as(browser, 'Kari Berg');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  const title = `Uten script ${Date.now()}`;
  await begin(page, title);
  await page.getByLabel(/^Nettverket \(Fauske.*, 20\d\d$/).fill('1050 000,-');
  await page.getByRole('button', { name: 'Lagre kladden' }).click();
  await expect(page.getByText('Kladden er lagret.')).toBeVisible();
  await expect(page.getByLabel('Tittel')).toHaveValue(title);
  await expect(page.getByLabel(/^Nettverket \(Fauske.*, 20\d\d$/)).toHaveValue('1\u00a0050\u00a0000');
  await page.getByRole('button', { name: 'Send behovsmeldingen' }).click();
  await expect(page.getByRole('group', { name: /må rettes/ })).toContainText('Mål: Dette må fylles ut.');
});
