import { expect, test } from '@playwright/test';

test('the portal answers in the browser', async ({ page }) => {
  const answer = await page.goto('/');
  expect(answer?.status()).toBeLessThan(500);
});
