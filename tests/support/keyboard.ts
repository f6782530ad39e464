import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 160;

/** Goes to a control by Tab, and sees that it is in sight and shows that it has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const element = await target.elementHandle();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await page.evaluate((wanted) => document.activeElement === wanted, element)) {
      await expect(target).toBeInViewport();
      const shown = await target.evaluate((focused) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
        return (
          focused.matches(':focus-visible') &&
          ((outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none')
        );
      });
      expect(shown, `${String(target)} shows its focus`).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} is not reached by Tab.`);
}

/** Presses a button, or follows a link. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Writes in a field, in place of what stands there. */
export async function write(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Ticks a box. */
export async function tick(page: Page, label: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true });
  await tabTo(page, box);
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
}

/** Chooses one of the radio buttons of a group: Tab to the group, then by the arrows. */
export async function choose(page: Page, radio: Locator): Promise<void> {
  const group = page.locator(`input[type=radio][name="${(await radio.getAttribute('name')) ?? ''}"]`);
  const chosen = page.locator(`input[type=radio][name="${(await radio.getAttribute('name')) ?? ''}"]:checked`);
  await tabTo(page, (await chosen.count()) > 0 ? chosen : group.first());
  await page.keyboard.press('Space');
  for (let left = await group.count(); left > 0 && !(await radio.isChecked()); left -= 1)
    await page.keyboard.press('ArrowDown');
  await expect(radio).toBeChecked();
}
