import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { as, NORDLAND } from '#tests/support/people';

async function file(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('dialog', { name: 'Vil du sende denne delen?' }).getByRole('button', { name: button }).click();
}

const text = (part: Locator, label: string, value: string) => part.getByLabel(label, { exact: true }).fill(value);
const halfOf = (page: Page, name: RegExp) => page.getByRole('region', { name });

/** The owner is refused for what is missing, keeps what was typed, and files. */
export async function fileOwner(browser: Browser, title: string): Promise<string> {
  const page = await as(browser, NORDLAND.skoleeier);
  await page.getByRole('link', { name: new RegExp(`^Skriv rapporten: Rapport \\d{4} for «${title}»`) }).click();
  const half = halfOf(page, /^Eierens del/);
  await half.getByLabel('Hvordan går det med tiltaket?').selectOption({ label: 'I gang som planlagt' });
  await text(half, 'Mål for tiltaket', 'Flere leser godt.');
  await text(half, 'Måloppnåelse', 'Halvveis.');
  await text(half, 'Brukt i året', '130 000');
  await text(half, 'Søker om å overføre til neste år', '50 000');
  await text(half, 'Hvorfor skal pengene overføres?', 'Siste samling er i januar.');
  await text(half, 'Egenandel i året', '150 000');
  await text(half, 'Hva ble egenandelen brukt til?', 'Lønn til koordinator.');
  await text(half, 'Samarbeidet med UH', 'Planlagt sammen.');
  await half.getByRole('radio', { name: /I noen grad/ }).check();
  // 180 000 granted − 130 000 spent = 50 000 unspent
  await expect(half.getByRole('region', { name: 'Slik blir regnestykket' })).toContainText(/Ubrukt\s*50\s000\skr/);
  await file(page, 'Send eierens del');
  await expect(
    page.getByRole('link', { name: 'Forankring i skolene og hos de ansatte: Dette må fylles ut.' }),
  ).toBeVisible();
  await expect(half.getByLabel('Måloppnåelse')).toHaveValue('Halvveis.');
  await text(half, 'Forankring i skolene og hos de ansatte', 'Drøftet i alle skolene.');
  await file(page, 'Send eierens del');
  await expect(page.getByText('Delen er sendt.')).toBeVisible();
  const path = new URL(page.url()).pathname;
  await page.context().close();
  return path;
}

/** The UH files its half, having spent all it was granted. */
export async function fileUh(browser: Browser, title: string): Promise<void> {
  const page = await as(browser, NORDLAND.uh);
  await page.getByRole('link', { name: new RegExp(`^Skriv rapporten: Rapport \\d{4} for «${title}»`) }).click();
  const half = halfOf(page, /^UHs del/);
  await text(half, 'Brukt i året', '270 000');
  await text(half, 'Hvordan bruker UH erfaringene i egen utdanning?', 'I lærerutdanningen.');
  await file(page, 'Send UHs del');
  await expect(page.getByText('Delen er sendt.')).toBeVisible();
  await page.context().close();
}

/** The caseworker can not return without a word; with one, the half goes back. */
export async function giveBack(browser: Browser, path: string): Promise<void> {
  const page = await as(browser, NORDLAND.caseworker);
  await page.goto(path);
  const half = halfOf(page, /^Eierens del/);
  await half.getByRole('button', { name: 'Returner delen' }).click();
  await expect(half.getByRole('link', { name: 'Hva må rettes?: Dette må fylles ut.' })).toBeVisible();
  await half.getByLabel('Hva må rettes?').fill('Skriv mer om måloppnåelsen.');
  await half.getByRole('button', { name: 'Returner delen' }).click();
  await expect(page.getByText('Delen er returnert med kommentaren din.')).toBeVisible();
  await page.context().close();
}

/** The owner finds the comment on the first page, and files again. */
export async function fileAgain(browser: Browser, title: string): Promise<void> {
  const page = await as(browser, NORDLAND.skoleeier);
  await expect(page.getByText('Skriv mer om måloppnåelsen.')).toBeVisible();
  await page
    .getByRole('link', { name: new RegExp(`^Rett og send: Rapport \\d{4} for «${title}» er returnert til deg`) })
    .click();
  const half = halfOf(page, /^Eierens del/);
  await text(half, 'Måloppnåelse', 'Halvveis: fire av seks skoler har nådd målet.');
  await file(page, 'Send eierens del');
  await expect(page.getByText('Delen er sendt.')).toBeVisible();
  await page.context().close();
}

/** The caseworker accepts both halves; the year is then done, and the history tells it. */
export async function acceptBoth(browser: Browser, path: string): Promise<void> {
  const page = await as(browser, NORDLAND.caseworker);
  await page.goto(path);
  for (const name of [/^Eierens del/, /^UHs del/]) {
    const half = halfOf(page, name);
    await half.getByRole('button', { name: 'Godkjenn delen' }).click();
    await page
      .getByRole('dialog', { name: 'Vil du godkjenne denne delen?' })
      .getByRole('button', { name: 'Godkjenn delen' })
      .click();
    await expect(half.getByText('Godkjent', { exact: true })).toBeVisible();
  }
  for (const sentence of [
    'Kari Berg sendte eierens del av rapporten',
    'Ingrid Nordvik sendte UHs del av rapporten',
    'Marit Eide returnerte rapporten',
    'Marit Eide godkjente rapporten',
  ]) {
    await expect(page.getByText(sentence).first()).toBeVisible();
  }
  await page.context().close();
}
