import { expect, test } from '@playwright/test';
import { egenandelAmount, fillBehovsmelding, pressSend } from '#tests/support/behovsmelding-form';
import { as, NORDLAND, refusal } from '#tests/support/people';
import { startBehovsmelding } from './journey/behovsmelding';

// The portal without a line of script: forms are HTML, and the server answers with the page.
const WITHOUT = { javaScriptEnabled: false };

test('an owner writes a need, keeps what was typed through each refusal, and sends it', async ({ browser }) => {
  const page = await as(browser, NORDLAND.skoleeier, WITHOUT);
  const title = `Uten skript ${Date.now()}`;
  await startBehovsmelding(page, /^DEKOMP \d{4}/);

  await page.getByLabel('Tittel', { exact: true }).fill(title);
  await page.getByLabel('UH-partner 1').selectOption({ label: 'Nord universitet' });
  await page.getByRole('button', { name: 'Lagre kladden' }).click();
  await expect(page.getByText('Kladden er lagret.')).toBeVisible();

  // The row of the partner is there from now on; the year of the round is in its label.
  const year = Number(
    /20\d\d/.exec((await page.getByLabel(/^Nord universitet, 20\d\d$/).getAttribute('name')) ?? '')?.[0],
  );
  await fillBehovsmelding(page, { title, year, egenandel: '100 000' });
  await page.getByLabel('Mål', { exact: true }).fill('');
  await pressSend(page);
  await expect(page.getByRole('link', { name: 'Mål: Dette må fylles ut.' })).toBeVisible();
  await expect(page.getByLabel('Mål', { exact: true })).toHaveAccessibleDescription(/Dette må fylles ut\./);
  await expect(page.getByLabel('Hva er behovet?')).toHaveValue('Elevene strever med lesing.');
  // Money is asked for it by now: the form keeps it.
  await expect(page.getByRole('group', { name: 'UH-partner 1' })).toContainText('Nord universitet');
  await expect(page.getByLabel('Lærere', { exact: true })).toBeChecked();

  await page.getByLabel('Mål', { exact: true }).fill('Flere leser godt.');
  await pressSend(page);
  // 30 % of 500 000 = 150 000; 100 000 is planned
  await expect(refusal(page).filter({ hasText: 'Det mangler' })).toContainText('50 000 kr');
  await egenandelAmount(page).fill('mange penger');
  await pressSend(page);
  await expect(page.getByText(/Skriv et helt tall/).first()).toBeVisible();
  await expect(egenandelAmount(page)).toHaveValue('mange penger');
  await egenandelAmount(page).fill('150 000');
  await pressSend(page);
  await expect(page.getByText('Behovsmeldingen er sendt.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('the caseworker saves the working version of the allocation, and is refused over the budget', async ({
  browser,
}) => {
  const page = await as(browser, NORDLAND.caseworker, WITHOUT);
  await page
    .getByRole('link', { name: /^Til arbeidsbenken: .*fordel pengene/ })
    .first()
    .click();
  const [uh, network] = [
    page.getByLabel('Til UH, Praktiske og varierte læringsformer'),
    page.getByLabel('Til nettverket, Praktiske og varierte læringsformer'),
  ];
  await network.fill('40 000');
  await uh.fill('seksti tusen');
  await page.getByRole('button', { name: 'Lagre arbeidsversjonen' }).click();
  await expect(uh).toHaveAccessibleDescription(/Skriv et helt tall/);
  await expect(network).toHaveValue(/^40\s000$/);
  await uh.fill('60 000');
  await page.getByLabel('Reserve').fill('3 900 000');
  await page.getByRole('button', { name: 'Lagre arbeidsversjonen' }).click();
  await expect(refusal(page)).toContainText('over rammen');
  await expect(uh).toHaveValue(/^60\s000$/);
  await page.getByLabel('Reserve').fill('0');
  await page.getByRole('button', { name: 'Lagre arbeidsversjonen' }).click();
  await expect(page.getByText('Arbeidsversjonen er lagret.')).toBeVisible();
  await expect(uh).toHaveValue(/^60\s000$/);
});

test('a question before something final opens by HTML alone, and can be answered no', async ({ browser }) => {
  const page = await as(browser, NORDLAND.caseworker, WITHOUT);
  await page
    .getByRole('link', { name: /^Til arbeidsbenken: .*fordel pengene/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Lagre og foreslå alle' }).click();
  const ask = page.getByRole('dialog', { name: 'Foreslå tildelingene?' });
  await expect(ask).toBeVisible();
  await ask.getByRole('button', { name: 'Avbryt' }).click();
  await expect(ask).toBeHidden();
});
