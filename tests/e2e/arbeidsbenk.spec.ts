import { expect, test, type Browser, type Page } from '@playwright/test';
import { parts, startLargeRounds, toPart, violationsOn, type LargeRounds } from '#tests/support/large-round';

// A round of 70 needs, too large for one page, in a county and a database of its own.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let large: LargeRounds;
let roundId: string;

test.beforeAll(async () => {
  large = await startLargeRounds('arbeidsbenk', 1, 'recommended');
  const { rows } = await large.pool.query<{ id: string }>(`UPDATE "Round" SET state = 'recommended' RETURNING id`);
  roundId = rows[0]?.id ?? '';
});
test.afterAll(() => large.stop());

const open = (browser: Browser, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> =>
  large.open(browser, 'saksbehandler', `/runder/${roundId}/fordeling`, options);
const boxes = (page: Page) => page.getByLabel(/^Til nettverket, /);
const save = (page: Page) => page.getByRole('button', { name: 'Lagre arbeidsversjonen' }).click();
const given = async (): Promise<number[]> => {
  const { rows } = await large.pool.query<{ sum: number }>(
    `SELECT sum(l.amount)::int AS sum FROM "TildelingLine" l GROUP BY l."tildelingId" ORDER BY 1`,
  );
  return rows.map(({ sum }) => sum);
};

/** Writes an amount to the network and none to the UH for the first need of the part that is shown. Answers the box's name. */
async function write(page: Page, network: string): Promise<string> {
  const name = (await boxes(page).first().getAttribute('name')) ?? '';
  await boxes(page).first().fill(network);
  await page.locator(`[name="${name.replace(/network$/, 'uh')}"]`).fill('0');
  return name;
}

test('what is typed in one part counts, goes along to the next, and is saved with it', async ({ browser }) => {
  const page = await open(browser);
  const count = await parts(page).count();
  expect(count).toBeGreaterThan(2);
  const first = await write(page, '1 111');
  await toPart(page, 2);
  await expect(page.getByText('Du har endret ett tiltak i en annen del.')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  const second = await write(page, 'mange penger');
  await toPart(page, 3);
  // What is wrong in another part is led to.
  await save(page);
  await page.getByRole('link', { name: /^Til nettverket, .*: .*Skriv et helt tall/ }).click();
  const wrong = page.locator(`[name="${second}"]`);
  await expect(wrong).toHaveValue('mange penger');
  await expect(wrong).toBeFocused();
  await expect(wrong).toHaveAccessibleDescription(/Skriv et helt tall/);
  await wrong.fill('2 222');
  // 1 111 + 2 222 = 3 333
  await expect(page.getByText(/^3\s333\skr$/).first()).toBeVisible();
  await save(page);
  await expect(page.getByText('Arbeidsversjonen er lagret.')).toBeVisible();
  await expect(wrong).toHaveValue(/^2\s222$/);
  expect(await given()).toEqual([1111, 2222]);
  await toPart(page, 1);
  await expect(page.locator(`[name="${first}"]`)).toHaveValue(/^1\s111$/);
  await page.context().close();
});

test('what another saves meanwhile is told at once, and takes nothing of what is typed', async ({ browser }) => {
  const [mine, theirs] = [await open(browser), await open(browser)];
  const name = await write(mine, '5 555');
  await toPart(theirs, 3);
  await write(theirs, '3 333');
  await save(theirs);
  await expect(theirs.getByText('Arbeidsversjonen er lagret.')).toBeVisible();
  await toPart(mine, 2);
  await expect(mine.getByText(/^Noen andre har endret dette/)).toBeVisible();
  await save(mine);
  await expect(mine.getByText(/^Noen andre har endret dette/)).toBeVisible();
  await toPart(mine, 1);
  await expect(mine.locator(`[name="${name}"]`)).toHaveValue(/^5\s555$/);
  expect(await given()).toEqual([1111, 2222, 3333]);
  await mine.context().close();
  await theirs.context().close();
});

test('without script a part is reached by its link, and saved without touching the others', async ({ browser }) => {
  const page = await open(browser, { javaScriptEnabled: false });
  await toPart(page, 2);
  await boxes(page).nth(1).fill('44');
  await save(page);
  // An amount to one side alone is half a row: told at its field, in the same part.
  await expect(parts(page).nth(1)).toHaveAttribute('aria-current', 'page');
  await expect(boxes(page).nth(1)).toHaveValue(/^44$/);
  await page
    .getByLabel(/^Til UH, /)
    .nth(1)
    .fill('0');
  await save(page);
  await expect(page.getByText('Arbeidsversjonen er lagret.')).toBeVisible();
  await expect(parts(page).nth(1)).toHaveAttribute('aria-current', 'page');
  expect(await given()).toEqual([44, 1111, 2222, 3333]);
  await page.context().close();
});

test('a suggestion fills and saves the whole round, also what is not shown', async ({ browser }) => {
  const page = await open(browser);
  await page.goto(`/runder/${roundId}/fordeling?metode=by-request&siste=partly&del=2`);
  await expect(page.getByText('Skjemaet er fylt ut: Etter det som er søkt om.')).toBeVisible();
  const name = await write(page, '7');
  await toPart(page, 3);
  await save(page);
  await expect(page.getByText('Arbeidsversjonen er lagret.')).toBeVisible();
  const { rows } = await large.pool.query<{ method: string; count: number }>(
    `SELECT method, count(*)::int FROM "Tildeling" GROUP BY 1 ORDER BY 1`,
  );
  const { rows: needs } = await large.pool.query<{ count: number }>(`SELECT count(*)::int FROM "Behovsmelding"`);
  expect(rows).toEqual([
    { method: 'by-hand', count: 1 },
    { method: 'by-request', count: (needs[0]?.count ?? 0) - 1 },
  ]);
  await toPart(page, 2);
  await expect(page.locator(`[name="${name}"]`)).toHaveValue('7');
  await page.context().close();
});
