import { expect, type Browser, type Page } from '@playwright/test';
import { as, NORDLAND, refusal } from '#tests/support/people';
import type { Opened } from './round';

/** Fills the core of the form for one year: 200 000 kr to the network, 300 000 kr to the UH, egenandel 100 000 kr. */
export async function fillNeed(page: Page, title: string, year: number): Promise<void> {
  const text = (label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value);
  await text('Tittel', title);
  await text('Periode fra', `${year}-08-01`);
  await text('Periode til', `${year + 1}-06-30`);
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
  await page.getByRole('textbox', { name: 'Samisk perspektiv' }).fill('Vi bruker samiske tekster.');
  await page.getByLabel('UH-partner 1').selectOption({ label: 'Nord universitet' });
  await page.getByLabel(/^Nettverket \(Fauske.*, 20\d\d$/).fill('200 000');
  await page.getByLabel(/^Nord universitet, 20\d\d$/).fill('300 000');
  await page.getByRole('group', { name: 'linje 1', exact: true }).getByLabel('Beløp').fill('100 000');
}

/** Starts a behovsmelding for Fauske in the round, and leaves the browser in its form. */
export async function startNeed(page: Page, round: string | RegExp): Promise<void> {
  await page.goto('/behovsmeldinger/ny');
  const owner = page.getByRole('radio', { name: /Fauske/ });
  if ((await owner.count()) > 0) await owner.check();
  await page.getByRole('radio', { name: round }).first().check();
  await page.getByRole('button', { name: 'Start behovsmeldingen' }).click();
  await page.waitForURL(/\/behovsmeldinger\/[\w-]+\/skriv/);
}

/** The owner writes a need, is refused for its egenandel, mends it and sends it. Answers the path of its page. */
export async function sendNeed(browser: Browser, round: Opened, title: string): Promise<string> {
  const page = await as(browser, NORDLAND.skoleeier);
  await startNeed(page, `DEKOMP ${round.year}`);
  await fillNeed(page, title, round.year);
  // 30 % of 500 000 = 150 000; 100 000 is planned, 50 000 is missing
  await expect(page.getByText('Det mangler 50 000 kr.')).toBeVisible();
  await page.getByRole('button', { name: 'Send behovsmeldingen' }).click();
  await expect(refusal(page).filter({ hasText: 'Det mangler' })).toContainText('50 000 kr');
  await expect(refusal(page).getByRole('button', { name: 'Be om dispensasjon' })).toBeVisible();
  await expect(page.getByLabel('Mål', { exact: true })).toHaveValue('Flere leser godt.');

  await page.getByRole('group', { name: 'linje 1', exact: true }).getByLabel('Beløp').fill('150 000');
  await expect(page.getByText('Egenandelen er stor nok.')).toBeVisible();
  await page.getByRole('button', { name: 'Send behovsmeldingen' }).click();
  await expect(page.getByText('Behovsmeldingen er sendt.')).toBeVisible();
  await expect(page.getByText('Kari Berg sendte behovsmeldingen.')).toBeVisible();
  const path = new URL(page.url()).pathname;
  await page.context().close();
  return path;
}

/** The UH finds the need on its first page and confirms the contact. */
export async function confirmNeed(browser: Browser, title: string): Promise<void> {
  const page = await as(browser, NORDLAND.uh);
  await page.getByRole('link', { name: `Les og bekreft: Behovsmeldingen «${title}» nevner dere som partner` }).click();
  await page.getByRole('button', { name: 'Bekreft at dere kjenner behovsmeldingen' }).click();
  await expect(page.getByText(/Bekreftet .* Kontakt: Ingrid Nordvik/)).toBeVisible();
  await expect(page.getByText('Ingrid Nordvik bekreftet kontakten for Nord universitet')).toBeVisible();
  await page.goto('/forside');
  await expect(page.getByRole('link', { name: `«${title}»` })).toHaveCount(0);
  await page.context().close();
}
