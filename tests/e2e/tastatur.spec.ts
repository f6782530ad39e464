import { expect, test, type Page } from '@playwright/test';
import { choose, press, tabTo, tick, write } from '#tests/support/keyboard';
import { as, NORDLAND } from '#tests/support/people';

// Three who complete one need between them, without a mouse.
test.describe.configure({ timeout: 120_000 });

const step = (page: Page, name: string): Promise<void> =>
  press(
    page,
    page.getByRole('navigation', { name: 'Deler av behovsmeldingen' }).getByRole('link', { name, exact: true }),
  );
const button = (page: Page, name: string | RegExp): Promise<void> => press(page, page.getByRole('button', { name }));
const NETWORK = /^Nettverket \(Fauske.*, 20\d\d$/;

/** The coordinator begins for the owner, and writes what the office knows. Answers the path of the need. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto('/behovsmeldinger/ny');
  await choose(page, page.getByRole('radio', { name: /Fauske/ }));
  await choose(page, page.getByRole('radio', { name: /^DEKOMP \d{4}/ }).first());
  await button(page, 'Start behovsmeldingen');
  await page.waitForURL(/\/behovsmeldinger\/[\w-]+\/skriv/);
  await write(page, 'Tittel', title);
  // Day and month are alike: which is written first is up to the browser.
  await write(page, 'Periode fra', '08082027');
  await write(page, 'Periode til', '06062028');
  await write(page, 'Offentlige virksomheter', '6');
  await write(page, 'Private virksomheter', '0');
  await write(page, 'Hvem deltar?', 'Seks skoler');
  await tick(page, 'Lærere');
  await write(page, 'Kontaktperson', 'Kari Berg');
  await write(page, 'Rolle', 'Rådgiver');
  await write(page, 'E-post', 'kari@example.no');
  await write(page, 'Telefon', '75 00 00 00');
  await step(page, 'Behov');
  await tick(page, 'Alle lykkes i opplæringen og utdanningen');
  await write(page, 'Hva er behovet?', 'Elevene strever med lesing.');
  await tick(page, 'Ståstedsanalysen');
  await step(page, 'Partnere');
  await tabTo(page, page.getByLabel('UH-partner 1'));
  await page.keyboard.type('Nord uni');
  await expect(page.getByLabel('UH-partner 1').locator('option:checked')).toHaveText('Nord universitet');
  await step(page, 'Budsjett');
  await write(page, NETWORK, '200000');
  await button(page, 'Lagre kladden');
  await expect(page.getByText('Kladden er lagret.')).toBeVisible();
  return new URL(page.url()).pathname.replace('/skriv', '');
}

/** The owner writes what only the owner knows, and lets the UH read. */
async function complete(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/skriv`);
  await step(page, 'Tiltak');
  await write(page, 'Mål', 'Flere leser godt.');
  await write(page, 'Tiltak og arbeidsform', 'Hele personalet lærer sammen.');
  await tick(page, 'Tiltaket er kollektivt, ikke individuell videreutdanning.');
  await write(page, 'Hvordan er ansatte og tillitsvalgte med?', 'Drøftet med de tillitsvalgte.');
  await step(page, 'Samisk perspektiv');
  await tabTo(page, page.getByRole('textbox', { name: 'Samisk perspektiv' }));
  await page.keyboard.type('Vi bruker samiske tekster.');
  await step(page, 'Egenandel');
  await tabTo(page, page.getByRole('group', { name: 'linje 1', exact: true }).getByLabel('Beløp'));
  await page.keyboard.type('150000');
  await button(page, 'Lagre kladden');
  await expect(page.getByText('Kladden er lagret.')).toBeVisible();
  await page.goto(`${path}/partnere`);
  await button(page, 'Del med Nord universitet');
  await expect(page.getByText('De har ikke svart ennå.')).toBeVisible();
}

/** The UH reads what the two have written, answers, and writes its own part of plan and budget. */
async function answer(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText('Elevene strever med lesing.')).toBeVisible();
  await expect(page.getByText('Flere leser godt.')).toBeVisible();
  await page.goto(`${path}/partnere`);
  await button(page, 'Bekreft at dere kjenner behovsmeldingen');
  await expect(page.getByText(/Bekreftet .* Kontakt: Ingrid Nordvik/)).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Fyll ut deres del' }));
  await page.waitForURL(/\/partnere/);
  await write(page, 'Hva skal dere gjøre?', 'Fire samlinger med veiledning.');
  await write(page, /^Søkt til dere i 20\d\d$/, '300000');
  await button(page, 'Lagre vår del');
  await expect(page.getByText('Kladden er lagret.')).toBeVisible();
}

test('an owner, a coordinator and a UH complete one need between them by keyboard', async ({ browser }) => {
  const title = `Med tastatur ${Date.now()}`;
  const coordinator = await as(browser, NORDLAND.coordinator);
  const path = await begin(coordinator, title);
  const owner = await as(browser, NORDLAND.skoleeier);
  await complete(owner, path);
  const uh = await as(browser, NORDLAND.uh);
  await answer(uh, path);

  await owner.goto(path);
  await expect(owner.getByText('Fire samlinger med veiledning.')).toBeVisible();
  await owner.goto(`${path}/skriv`);
  await step(owner, 'Se over og send');
  await expect(owner.getByText('Alt er fylt ut.')).toBeVisible();
  // 200 000 to the network and 300 000 to the UH: 30 % of 500 000 = 150 000
  await expect(owner.getByText('Egenandelen er stor nok.')).toBeVisible();
  await button(owner, 'Send behovsmeldingen');
  const ask = owner.getByRole('dialog', { name: 'Vil du sende behovsmeldingen?' });
  await press(owner, ask.getByRole('button', { name: 'Send behovsmeldingen' }));
  await expect(owner.getByText('Behovsmeldingen er sendt.')).toBeVisible();

  for (const page of [owner, coordinator, uh]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    await expect(page.getByText('Flere leser godt.')).toBeVisible();
    await expect(page.getByText('Fire samlinger med veiledning.')).toBeVisible();
    await expect(page.getByRole('row', { name: /^Søkt i alt 500\s000/ })).toBeVisible();
    await expect(page.getByText('Kari Berg sendte behovsmeldingen.').first()).toBeVisible();
  }
});
