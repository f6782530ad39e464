import type { Page } from '@playwright/test';

/** The kind of a page: its path with ids, years and references as a star. */
export function kindOf(path: string): string {
  return path.split('/').map((part) => (/\d/.test(part) ? '*' : part)).join('/').replace(/^\/fylke\/[^/]+/, '/fylke/*');
}

// Records whose id has no figure in it, and what is no page.
const LEFT_OUT = [/^\/sprak/, /^\/api\//, /^\/_next/];

/** The links of the page that is open, as paths of this portal, without what is sent in the query. */
async function links(page: Page): Promise<string[]> {
  const all = await page.locator('a[href]').evaluateAll((anchors) => anchors.flatMap((one) => (one instanceof HTMLAnchorElement && one.origin === location.origin ? [one.pathname] : [])));
  return all.filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)));
}

/** Walks by the portal's own links from `start`, and looks at up to `each` pages of every kind. Answers the paths by kind. */
export async function crawl(page: Page, start: string, each: number, look: (path: string, kind: string) => Promise<void>): Promise<Map<string, string[]>> {
  const waiting = [start];
  const met = new Map<string, string[]>();
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const before = met.get(kind) ?? [];
    if (before.length >= each) continue;
    met.set(kind, [...before, path]);
    await page.goto(path);
    await look(path, kind);
    const fresh = (await links(page)).filter((link) => !seen.has(link));
    for (const link of fresh) seen.add(link);
    waiting.push(...fresh);
  }
  return met;
}
