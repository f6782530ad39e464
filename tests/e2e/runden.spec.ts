import { readFile } from 'node:fs/promises';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { fillBehovsmelding, pressSend, toStep } from '#tests/support/behovsmelding-form';
import { as, NORDLAND } from '#tests/support/people';
import { pdf } from '../../prisma/demo/sample-files';
import { startBehovsmelding } from './journey/behovsmelding';
import { openRound } from './journey/round';

// A round from open to closed, with one need given back and one owner let in late, and a file on its way through it.
const stamp = Date.now();
const title = `Runden rundt ${stamp}`;
const letter = Buffer.from(pdf(['Drøftingsreferat', String(stamp)]));

const at = async (browser: Browser, who: keyof typeof NORDLAND, path: string): Promise<Page> => {
  const page = await as(browser, NORDLAND[who]);
  await page.goto(path);
  return page;
};

test('a round goes from open to closed with one need returned and one owner late', async ({ browser }) => {
  const round = await openRound(browser);
  const day = (text: string) => `${String(round.year)}-${text}`;

  // The owner attaches a file while writing, and is told of one that is not what it says.
  const owner = await as(browser, NORDLAND.skoleeier);
  await startBehovsmelding(owner, `DEKOMP ${String(round.year)}`);
  await fillBehovsmelding(owner, { title, year: round.year, egenandel: '150 000' });
  await toStep(owner, 'Vedlegg');
  const files = owner.getByLabel('Velg filer, eller slipp dem her');
  await files.setInputFiles([
    { name: 'rapport.pdf', mimeType: 'application/pdf', buffer: Buffer.from('PK\u0003\u0004') },
    { name: 'referat.pdf', mimeType: 'application/pdf', buffer: letter },
  ]);
  await expect(owner.getByText('«rapport.pdf»')).toBeVisible();
  await expect(owner.getByText('«referat.pdf» er lagt ved.')).toBeVisible();
  await pressSend(owner);
  await expect(owner.getByText('Behovsmeldingen er sendt.')).toBeVisible();
  const need = new URL(owner.url()).pathname;

  // The caseworker downloads it byte for byte, and gives the need back with a comment at a field and a day.
  const caseworker = await at(browser, 'caseworker', need);
  const [download] = await Promise.all([
    caseworker.waitForEvent('download'),
    caseworker.getByRole('link', { name: 'referat.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('referat.pdf');
  expect((await readFile(await download.path())).equals(letter)).toBe(true);
  await caseworker.getByLabel('Nytt notat').fill('Ring rådgiveren.');
  await caseworker.getByRole('button', { name: 'Lagre notatet' }).click();
  await expect(caseworker.getByText('Ring rådgiveren.')).toBeVisible();
  await caseworker.getByLabel('Hva må rettes?').fill('Målet må kunne måles.');
  await caseworker.getByText('Kommenter enkelte felt').click();
  await caseworker
    .locator('details')
    .filter({ hasText: 'Kommenter enkelte felt' })
    .getByLabel('Mål', { exact: true })
    .fill('Hvor mange elever gjelder det?');
  await caseworker.getByLabel('Siste dag for å sende på nytt').fill(day('02-10'));
  await caseworker.getByRole('button', { name: 'Returner til skoleeier' }).click();
  await expect(caseworker.getByText('Behovsmeldingen er returnert.')).toBeVisible();

  // One more is written and not sent in time: the owner is let in late. The round is closed, and says who may still send.
  const late = await as(browser, NORDLAND.skoleeier);
  await startBehovsmelding(late, `DEKOMP ${String(round.year)}`);
  await fillBehovsmelding(late, { title: `For sent ${String(stamp)}`, year: round.year, egenandel: '150 000' });
  await caseworker.goto(`${round.path}/frister`);
  const who = caseworker.getByLabel('Hvem?');
  await who.selectOption({ label: await who.locator('option', { hasText: 'Fauske' }).innerText() });
  await caseworker.getByLabel('Til og med').fill(day('02-20'));
  await caseworker.getByRole('textbox', { name: 'Hvorfor?' }).first().fill('Sykdom i kommunen.');
  await caseworker.getByRole('button', { name: 'Åpne for sen sending' }).click();
  await expect(caseworker.getByRole('row', { name: /Fauske/ })).toContainText('Sykdom i kommunen.');
  await caseworker.goto(round.path);
  await expect(caseworker.getByRole('listitem').filter({ hasText: /Fauske.*åpnet etter fristen/ })).toBeVisible();
  await expect(
    caseworker.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: title }),
  ).toBeVisible();
  await caseworker.getByLabel('Hvorfor lukkes den før fristen?').fill('Alle har meldt sine behov.');
  await caseworker.getByRole('button', { name: 'Lukk runden' }).click();
  await caseworker.getByRole('dialog').getByRole('button', { name: 'Lukk runden' }).click();
  await expect(caseworker.getByText('Runden er lukket.')).toBeVisible();

  await pressSend(late);
  await expect(late.getByText('Behovsmeldingen er sendt.')).toBeVisible();

  // Returned, the need is mended and sent again in the closed round; the note is not the owner's to see.
  await owner.goto(need);
  await expect(owner.getByText('Hvor mange elever gjelder det?')).toBeVisible();
  await expect(owner.getByText('Ring rådgiveren.')).toHaveCount(0);
  await owner.goto(`${need}/skriv`);
  await toStep(owner, 'Tiltak');
  await expect(owner.getByText('Hvor mange elever gjelder det?')).toBeVisible();
  await owner.getByLabel('Mål', { exact: true }).fill('Tre av fire elever leser godt.');
  await pressSend(owner);
  await expect(owner.getByText('Behovsmeldingen er sendt.')).toBeVisible();
  await expect(owner.getByText(/Besvart da den ble sendt på nytt/)).toBeVisible();

  // One comes on paper, in time by its own day; the list says what lacks, and is exported whole.
  await caseworker.goto(`${round.path}/behovsmeldinger`);
  await caseworker.getByRole('link', { name: 'Registrer behov på papir' }).click();
  await caseworker.getByLabel('Hvem melder behovet?').selectOption({ label: 'Bodø' });
  await caseworker.getByLabel('Tittel').fill(`På papir ${String(stamp)}`);
  await caseworker.getByLabel('Dagen det kom').fill(new Date().toISOString().slice(0, 10));
  await caseworker.getByLabel(`Nettverket, ${String(round.year)}`).fill('100 000');
  await caseworker.getByRole('button', { name: 'Registrer behovet' }).click();
  await expect(caseworker.getByText(/Behovsmeldingen kom på papir/)).toBeVisible();
  await caseworker.goto(`${round.path}/behovsmeldinger`);
  await caseworker
    .getByRole('group', { name: 'Mangler' })
    .getByRole('link', { name: /UH-kontakt\s+3/ })
    .click();
  const [sheet] = await Promise.all([
    caseworker.waitForEvent('download'),
    caseworker.getByRole('link', { name: /^Last ned som regneark/ }).click(),
  ]);
  const lines = (await readFile(await sheet.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines.join('\n')).toContain(title);
});
