import type { APIRequestContext, Page } from '@playwright/test';

/** The kind of a page: its path with ids, years and references as a star. */
export function kindOf(path: string): string {
  return path
    .split('/')
    .map((part) => (/\d/.test(part) ? '*' : part))
    .join('/')
    .replace(/^\/(fylke|folk|forum|regioner|oppsett\/[a-z-]*(?:regler|frister))\/[^/]+/, '/$1/*');
}

// Records whose id has no figure in it, and what is no page.
const LEFT_OUT = [/^\/sprak/, /^\/api\//, /^\/_next/];

/** The links in a page's HTML, as paths of this portal, without what is sent in the query. */
function linksIn(html: string): string[] {
  const all = [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"?#]*)/g)].map(([, path = '']) => path);
  return all.filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)));
}

// Of each kind some more are only read for their links, as the first round there is may lead nowhere yet.
const GLANCES = 3;

type Open = (path: string) => Promise<string>;

/**
 * Walks by the portal's own links from `start`, and opens up to `each` pages of every kind. `open` and `glance`
 * answer a page's HTML. Answers the opened paths by kind.
 */
async function walk(start: string, each: number, open: Open, glance: Open): Promise<Map<string, string[]>> {
  const waiting = [start];
  const met = new Map<string, string[]>();
  const glanced = new Map<string, number>();
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const before = met.get(kind) ?? [];
    const glances = glanced.get(kind) ?? 0;
    const opens = before.length < each;
    if (opens) met.set(kind, [...before, path]);
    else if (glances < GLANCES) glanced.set(kind, glances + 1);
    else continue;
    const fresh = linksIn(await (opens ? open : glance)(path)).filter((link) => !seen.has(link));
    for (const link of fresh) seen.add(link);
    waiting.push(...fresh);
  }
  return met;
}

const htmlBy =
  (request: APIRequestContext): Open =>
  async (path) =>
    (await request.get(path)).text();

/** The same walk in a browser, which looks at each page that is open. */
export async function crawl(
  page: Page,
  start: string,
  each: number,
  look: (path: string, kind: string) => Promise<void>,
): Promise<Map<string, string[]>> {
  return walk(
    start,
    each,
    async (path) => {
      await page.goto(path);
      await look(path, kindOf(path));
      return page.content();
    },
    htmlBy(page.request),
  );
}

/** The same walk by the pages' HTML alone, far quicker. */
export async function read(
  request: APIRequestContext,
  start: string,
  each: number,
  look: (path: string, html: string) => void = () => undefined,
): Promise<Map<string, string[]>> {
  const glance = htmlBy(request);
  return walk(
    start,
    each,
    async (path) => {
      const html = await glance(path);
      look(path, html);
      return html;
    },
    glance,
  );
}
