import { expect, test, type APIRequestContext } from '@playwright/test';
import { read } from '#tests/support/crawl';
import { as, NORDLAND, TROMS_OG_FINNMARK } from '#tests/support/people';
import { sources } from '#tests/support/sources';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });
test.use({ trace: 'off' });

/** Every page there is, by its folder: `/runder/[id]/fordeling`. */
const PAGES = sources('app', /\/page\.tsx$/).map(
  ({ path }) =>
    path
      .replace(/^app/, '')
      .replace(/\/\([^)]+\)/g, '')
      .replace(/\/page\.tsx$/, '') || '/',
);
const WITH_ID = PAGES.filter((page) => page.includes('['));

/** Ids that no record has, as they are written in an address. */
const IDS = [
  '%00',
  'a%00b',
  'x'.repeat(3000),
  '-1',
  '99999999999999999999',
  '__proto__',
  'constructor',
  '..%2F..%2Fetc',
  '%27%20or%201%3D1--',
  '%F0%9F%98%80',
  '%E0%A4%A',
  '%0D%0ASet-Cookie:a=b',
  '00000000-0000-7000-8000-000000000000',
  'NO-2027-9999',
];

const NAMES = [
  'slag',
  'sak',
  'person',
  'fra',
  'til',
  'side',
  'tilstand',
  'state',
  'region',
  'uh',
  'short',
  'q',
  'sort',
  'descending',
  'page',
  'programme',
  'year',
  'countyId',
  'metode',
  'siste',
  'vekt',
  'vekt.nordland',
  'vekt.__proto__',
  'sok',
  'valg',
  'gjort',
  'lagret',
  'sendt',
  'svart',
  'levert',
  'error',
  'callbackUrl',
  'tilbake',
  'id',
  '__proto__',
  'constructor.prototype',
];
const VALUES = [
  '%00',
  'x'.repeat(300),
  '-1',
  '99999999999999999999',
  '2027-13-45',
  '%F0%9F%98%80',
  '%E0%A4%A',
  '__proto__',
];

async function statusOf(request: APIRequestContext, path: string): Promise<number> {
  return (await request.get(path, { maxRedirects: 0 })).status();
}

for (const name of [NORDLAND.skoleeier, NORDLAND.caseworker]) {
  test(`no id that ${name} writes by hand in an address is an error of ours`, async ({ browser }) => {
    const { request } = (await as(browser, name)).context();
    const wrong: string[] = [];
    for (const page of WITH_ID) {
      await Promise.all(
        IDS.map(async (id) => {
          const path = page.replaceAll(/\[[^\]]+\]/g, id);
          const status = await statusOf(request, path);
          if (status !== 404 && status !== 400) wrong.push(`${status} ${path.slice(0, 100)}`);
        }),
      );
    }
    expect(wrong).toEqual([]);
    expect(WITH_ID.length).toBeGreaterThan(10);
  });

  test(`nothing that ${name} writes after the question mark is an error of ours`, async ({ browser }) => {
    const { request } = (await as(browser, name)).context();
    const wrong: string[] = [];
    // Each name meets each value, in as many requests as there are values; the last two send every name twice.
    const queries = [...VALUES.keys(), 0, 1].map((turn, index) => {
      const fields = NAMES.map((field, at) => `${field}=${VALUES[(at + turn) % VALUES.length] ?? ''}`);
      return (index < VALUES.length ? fields : [...fields, ...fields.reverse()]).join('&');
    });
    const met = await read(request, '/forside', 1);
    for (const path of [...met.values()].flat()) {
      await Promise.all(
        queries.map(async (query, index) => {
          const status = await statusOf(request, `${path}?${query}`);
          if (status >= 500) wrong.push(`${status} ${path}, query ${index}`);
        }),
      );
    }
    expect(wrong).toEqual([]);
    expect(met.size).toBeGreaterThan(10);
  });
}

test('what is another county’s answers as what is not there: the same status and the same words', async ({
  browser,
}) => {
  const there = await read((await as(browser, TROMS_OG_FINNMARK.caseworker)).context().request, '/forside', 1);
  const page = await as(browser, NORDLAND.caseworker);
  const differing: string[] = [];
  let compared = 0;
  for (const [kind, [path = '']] of there) {
    // What is decided is for all, with its letters; what goes by programme is each county's own.
    if (!kind.includes('*') || /^\/(fylke|tiltak|brev|tildelinger|oppsett\/frister)\//.test(kind)) continue;
    const answers = [];
    for (const address of [path, kind.replace('*', '00000000-0000-7000-8000-000000000000')]) {
      const status = (await page.goto(address))?.status();
      answers.push(`${status} ${await page.getByRole('main').innerText()}`);
    }
    compared += 1;
    if (answers[0] !== answers[1] || answers[0]?.startsWith('404') !== true)
      differing.push(`${path}: ${answers.join(' / ')}`);
  }
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(2);
});

test('the addresses for programs take no harm from what they are sent', async ({ request }) => {
  const bodies = ['', '{', '[]', 'null', '\0', 'a=%00', 'csrfToken[]=1&person=2&person=3', 'x'.repeat(100_000)];
  const wrong: string[] = [];
  for (const path of [
    '/api/auth/signin',
    '/api/auth/signin/demo',
    '/api/auth/signin/oidc',
    '/api/auth/callback/demo',
    '/api/auth/callback/oidc',
    '/api/auth/signout',
    '/api/auth/session',
    '/api/auth/_log',
    '/api/auth/%00',
    '/api/auth',
    '/api/helse',
    '/sprak',
    '/api/finnes-ikke',
    '/',
    '/forside',
  ]) {
    for (const type of [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'text/plain',
      '',
    ]) {
      await Promise.all(
        bodies.map(async (data) => {
          const status = (
            await request.post(path, { data, headers: { 'content-type': type }, maxRedirects: 0 })
          ).status();
          if (status >= 500) wrong.push(`${status} POST ${path} ${type} ${JSON.stringify(data.slice(0, 20))}`);
        }),
      );
    }
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const status = (
        await request.fetch(`${path}?error=%00&callbackUrl=%00&tilbake=%00&til=%00&a=1&a=2`, {
          method,
          maxRedirects: 0,
        })
      ).status();
      if (status >= 500) wrong.push(`${status} ${method} ${path}`);
    }
  }
  expect(wrong).toEqual([]);
});
