import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { as, NORDLAND } from '#tests/support/people';
import { pdf } from '../../../prisma/demo/sample-files';
import type { Opened } from './round';

const saved = (page: Page): Locator => page.getByRole('region', { name: 'Lagring' }).getByText(/^\s*Lagret \d\d:\d\d$/);

/** One field written by two: the second has not seen what the first wrote, gets both side by side, and keeps both. */
async function bothIn(first: Page, second: Page, field: (page: Page) => Locator, label: string): Promise<string> {
  await second.route('**/api/tilstede/**', (route) => route.abort());
  await field(first).fill('Den ene skriver dette, og er ferdig med det.');
  await field(first).blur();
  await expect(saved(first)).toBeVisible();
  await field(second).fill('Den andre skriver noe helt annet samtidig.');
  const clash = second.getByRole('group', { name: `To har skrevet i samme felt: ${label}` });
  await expect(clash).toContainText('Den ene skriver dette, og er ferdig med det.');
  await clash.getByRole('button', { name: 'Sett dem etter hverandre' }).click();
  await expect(clash).toHaveCount(0);
  const both = 'Den ene skriver dette, og er ferdig med det.\n\nDen andre skriver noe helt annet samtidig.';
  await expect(field(first)).toHaveValue(both);
  await second.unroute('**/api/tilstede/**');
  return both;
}

/** Two of the secretariat in one innstilling: different fields, the same reason, and all of it found again. */
export async function innstillingByTwo(browser: Browser, round: Opened, title: string): Promise<void> {
  const path = `/innstillinger/${round.path.split('/').at(-1) ?? ''}/skriv`;
  const [signe, gunn] = [await as(browser, NORDLAND.secretariat), await as(browser, NORDLAND.secretary)];
  await Promise.all([signe.goto(path), gunn.goto(path)]);
  const reason = (page: Page) => page.getByRole('group', { name: title }).getByLabel('Begrunnelse');
  const note = (page: Page) => page.getByLabel('Merknad til hele innstillingen');
  await signe.getByRole('group', { name: title }).getByLabel('Til nettverk').fill('mye');
  await note(gunn).fill('Gunn skriver merknaden.');
  await expect(note(signe)).toHaveValue('Gunn skriver merknaden.');
  await expect(signe.getByText(`${NORDLAND.secretary} skriver i Merknad til hele innstillingen`)).toBeVisible();
  const both = await bothIn(signe, gunn, reason, `${title}, Begrunnelse`);
  await expect(signe.getByRole('link', { name: 'Møtedato' })).toBeVisible();
  // The demo has no round with its forum, so this page is looked at here.
  for (const width of [1280, 390]) {
    await signe.setViewportSize({ width, height: 900 });
    expect(
      (await new AxeBuilder({ page: signe }).setLegacyMode(true).analyze()).violations.map(
        ({ id, nodes }) => `${String(width)}: ${id} ${nodes[0]?.target.join(' ') ?? ''}`,
      ),
    ).toEqual([]);
  }
  await signe.reload();
  await expect(reason(signe)).toHaveValue(both);
  await expect(note(signe)).toHaveValue('Gunn skriver merknaden.');
  await expect(signe.getByRole('alert').filter({ hasText: 'Du har tekst her som ikke ble lagret' })).toContainText(
    'mye',
  );
  await signe.getByRole('button', { name: /^Kast.*Til nettverk$/ }).click();
  await Promise.all([signe.context().close(), gunn.context().close()]);
}

/** Two of the owner's in one half of a report: different fields, the same field, and a file put with it. */
export async function reportByTwo(browser: Browser, title: string): Promise<void> {
  const [kari, silje] = [await as(browser, NORDLAND.skoleeier), await as(browser, NORDLAND.writer)];
  await kari.getByRole('link', { name: new RegExp(`^Skriv rapporten: Rapport \\d{4} for «${title}»`) }).click();
  await kari.waitForURL(/\/rapporter\//);
  await silje.goto(new URL(kari.url()).pathname);
  const field = (label: string) => (page: Page) =>
    page.getByRole('region', { name: /^Eierens del/ }).getByLabel(label, { exact: true });
  await field('Kommentar')(silje).fill('Silje skriver en kommentar.');
  await expect(field('Kommentar')(kari)).toHaveValue('Silje skriver en kommentar.');
  const both = await bothIn(kari, silje, field('Måloppnåelse'), 'Måloppnåelse');

  const files = kari.getByLabel('Velg filer, eller slipp dem her');
  await files.setInputFiles([
    { name: 'regnskap.pdf', mimeType: 'application/pdf', buffer: Buffer.from('PK\u0003\u0004') },
    { name: 'evaluering.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf(['Evaluering', title])) },
  ]);
  await expect(kari.getByText('«regnskap.pdf»')).toBeVisible();
  await expect(kari.getByText('«evaluering.pdf» er lagt ved.')).toBeVisible();
  await kari.getByRole('button', { name: 'Lagre og fjern vedlegg' }).click();
  await expect(kari.getByRole('heading', { level: 1, name: 'Vedlegg' })).toBeVisible();
  await expect(kari.getByRole('link', { name: 'evaluering.pdf' })).toBeVisible();
  await kari.getByRole('link', { name: 'Tilbake til rapporten' }).click();
  await expect(field('Måloppnåelse')(kari)).toHaveValue(both);
  await Promise.all([kari.context().close(), silje.context().close()]);
}
