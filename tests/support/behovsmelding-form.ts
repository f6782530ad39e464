import type { Locator, Page } from '@playwright/test';

type Step =
  | 'Hvem'
  | 'Behov'
  | 'Tiltak'
  | 'Samisk perspektiv'
  | 'Partnere'
  | 'Budsjett'
  | 'Egenandel'
  | 'Vedlegg'
  | 'Se over og send';

/** Goes to a step of the form by its list of steps; without script it is a way down the page. */
export async function toStep(page: Page, name: Step): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Deler av behovsmeldingen' })
    .getByRole('link', { name, exact: true })
    .click();
}

/** The amount of the first line of the egenandel. */
export const egenandelAmount = (page: Page): Locator =>
  page.getByRole('group', { name: 'linje 1', exact: true }).getByLabel('Beløp');

/** Fills in the egenandel's first line. */
async function fillEgenandel(page: Page, amount: string): Promise<void> {
  await toStep(page, 'Egenandel');
  await egenandelAmount(page).fill(amount);
}

/** Fills the core of the form for one year, step by step: 200 000 kr to the network, 300 000 kr to the UH, and the egenandel. */
export async function fillBehovsmelding(
  page: Page,
  { title, year, egenandel }: { title: string; year: number; egenandel: string },
): Promise<void> {
  const text = (label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value);
  await toStep(page, 'Hvem');
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
  await toStep(page, 'Behov');
  await page.getByLabel('Alle lykkes i opplæringen og utdanningen').check();
  await text('Hva er behovet?', 'Elevene strever med lesing.');
  await page.getByLabel('Ståstedsanalysen', { exact: true }).check();
  await toStep(page, 'Tiltak');
  await text('Mål', 'Flere leser godt.');
  await text('Tiltak og arbeidsform', 'Hele personalet lærer sammen.');
  await page.getByLabel('Tiltaket er kollektivt, ikke individuell videreutdanning.').check();
  await text('Hvordan er ansatte og tillitsvalgte med?', 'Drøftet med de tillitsvalgte.');
  await toStep(page, 'Samisk perspektiv');
  await page.getByRole('textbox', { name: 'Samisk perspektiv' }).fill('Vi bruker samiske tekster.');
  await toStep(page, 'Partnere');
  await page.getByLabel('UH-partner 1').selectOption({ label: 'Nord universitet' });
  await toStep(page, 'Budsjett');
  await page.getByLabel(/^Nettverket \(Fauske.*, 20\d\d$/).fill('200 000');
  await page.getByLabel(/^Nord universitet, 20\d\d$/).fill('300 000,-');
  await fillEgenandel(page, egenandel);
}

/** Presses send on the last step, and answers yes when it asks first. */
export async function pressSend(page: Page): Promise<void> {
  await toStep(page, 'Se over og send');
  await page.getByRole('button', { name: 'Send behovsmeldingen' }).click();
  const ask = page.getByRole('dialog', { name: 'Vil du sende behovsmeldingen?' });
  if (await ask.isVisible()) await ask.getByRole('button', { name: 'Send behovsmeldingen' }).click();
}
