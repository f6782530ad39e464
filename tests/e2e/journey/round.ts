import { expect, type Browser } from '@playwright/test';
import { as, NORDLAND, refusal } from '#tests/support/people';

export interface Opened {
  path: string;
  name: string;
  year: number;
}

/** Opens a round of DEKOMP with a budget of 450 000 kr, in a year the demo has none. */
export async function openRound(browser: Browser): Promise<Opened> {
  const page = await as(browser, NORDLAND.caseworker);
  const year = (await latestYear(page.getByRole('link', { name: /^DEKOMP Nordland \d{4}$/i }).allTextContents())) + 1;
  await page.getByRole('link', { name: 'Runder', exact: true }).click();
  await page.getByRole('link', { name: 'Åpne en runde' }).click();
  await page.getByLabel('Ordning').selectOption('DEKOMP');
  await page.getByLabel('År', { exact: true }).fill(String(year));
  await page.getByRole('button', { name: 'Gå videre' }).click();
  const name = await page.getByText(`Nordland ${year}`).first().innerText();

  // The same form in a second window, to be too late with.
  const late = await page.context().newPage();
  await late.goto(page.url());
  for (const window of [page, late]) {
    await window.getByLabel('Ramme', { exact: true }).fill('450 000');
    await window.getByRole('button', { name: 'Åpne runden' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Åpne runden' }).click();
    if (window === page) await page.waitForURL(/\/runder\/(?!ny)/);
  }
  await expect(refusal(late)).toContainText(`Fylket har allerede en runde for DEKOMP ${year}.`);
  await late.goto(`/runder/ny?programme=DEKOMP&year=${year}`);
  await expect(late.getByText(`${name} er allerede åpnet.`)).toBeVisible();

  await expect(page.getByRole('heading', { level: 1 })).toContainText(String(year));
  await expect(page.getByText('Marit Eide åpnet runden.')).toBeVisible();
  const path = new URL(page.url()).pathname;
  await page.context().close();
  return { path, name, year };
}

async function latestYear(names: Promise<string[]>): Promise<number> {
  return Math.max(...(await names).map((name) => Number(/\d{4}$/.exec(name)?.[0])));
}

/** Closes the round long before its deadline: refused without a reason, then done. */
export async function closeEarly(browser: Browser, round: Opened): Promise<void> {
  const page = await as(browser, NORDLAND.caseworker);
  await page.goto(round.path);
  const close = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Lukk runden' }).click();
    await page
      .getByRole('dialog', { name: 'Lukk runden for behov?' })
      .getByRole('button', { name: 'Lukk runden' })
      .click();
  };
  await close();
  await expect(page.getByRole('link', { name: 'Hvorfor lukkes den før fristen?: Dette må fylles ut.' })).toBeVisible();
  await page.getByLabel('Hvorfor lukkes den før fristen?').fill('Alle har meldt sine behov.');
  await close();
  await expect(page.getByText('Samarbeidsforum skriver innstillingen nå.')).toBeVisible();
  await expect(page.getByText('Marit Eide lukket runden')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lukk runden' })).toHaveCount(0);
  await page.context().close();
}
