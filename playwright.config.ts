import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/portal.ts',
  outputDir: 'test-results',
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: '.cache/browser.json' }]],
  use: {
    ...(process.env.PORTAL_URL === undefined ? {} : { baseURL: process.env.PORTAL_URL }),
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath,
      // The sandbox wants rights that root, containers and an unpacked Chromium lack; the tests see this portal only.
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
