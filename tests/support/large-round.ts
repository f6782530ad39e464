import { execFileSync } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { startWeb } from '#tests/support/web';
import { createDatabase, migrate } from '../../prisma/migrate';

const COUNTY = 'storfylke';
const SECRET = 'known only to this test';
const OFFICES = {
  saksbehandler: null,
  sekretariat: ['secretariat', `${COUNTY}-forum`],
  beslutter: ['approver', null],
} as const;

/** Rounds of 70 needs each, too large for one page, in a county and a database of its own, with the portal over it. */
export interface LargeRounds {
  readonly pool: pg.Pool;
  readonly rounds: readonly string[];
  /** A page as one who holds an office in the county. */
  readonly open: (
    browser: Browser,
    who: keyof typeof OFFICES,
    path: string,
    options?: { javaScriptEnabled?: boolean },
  ) => Promise<Page>;
  readonly stop: () => Promise<void>;
}

/** Fills the rounds, with every need in this state and called «Tiltak» and its number. */
export async function startLargeRounds(name: string, count: number, state: string): Promise<LargeRounds> {
  const address = new URL(process.env.PORTAL_DATABASE_URL ?? '');
  address.pathname = `/${name}_${Date.now()}`;
  const url = address.href;
  await createDatabase(url);
  await migrate(url);
  for (let made = 0; made < count; made += 1)
    execFileSync(
      process.execPath,
      ['--import', 'tsx', 'prisma/seed-large.ts', '--needs', '70', '--county', COUNTY, '--again'],
      { env: { ...process.env, DATABASE_URL: url }, stdio: ['ignore', 'ignore', 'inherit'] },
    );
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', () => undefined);
  await pool.query(`UPDATE "Behovsmelding" SET state = $1, title = 'Tiltak ' || number`, [state]);
  for (const [who, office] of Object.entries(OFFICES)) {
    if (office === null) continue;
    const id = `${COUNTY}-${who}`;
    await pool.query(`INSERT INTO "User" (id, name, email) VALUES ($1, $1, $1 || '@example.no')`, [id]);
    await pool.query(
      `INSERT INTO "RoleGrant" (id, "userId", role, "from", "forumId", "countyId") VALUES (gen_random_uuid(), $1, $2, '2020-01-01', $3, $4)`,
      [id, ...office, COUNTY],
    );
  }
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM "Round" ORDER BY year`);
  const web = await startWeb({ DATABASE_URL: url, NEXTAUTH_SECRET: SECRET });
  return {
    pool,
    rounds: rows.map(({ id }) => id),
    open: async (browser, who, path, options = {}) => {
      const context = await browser.newContext({ ...options, baseURL: web.address });
      const value = await encode({ token: { sub: `${COUNTY}-${who}` }, secret: SECRET });
      await context.addCookies([{ name: 'next-auth.session-token', value, url: web.address }]);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    stop: async () => {
      await web.stop();
      await pool.end();
    },
  };
}

/** The links to the parts of a page. */
export const parts = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Deler av runden' }).getByRole('link');

/** Goes to a part by its link, counted from 1. */
export async function toPart(page: Page, part: number): Promise<void> {
  await parts(page)
    .nth(part - 1)
    .click();
  await expect(parts(page).nth(part - 1)).toHaveAttribute('aria-current', 'page');
}

/** What axe finds against WCAG 2.2 AA on a page. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode(true)
    .analyze();
  return violations.map(({ id }) => id);
}
