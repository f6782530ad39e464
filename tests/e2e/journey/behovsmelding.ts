import { expect, type Browser, type Page } from '@playwright/test';
import { egenandelAmount, fillBehovsmelding, pressSend, toStep } from '#tests/support/behovsmelding-form';
import { as, NORDLAND, refusal } from '#tests/support/people';
import type { Opened } from './round';

/** Starts a behovsmelding for Fauske in the round, and leaves the browser in its form. */
export async function startBehovsmelding(page: Page, round: string | RegExp): Promise<void> {
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
  await startBehovsmelding(page, `DEKOMP ${round.year}`);
  await fillBehovsmelding(page, { title, year: round.year, egenandel: '100 000' });
  // 30 % of 500 000 = 150 000; 100 000 is planned, 50 000 is missing
  await toStep(page, 'Se over og send');
  await expect(page.getByText('Det mangler 50 000 kr.')).toBeVisible();
  await pressSend(page);
  await expect(refusal(page).filter({ hasText: 'Det mangler' })).toContainText('50 000 kr');
  await expect(refusal(page).getByRole('button', { name: 'Be om dispensasjon' })).toBeVisible();
  await expect(page.getByLabel('Mål', { exact: true })).toHaveValue('Flere leser godt.');

  await toStep(page, 'Egenandel');
  await egenandelAmount(page).fill('150 000');
  await expect(page.getByText('Egenandelen er stor nok.')).toBeVisible();
  await pressSend(page);
  await expect(page.getByText('Behovsmeldingen er sendt.')).toBeVisible();
  await expect(page.getByText('Kari Berg sendte behovsmeldingen.')).toBeVisible();
  const path = new URL(page.url()).pathname;
  await page.context().close();
  return path;
}

/** The UH finds the need on its first page and confirms the contact. */
export async function confirmAsUh(browser: Browser, title: string): Promise<void> {
  const page = await as(browser, NORDLAND.uh);
  await page.getByRole('link', { name: `Les og bekreft: Behovsmeldingen «${title}» nevner dere som partner` }).click();
  await page.getByRole('button', { name: 'Bekreft at dere kjenner behovsmeldingen' }).click();
  await expect(page.getByText(/Bekreftet .* Kontakt: Ingrid Nordvik/)).toBeVisible();
  await expect(page.getByText('Ingrid Nordvik bekreftet kontakten for Nord universitet')).toBeVisible();
  await page.goto('/forside');
  await expect(page.getByRole('link', { name: `«${title}»` })).toHaveCount(0);
  await page.context().close();
}
