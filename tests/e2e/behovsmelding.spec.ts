import { expect, test, type Browser, type Page } from '@playwright/test';

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
  await page.getByRole('radio', { name: /DEKOMP/ }).first().check();
  await page.getByRole('button', { name: 'Start behovsmeldingen' }).click();
  await page.getByLabel('Tittel').fill(title);
}

/** The core of the form, for one year: 200 000 kr to the network and 300 000 kr to the UH. */
async function fill(page: Page): Promise<void> {
  const text = (label: string, value: string) => page.getByLabel(label, { exact: true }).and(page.locator('input, textarea')).fill(value);
  await text('Periode fra', '2027-08-01');
  await text('Periode til', '2028-06-30');
  await text('Offentlige virksomheter', '6');
  await text('Private virksomheter', '0');
  await text('Hvem deltar?', 'Seks skoler');
  await page.getByLabel('Lærere', { exact: true }).check();
  await text('Kontaktperson', 'Kari Berg');
  await text('Rolle', 'Rådgiver');
  await text('E-post', 'kari@example.no');
  await text('Telefon', '75 00 00 00');
  await page.getByLabel('Alle lykkes i opplæringen og utdanningen').check();
  await text('Hva er behovet?', 'Elevene strever med lesing.');
  await page.getByLabel('Ståstedsanalysen', { exact: true }).check();
  await text('Mål', 'Flere leser godt.');
  await text('Tiltak og arbeidsform', 'Hele personalet lærer sammen.');
  await page.getByLabel('Tiltaket er kollektivt, ikke individuell videreutdanning.').check();
  await text('Hvordan er ansatte og tillitsvalgte med?', 'Drøftet med de tillitsvalgte.');
  await text('Samisk perspektiv', 'Vi bruker samiske tekster.');
  await page.getByLabel('UH-partner 1').selectOption({ label: 'Nord universitet' });
  await page.getByLabel(/^Nettverket \(Fauske.*, 20\d\d$/).fill('200000');
  await page.getByLabel(/^Nord universitet, 20\d\d$/).fill('300 000,-');
}

test('a skoleeier is told what is missing, mends it, and sends; the UH confirms', async ({ browser }) => {
  const title = `Lesing ${Date.now()}`;
  const page = await as(browser, 'Kari Berg');
  await begin(page, title);
  await page.getByRole('button', { name: 'Send behovsmeldingen' }).click();
  await expect(page.getByRole('group', { name: /må rettes/ })).toContainText('Mål: Dette må fylles ut.');

  await fill(page);
  const line = page.getByRole('group', { name: 'linje 1', exact: true });
  await line.getByLabel('Beløp').fill('100 000');
  // 30 % of 500 000 = 150 000; 50 000 is missing
  await expect(page.getByText('Det mangler 50 000 kr.')).toBeVisible();
  await page.getByRole('button', { name: 'Send behovsmeldingen' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Det mangler' })).toContainText('50 000 kr');
  await expect(page.getByRole('alert').getByRole('button', { name: 'Be om dispensasjon' })).toBeVisible();

  await line.getByLabel('Beløp').fill('150 000');
  await expect(page.getByText('Egenandelen er stor nok.')).toBeVisible();
  await page.getByRole('button', { name: 'Send behovsmeldingen' }).click();
  await expect(page.getByText('Behovsmeldingen er sendt.')).toBeVisible();
  await expect(page.getByText('Kari Berg sendte behovsmeldingen.')).toBeVisible();

  const uh = await as(browser, 'Ingrid Nordvik');
  await uh.goto(new URL(page.url()).pathname);
  await uh.getByRole('button', { name: 'Bekreft at dere kjenner behovsmeldingen' }).click();
  await expect(uh.getByText(/Bekreftet .* Kontakt: Ingrid Nordvik/)).toBeVisible();
});

test('a coordinator asks for a dispensation on behalf of an owner, and the caseworker sees the sums and grants it', async ({ browser }) => {
  const title = `Regning ${Date.now()}`;
  const page = await as(browser, 'Trond Solvang');
  await begin(page, title);
  await fill(page);
  await page.getByRole('group', { name: 'linje 1', exact: true }).getByLabel('Beløp').fill('0');
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
  await page.getByRole('button', { name: 'Send behovsmeldingen' }).click();
  await expect(page.getByText('Behovsmeldingen er sendt.')).toBeVisible();
});

test('the form saves without script', async ({ browser }) => {
  const signedIn = await as(browser, 'Kari Berg');
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: await signedIn.context().storageState() });
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
