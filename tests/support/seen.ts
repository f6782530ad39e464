import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/**
 * What a page is made of, each part once: every element by its name, classes, role and input type, within its parent's.
 * Runs in the page. What differs only by data, such as the rows of a longer list, is the same part.
 */
function partsOf(): string[] {
  const sign = (element: Element): string => {
    const own = (name: string) => element.getAttribute(name) ?? '';
    const told = ['aria-label', 'aria-labelledby', 'alt', 'title', 'for', 'href'].filter((name) =>
      element.hasAttribute(name),
    );
    return [
      element.localName,
      own('class'),
      own('role'),
      own('type'),
      own('data-color'),
      own('data-variant'),
      told.join('+'),
      element.textContent === '' ? 'empty' : '',
    ].join('|');
  };
  const parts = new Set(
    [...document.body.querySelectorAll('*')].map(
      (element) => `${element.parentElement === null ? '' : sign(element.parentElement)} > ${sign(element)}`,
    ),
  );
  return [...parts];
}

/**
 * Whether a page of this kind holds any part that no page of its kind has shown before in this run, to whichever
 * worker. Remembers it as shown.
 */
export async function holdsNews(page: Page, kind: string): Promise<boolean> {
  const file = join(process.env.SEEN_FOLDER ?? tmpdir(), encodeURIComponent(kind));
  const before = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  const news = (await page.evaluate(partsOf))
    .map((part) => part.replaceAll('\n', ' '))
    .filter((part) => !before.has(part));
  appendFileSync(file, news.map((part) => `${part}\n`).join(''));
  return news.length > 0;
}
