import { expect, type Browser, type Page } from '@playwright/test';
import { as, NORDLAND } from '#tests/support/people';
import type { Opened } from './round';

const decisions = (round: Opened) => `${round.path}/godkjenning`;

/** Whoever proposed is told why they may not approve, and has no button that does it. */
export async function fourEyes(browser: Browser, round: Opened): Promise<void> {
  const page = await as(browser, NORDLAND.caseworker);
  await page.goto(decisions(round));
  const button = page.getByRole('button', { name: 'Godkjenn alle' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription('Du har selv foreslått dette. En annen enn deg må godkjenne det.');
  await expect(page.getByRole('button', { name: 'Returner alle' })).toHaveCount(0);
  await page.context().close();
}

/** The approver returns without a comment (refused), then approves all and reads the letter. Answers the reference of the tiltak. */
export async function approve(browser: Browser, round: Opened, title: string): Promise<string> {
  const page = await as(browser, NORDLAND.approver);
  await page.getByRole('link', { name: new RegExp(`^Se og godkjenn: .*${round.year}`) }).click();
  await page.getByText('Returner til saksbehandler').click();
  await page.getByRole('button', { name: 'Returner alle' }).click();
  await expect(page.getByText('Dette må fylles ut.')).toBeVisible();
  const path = await page
    .getByRole('row', { name: title })
    .getByRole('link', { name: title, exact: true })
    .getAttribute('href');

  await page.getByRole('button', { name: 'Godkjenn alle' }).click();
  const ask = page.getByRole('dialog', { name: 'Godkjenne alle tildelingene?' });
  await expect(ask).toContainText('Du godkjenner én tildeling på til sammen 450 000 kr.');
  await ask.getByRole('button', { name: 'Godkjenn alle' }).click();
  await expect(page.getByText('Tildelingene er godkjent.')).toBeVisible();

  await page.goto(path ?? '');
  await expect(page.getByRole('button', { name: /Godkjenn|Returner/ })).toHaveCount(0);
  await expect(page.getByText('Jon Aksel Strand godkjente tildelingen på 450 000 kr.')).toBeVisible();
  const reference = /NO-\d{4}-\d{4}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
  expect(reference).toMatch(new RegExp(`^NO-${round.year}-\\d{4}$`));
  await page.getByRole('link', { name: 'Les brevet' }).click();
  await letter(page, title, reference);
  await page.context().close();
  return reference;
}

async function letter(page: Page, title: string, reference: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tilskudd til «${title}» er delvis innvilget`);
  await expect(page.getByText('450 000 kr').first()).toBeVisible();
  await expect(page.getByText(reference).first()).toBeVisible();
  await expect(page.getByText('Marit Eide')).toBeVisible();
  await expect(page.getByText('Jon Aksel Strand')).toBeVisible();
}

/** Anyone finds the tiltak in the register, with no session. */
export async function inRegister(browser: Browser, round: Opened, title: string, reference: string): Promise<void> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`/fylke/nordland/${round.year}`);
  const row = page.getByRole('row', { name: title });
  await expect(row).toContainText(/180\s000/);
  await expect(row).toContainText(/270\s000/);
  await page.goto(`/tiltak/${reference}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await page.context().close();
}
