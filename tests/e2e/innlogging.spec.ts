import { execFileSync } from 'node:child_process';
import { expect, test, type Page } from '@playwright/test';
import { freePort } from '../../scripts/port.js';
import { CLIENT, startIssuer, type Issuer } from '#tests/support/issuer';
import { NORDLAND, signIn } from '#tests/support/people';
import { startWeb, type Web } from '#tests/support/web';

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').locator('summary', { hasText: 'Logget inn som' }).click();
  await page.getByRole('banner').getByRole('button', { name: 'Logg ut' }).click();
}

test('a page asked for before signing in comes back after it, with what was asked in it', async ({ page }) => {
  await page.goto('/logg?slag=round&person=Marit');
  await expect(page).toHaveURL(/\/logg-inn/);
  await signIn(page, NORDLAND.caseworker);
  await expect(page).toHaveURL(/\/logg\?slag=round&person=Marit$/);
  await expect(page.getByLabel('Person')).toHaveValue('Marit');
});

test('whoever is not signed in is asked to, for every page of the portal, be it there or not', async ({ request }) => {
  for (const path of [
    '/forside',
    '/runder',
    '/runder/runde-no-2027',
    '/runder/finnes-ikke',
    '/behovsmeldinger/finnes-ikke/skriv',
    '/rapporter/finnes-ikke',
    '/dispensasjoner/finnes-ikke',
    '/innstillinger/finnes-ikke',
    '/logg',
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([answer.status(), answer.headers()['location']], path).toEqual([
      307,
      `/logg-inn?til=${encodeURIComponent(path)}`,
    ]);
  }
});

test('who signs out is out: the page behind asks for a sign-in again', async ({ page }) => {
  await page.goto('/logg-inn');
  await signIn(page, NORDLAND.skoleeier);
  await expect(page.getByRole('banner')).toContainText('Kari Berg');
  await signOut(page);
  await expect(page.getByRole('banner')).not.toContainText('Kari Berg');
  await page.goto('/forside');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Logg inn');
});

test('a way back that leads elsewhere leads home', async ({ page, baseURL }) => {
  for (const to of ['https://example.org/', '//example.org', '/\\example.org', 'javascript:alert(1)']) {
    await page.context().clearCookies();
    await page.goto(`/logg-inn?til=${encodeURIComponent(to)}`);
    await signIn(page, NORDLAND.member);
    expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin);
    await expect(page).toHaveURL(/\/forside$/);
  }
});

test('somebody who is no person of the demo is not let in by its door', async ({ page }) => {
  await page.goto('/logg-inn');
  const csrfToken = await page.locator('input[name=csrfToken]').first().inputValue();
  for (const person of ['kontakt-beiarn', 'nobody', "' or 1=1 --", '']) {
    await page.request.post('/api/auth/callback/demo', { form: { csrfToken, person, callbackUrl: '/forside' } });
    await page.goto('/forside');
    await expect(page).toHaveURL(/\/logg-inn/);
  }
});

test.describe('with an issuer, and no demo', () => {
  test.describe.configure({ mode: 'serial' });
  let issuer: Issuer;
  let portal: Web;
  const database = process.env.PORTAL_DATABASE_URL ?? '';

  test.beforeAll(async () => {
    const port = await freePort();
    issuer = await startIssuer(`http://localhost:${port}/api/auth/callback/oidc`);
    portal = await startWeb(
      {
        DATABASE_URL: database,
        DEMO_MODE: '',
        NEXTAUTH_SECRET: 'another secret of the browser tests',
        OIDC_ISSUER: issuer.url,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
      },
      port,
    );
  });

  test.afterAll(async () => {
    await portal.stop();
    await issuer.stop();
  });

  test('the persons of the demo are not shown, and the door they use is shut', async ({ page }) => {
    await page.goto(`${portal.address}/logg-inn`);
    await expect(page.getByRole('button', { name: 'Logg inn med arbeidsgiverens konto' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Logg inn som/ })).toHaveCount(0);
    await expect(page.getByText(NORDLAND.caseworker)).toHaveCount(0);
    const csrfToken = await page.locator('input[name=csrfToken]').first().inputValue();
    await page.request.post(`${portal.address}/api/auth/callback/demo`, {
      form: { csrfToken, person: 'demo-nordland-caseworker', callbackUrl: '/forside' },
    });
    await page.goto(`${portal.address}/forside`);
    await expect(page).toHaveURL(/\/logg-inn/);
  });

  test('whoever is not invited is told so in words', async ({ page }) => {
    issuer.account = { sub: 'unknown', email: 'ukjent@example.no', email_verified: true };
    await enter(page);
    await expect(page.getByText('Vi finner ingen invitasjon til e-postadressen din.')).toBeVisible();
  });

  test('whoever is invited comes in by a verified e-mail address, to the page asked for', async ({ page }) => {
    const email = `nils.${Date.now()}@example.no`;
    const invitation = [
      '--import',
      'tsx',
      'prisma/invite.ts',
      '--email',
      email,
      '--role',
      'caseworker',
      '--county',
      'nordland',
      '--name',
      'Nils Invitert',
    ];
    execFileSync(process.execPath, invitation, { env: { ...process.env, DATABASE_URL: database } });
    issuer.account = { sub: email, email, email_verified: false };
    await enter(page);
    await expect(page.getByText('Innloggingstjenesten har ikke bekreftet e-postadressen din.')).toBeVisible();
    issuer.account = { sub: email, email, email_verified: true };
    await page.context().clearCookies();
    await enter(page, '/rapporter');
    await expect(page).toHaveURL(`${portal.address}/rapporter`);
    await expect(page.getByRole('banner')).toContainText('Nils Invitert');
    await signOut(page);
    await expect(page.getByRole('banner')).not.toContainText('Nils Invitert');
  });

  async function enter(page: Page, to = '/forside'): Promise<void> {
    await page.goto(`${portal.address}${to}`);
    await page.getByRole('button', { name: 'Logg inn med arbeidsgiverens konto' }).click();
    await page.waitForURL((url) => url.origin === portal.address && !url.pathname.startsWith('/api/'));
  }
});
