import { expect, test, type Page } from '@playwright/test';
import { parts, startLargeRounds, toPart, violationsOn, type LargeRounds } from '#tests/support/large-round';

// Two rounds of 70 needs, too large for one page: the forum writes and delivers, and the approver decides.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let large: LargeRounds;
let [byScript, byHtml] = ['', ''];

/** The draft of a round, recommended as asked, but for the first needs of the first two parts: those remain to be written. */
async function almostWritten(roundId: string): Promise<void> {
  await large.pool.query(
    `WITH i AS (INSERT INTO "Innstilling" (id, "roundId", "meetingOn") VALUES (gen_random_uuid(), $1, '2027-03-10') RETURNING id),
       n AS (SELECT n.*, row_number() OVER (ORDER BY r.name, n.number) AS place FROM "Behovsmelding" n LEFT JOIN "Region" r ON r.id = n."regionId" WHERE n."roundId" = $1)
     INSERT INTO "InnstillingLine" (id, "innstillingId", "behovsmeldingId", priority, network, uh)
     SELECT gen_random_uuid(), i.id, n.id, n.place, n."askedNetwork", n."askedUh" FROM i, n WHERE n.place NOT IN (1, 21)`,
    [roundId],
  );
}

test.beforeAll(async () => {
  large = await startLargeRounds('stor_runde', 2, 'submitted');
  await large.pool.query(`UPDATE "Round" SET state = 'closed', budget = 2000000000`);
  [byScript = '', byHtml = ''] = large.rounds;
  await almostWritten(byScript);
  await almostWritten(byHtml);
});
test.afterAll(() => large.stop());

const skriv = (roundId: string) => `/innstillinger/${roundId}/skriv`;
const network = (page: Page) => page.getByLabel('Til nettverk').first();
const missing = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: /^Dette gjenstår/ }) }).getByRole('link');
const recommended = (page: Page) => page.getByRole('group').filter({ hasText: 'Pengene' }).first();

/** Writes 1 000 000 kr to each side of the first need of the part that is shown, more than anybody asks for. */
async function writeFirst(page: Page, amount = '1 000 000'): Promise<void> {
  await network(page).fill(amount);
  await page.getByLabel('Til UH').first().fill('1 000 000');
  await page.getByLabel('Til UH').first().blur();
}
async function deliver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lever innstillingen' }).click();
  await page
    .getByRole('dialog', { name: 'Lever innstillingen?' })
    .getByRole('button', { name: 'Lever innstillingen' })
    .click();
}
/** How many lines an innstilling has, how many of them with both amounts, its sum, and whether it is delivered. */
async function stored(roundId: string): Promise<{ lines: number; whole: number; sum: number; state: string }> {
  const { rows } = await large.pool.query<{ lines: number; whole: number; sum: number; state: string }>(
    `SELECT count(*)::int AS lines, count(l.network + l.uh)::int AS whole, sum(l.network + l.uh)::int AS sum, min(i.state::text) AS state
     FROM "Innstilling" i JOIN "InnstillingLine" l ON l."innstillingId" = i.id WHERE i."roundId" = $1`,
    [roundId],
  );
  return rows[0] ?? { lines: 0, whole: 0, sum: 0, state: '' };
}

test('what is typed in one part is kept in the next, counted in the sums, led to when it is wrong, and delivered whole', async ({
  browser,
}) => {
  const before = await stored(byScript);
  const page = await large.open(browser, 'sekretariat', skriv(byScript));
  await expect(parts(page)).toHaveCount(4);
  await expect(missing(page)).toHaveText([/Til nettverk$/, 'Del 2: ett behov mangler noe']);
  await writeFirst(page);
  await expect(missing(page)).toHaveText(['Del 2: ett behov mangler noe']);
  await missing(page).click();
  await expect(parts(page).nth(1)).toHaveAttribute('aria-current', 'page');
  await expect(network(page)).toBeFocused();
  expect(await violationsOn(page)).toEqual([]);
  await writeFirst(page, 'mange penger');
  await page.getByRole('link', { name: 'Neste del' }).click();
  await expect(parts(page).nth(2)).toHaveAttribute('aria-current', 'page');
  // What is no amount in another part is not passed over: it is led to.
  await deliver(page);
  await page.getByRole('link', { name: /Til nettverk: Skriv et helt tall/ }).click();
  await expect(network(page)).toHaveValue('mange penger');
  await expect(network(page)).toBeFocused();
  await network(page).fill('1 000 000');
  const sum = new Intl.NumberFormat('nb-NO').format(before.sum + 4_000_000);
  await expect(recommended(page)).toContainText(sum);
  await page.getByRole('button', { name: 'Lagre kladden' }).click();
  await expect
    .poll(() => stored(byScript))
    .toEqual({ lines: 70, whole: 70, sum: before.sum + 4_000_000, state: 'draft' });
  await toPart(page, 1);
  await expect(network(page)).toHaveValue(/^1\s000\s000$/);
  await toPart(page, 4);
  await page.getByLabel('Dissens').last().fill('Fauske er uenig.');
  await deliver(page);
  await expect(page.getByText('Innstillingen er levert.')).toBeVisible();
  expect(await stored(byScript)).toMatchObject({ lines: 70, state: 'delivered' });
  await page.context().close();
});

test('without script a part is saved without touching the others, and delivering from it judges the whole', async ({
  browser,
}) => {
  const page = await large.open(browser, 'sekretariat', skriv(byHtml), { javaScriptEnabled: false });
  await toPart(page, 2);
  await writeFirst(page);
  await page.getByRole('button', { name: 'Lagre kladden' }).click();
  await expect(page.getByText('Kladden er lagret.')).toBeVisible();
  await expect(parts(page).nth(1)).toHaveAttribute('aria-current', 'page');
  expect(await stored(byHtml)).toMatchObject({ lines: 69, whole: 69 });
  await deliver(page);
  await expect(page.getByRole('main').getByRole('alert')).toContainText(/«Tiltak \d+» mangler beløp/);
  await toPart(page, 1);
  await writeFirst(page);
  await page.getByRole('button', { name: 'Lagre kladden' }).click();
  await toPart(page, 3);
  await deliver(page);
  await expect(page.getByText('Innstillingen er levert.')).toBeVisible();
  expect(await stored(byHtml)).toMatchObject({ lines: 70, whole: 70, state: 'delivered' });
  await page.context().close();
});

test('the delivered innstilling is read fifty needs at a time, or whole, with the sum of the whole', async ({
  browser,
}) => {
  const page = await large.open(browser, 'sekretariat', `/innstillinger/${byScript}`);
  const table = page.getByRole('table', { name: /^Behovene i prioritert rekkefølge/ });
  await expect(table).toHaveAccessibleName('Behovene i prioritert rekkefølge, 1–50 av 70');
  const whole = await table.getByRole('row', { name: 'Sum for hele runden' }).textContent();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Neste del' }).click();
  await expect(table).toHaveAccessibleName('Behovene i prioritert rekkefølge, 51–70 av 70');
  await expect(page.getByRole('navigation', { name: 'Deler av runden' })).toBeFocused();
  expect(await table.getByRole('row', { name: 'Sum for hele runden' }).textContent()).toBe(whole);
  await page.getByRole('link', { name: 'Vis alle 70' }).click();
  await expect(table).toHaveAccessibleName('Behovene i prioritert rekkefølge');
  // 70 needs, the header and the sum
  await expect(table.getByRole('row')).toHaveCount(72);
  await page.context().close();
});

test('the approver is told that the decision is on all, also what is not shown, and approves all', async ({
  browser,
}) => {
  // Some of the needs have planned 10 000 kr too little of their own.
  await large.pool.query(`UPDATE "EgenandelLine" SET amount = amount + 10000 WHERE hours IS NULL`);
  await large.pool.query(
    `INSERT INTO "Tildeling" (id, "roundId", "behovsmeldingId", state, "proposedById", "proposedAt", reason)
     SELECT gen_random_uuid(), $1, n.id, 'proposed', 'storfylke-saksbehandler', now(), 'Som søkt.' FROM "Behovsmelding" n WHERE n."roundId" = $1`,
    [byScript],
  );
  await large.pool.query(
    `INSERT INTO "TildelingLine" (id, "tildelingId", side, "receiverId", "budgetYear", amount)
     SELECT gen_random_uuid(), t.id, l.side, l."receiverId", l."budgetYear", l.amount
     FROM "Tildeling" t JOIN "BehovsmeldingLine" l ON l."behovsmeldingId" = t."behovsmeldingId" WHERE t."roundId" = $1`,
    [byScript],
  );
  await large.pool.query(`UPDATE "Round" SET state = 'proposed' WHERE id = $1`, [byScript]);
  const page = await large.open(browser, 'beslutter', `/runder/${byScript}/godkjenning?del=2`);
  await expect(page.getByRole('table', { name: 'Foreslåtte tildelinger, 51–70 av 70' })).toBeVisible();
  // The two that the forum recommended more than they asked for stand in the first part.
  await expect(page.getByText('2 av de 70 foreslåtte tiltakene avviker.')).toBeVisible();
  await expect(
    page.getByText('Du avgjør alle de 70 foreslåtte tiltakene på én gang. Tabellen viser bare 51–70.'),
  ).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  // A form that says neither approves nothing.
  await page.locator('form:has([name=shown])').evaluate((form: HTMLFormElement) => form.requestSubmit());
  await expect(page.getByText(/^Dette er ikke mulig nå/)).toBeVisible();
  await page.getByRole('button', { name: 'Godkjenn alle' }).click();
  const ask = page.getByRole('dialog', { name: 'Godkjenne alle tildelingene?' });
  await expect(ask).toContainText('Du godkjenner 70 tildelinger');
  await ask.getByRole('button', { name: 'Godkjenn alle' }).click();
  await expect(page.getByText('Tildelingene er godkjent.')).toBeVisible();
  const { rows } = await large.pool.query<{ state: string; count: number }>(
    `SELECT state::text, count(*)::int FROM "Tildeling" WHERE "roundId" = $1 GROUP BY 1`,
    [byScript],
  );
  expect(rows).toEqual([{ state: 'approved', count: 70 }]);
  await page.context().close();
});
