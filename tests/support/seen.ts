import type { Page } from '@playwright/test';

/**
 * What a page is made of, each part once: every element by its name, classes, role and input type, within its parent's.
 * Runs in the page. What differs only by data, such as the rows of a longer list, is the same part.
 */
function partsOf(): string[] {
  const sign = (element: Element): string => {
    const own = (name: string) => element.getAttribute(name) ?? '';
    const told = ['aria-label', 'aria-labelledby', 'alt', 'title', 'for', 'href'].filter((name) => element.hasAttribute(name));
    return [element.localName, own('class'), own('role'), own('type'), own('data-color'), own('data-variant'), told.join('+'), element.textContent === '' ? 'empty' : ''].join('|');
  };
  const parts = new Set([...document.body.querySelectorAll('*')].map((element) => `${element.parentElement === null ? '' : sign(element.parentElement)} > ${sign(element)}`));
  return [...parts];
}

const seen = new Map<string, Set<string>>();

/** Whether a page of this kind holds any part that no page of its kind has shown before to this worker. Remembers it as shown. */
export async function holdsNews(page: Page, kind: string): Promise<boolean> {
  const before = seen.get(kind) ?? new Set();
  seen.set(kind, before);
  const news = (await page.evaluate(partsOf)).filter((part) => !before.has(part));
  for (const part of news) before.add(part);
  return news.length > 0;
}
