import { expect, type Browser } from '@playwright/test';
import { as, NORDLAND, refusal } from '#tests/support/people';
import type { Opened } from './round';

/** The secretariat recommends 450 000 kr of 500 000: refused without a reason, then delivered. */
export async function deliver(browser: Browser, round: Opened, title: string): Promise<void> {
  const page = await as(browser, NORDLAND.secretariat);
  await page.getByRole('link', { name: new RegExp(`^Skriv innstillingen: .*${round.year}`) }).click();
  const need = page.getByRole('group', { name: title });
  await need.getByLabel('Prioritet').fill('1');
  await need.getByLabel('Til nettverk').fill('180 000');
  await need.getByLabel('Til UH').fill('270 000');
  const send = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Lever innstillingen' }).click();
    await page
      .getByRole('dialog', { name: 'Lever innstillingen?' })
      .getByRole('button', { name: 'Lever innstillingen' })
      .click();
  };
  await need.getByLabel('Begrunnelse').fill('');
  await page.getByLabel('Møtedato').fill(`${round.year}-03-10`);
  await send();
  await expect(refusal(page)).toContainText(`«${title}» får mindre enn det er søkt om. Skriv hvorfor.`);
  await expect(need.getByLabel('Til UH')).toHaveValue(/270\s000/);
  await need.getByLabel('Begrunnelse').fill('Rammen strekker ikke til mer.');
  await send();
  await expect(page.getByText('Innstillingen er levert.')).toBeVisible();
  // Whoever still had the form open is led to what was delivered.
  const delivered = `/innstillinger/${round.path.split('/').at(-1) ?? ''}`;
  await page.goto(`${delivered}/skriv`);
  await expect(page).toHaveURL(delivered);
  await page.context().close();
}

/** A member reads what was recommended, and can change nothing. */
export async function readAsMember(browser: Browser, round: Opened, title: string): Promise<void> {
  const page = await as(browser, NORDLAND.member);
  await page.goto(`/innstillinger/${round.path.split('/').at(-1) ?? ''}`);
  await expect(page.getByRole('row', { name: title })).toContainText('Rammen strekker ikke til mer.');
  await expect(page.getByText(/Signe Hauge leverte innstillingen/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Skriv videre' })).toHaveCount(0);
  expect((await page.goto(`/innstillinger/${round.path.split('/').at(-1) ?? ''}/skriv`))?.status()).toBe(404);
  await page.context().close();
}
