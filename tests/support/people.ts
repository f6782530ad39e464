import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test';

/** The demo's persons, by county and role; the skoleeier writes and approves. */
export const NORDLAND = {
  skoleeier: 'Kari Berg',
  writer: 'Silje Moen',
  leader: 'Torbjørn Vik',
  contributor: 'Randi Nystad',
  coordinator: 'Trond Solvang',
  uh: 'Ingrid Nordvik',
  secretariat: 'Signe Hauge',
  secretary: 'Gunn Elvebakk',
  member: 'Arne Lillebø',
  caseworker: 'Marit Eide',
  approver: 'Jon Aksel Strand',
  auditor: 'Eva Rønning',
} as const;
export const TROMS_OG_FINNMARK = {
  skoleeier: 'Heidi Evensen',
  coordinator: 'Anne Lise Hætta',
  uh: 'Per Olav Jakobsen',
  secretariat: 'Hege Larssen',
  member: 'Rune Eliassen',
  caseworker: 'Solveig Kristoffersen',
  approver: 'Odd Henriksen',
  auditor: 'Berit Isaksen',
} as const;

// Signed in once per worker; what the browser then holds is given to each new window.
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

/** Signs in on the page that lists the demo's persons, and waits for the page it leads to. */
export async function signIn(page: Page, name: string): Promise<void> {
  if (!page.url().includes('/logg-inn')) await page.goto('/logg-inn');
  await page.getByRole('button', { name: `Logg inn som ${name}` }).click();
  await page.waitForURL((url) => url.pathname !== '/logg-inn' && !url.pathname.startsWith('/api/'));
}

/** A window of their own for a person of the demo, on their first page. */
export async function as(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const known = signedIn.get(name);
  const context = await browser.newContext({ ...options, ...(known !== undefined && { storageState: known }) });
  const page = await context.newPage();
  if (known === undefined) {
    await signIn(page, name);
    signedIn.set(name, await context.storageState());
  } else await page.goto('/forside');
  return page;
}

/** What a page says when a rule says no. */
export const refusal = (page: Page): Locator => page.getByRole('main').getByRole('alert');
