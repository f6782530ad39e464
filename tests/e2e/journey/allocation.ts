import { expect, type Browser, type Page } from '@playwright/test';
import { as, NORDLAND, refusal } from '#tests/support/people';
import type { Opened } from './round';

const save = (page: Page) => page.getByRole('button', { name: 'Lagre arbeidsversjonen' }).click();

async function propose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lagre og foreslå alle' }).click();
  await page
    .getByRole('dialog', { name: 'Foreslå tildelingene?' })
    .getByRole('button', { name: 'Lagre og foreslå alle' })
    .click();
}

/** The portal suggests; over the budget and against 40/60 the caseworker is refused; corrected, it is proposed. */
export async function allocate(browser: Browser, round: Opened, title: string): Promise<void> {
  const page = await as(browser, NORDLAND.caseworker);
  await page.getByRole('link', { name: new RegExp(`^Til arbeidsbenken: .*${round.year}`) }).click();
  await page.getByText('Foreslå en fordeling').click();
  await page.getByRole('radio', { name: 'Som innstilt' }).check();
  await page.getByRole('button', { name: 'Regn ut forslag' }).click();
  await expect(page.getByText('Skjemaet er fylt ut: Som innstilt.')).toBeVisible();
  const [network, uh] = [page.getByLabel(`Til nettverket, ${title}`), page.getByLabel(`Til UH, ${title}`)];
  await expect(network).toHaveValue(/^180\s000$/);
  await page
    .getByText(/^Hvorfor/)
    .first()
    .click();
  await expect(
    page.getByRole('definition').filter({ hasText: 'Beløpet følger innstillingen fra samarbeidsforumet.' }),
  ).toBeVisible();

  // 200 000 + 300 000 = 500 000, 50 000 over 450 000
  await network.fill('200 000');
  await uh.fill('300 000');
  await expect(page.getByText('50 000 kr over rammen').first()).toBeVisible();
  await save(page);
  await expect(refusal(page)).toContainText(
    'Summen er 500 000 kr. Rammen er 450 000 kr. Det er 50 000 kr over rammen.',
  );
  await expect(uh).toHaveValue(/^300\s000$/);
  const other = await page.context().newPage();
  await other.goto(new URL(page.url()).pathname);
  await expect(other.getByLabel(`Til UH, ${title}`)).toHaveValue('');

  // UH must have 60 % of 450 000 = 270 000; 250 000 is 20 000 short
  await uh.fill('250 000');
  await page.getByLabel(`Begrunnelse for ${title}`).fill('Følger rammen.');
  await propose(page);
  await expect(refusal(page)).toContainText(
    'UH har 250 000 kr, men skal ha minst 270 000 kr (60 %). Det mangler 20 000 kr.',
  );

  await network.fill('180 000');
  await uh.fill('270 000');
  await expect(page.getByText('Ingenting stopper forslaget.')).toBeVisible();
  await propose(page);
  await expect(page.getByText('Forslaget er sendt til beslutter. En annen enn deg må godkjenne det.')).toBeVisible();
  await page.context().close();
}
