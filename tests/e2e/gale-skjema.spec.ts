import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { crawl, kindOf } from '#tests/support/crawl';
import { as, NORDLAND } from '#tests/support/people';

// Forms filled by hand, without the page: every action of every form that a person can reach is sent what no page sends.
test.describe.configure({ mode: 'parallel', timeout: 150_000 });
test.use({ trace: 'off' });

type Fields = readonly (readonly [name: string, value: string])[];
interface Found {
  path: string;
  action: Fields;
  fields: readonly string[];
  own: Fields;
}

/** The forms of the page that lead to an action, as they are without script. */
async function formsOf(page: Page, path: string): Promise<Found[]> {
  const forms = await page
    .locator('form')
    .evaluateAll((all) =>
      all.map((form) =>
        form instanceof HTMLFormElement
          ? [...new FormData(form)].map(([name, value]): [string, string] => [
              name,
              typeof value === 'string' ? value : '',
            ])
          : [],
      ),
    );
  const isAction = ([name]: readonly [string, string]): boolean => name.startsWith('$ACTION');
  return forms
    .filter((form) => form.some(isAction))
    .map((form) => {
      const own = form.filter((one) => !isAction(one));
      return {
        path,
        action: form.filter(isAction),
        own,
        fields: [...new Set(own.map(([name]) => name)), 'do', 'then', 'ids', 'comment', 'reason'],
      };
    });
}

/** Which action a form leads to: one form for each is enough, however many pages hold it. */
const actionOf = ({ action }: Found): string => /[0-9a-f]{40,}/.exec(JSON.stringify(action))?.[0] ?? '';

const BAD = [
  '\0',
  'x'.repeat(20_000),
  '-1',
  '99999999999999999999',
  '1e309',
  'NaN',
  '2027-13-45',
  '\u{1F600}',
  '\uD800',
  '[]',
  '__proto__',
  "' or 1=1 --",
];

/**
 * What a form may be sent: nothing, everything bad, everything twice, groups where texts stand, and names that reach
 * for more. None of it may be done.
 */
function wrongly({ fields, own }: Found): Fields[] {
  const id = own.filter(([name]) => name === 'id');
  const rest = own.filter(([name]) => name !== 'id' && name !== 'version');
  const stale: Fields = [
    ...rest,
    ['id', own.some(([name]) => name === 'version') ? (id[0]?.[1] ?? '') : 'nobody'],
    ['version', '999999'],
  ];
  const reaching: Fields = [
    '__proto__.a',
    'constructor',
    'uh.__proto__',
    'rows.__proto__.uh',
    'lines.0',
    'uh.0.organisationId.x',
    'egenandel.9999999999.amount',
    'egenandel.__proto__.amount',
  ].map((name) => [name, '__proto__']);
  return [
    [],
    ...BAD.map((value): Fields => fields.map((name) => [name, value])),
    [...id, ...fields.filter((name) => name !== 'id').map((name): [string, string] => [name, '\0'])],
    [...own, ...own, ['id', 'nobody'], ['version', '1']],
    fields.map((name) => [`${name}.a.b`, 'x']),
    stale,
    [...stale, ...reaching],
    [...reaching, ...stale],
    ...['send', 'deliver', 'file', 'accept', 'return', 'save', 'x'].map((value): Fields => [
      ['do', value],
      ['then', value],
      ['side', value],
      ['version', '\0'],
    ]),
  ];
}

// What an action makes of bad fields is the same for all; who sends it decides only what comes after.
const tried = new Set<string>();
const FEW = [0, -1, -2, -3, -8, -9, -10];

/** The ways a form is sent wrongly: all of them the first time its action is met, and a few for each person after that. */
function waysFor(form: Found): Fields[] {
  const ways = wrongly(form);
  const first = !tried.has(actionOf(form));
  tried.add(actionOf(form));
  return first ? ways : FEW.flatMap((index) => ways.slice(index, index === -1 ? undefined : index + 1));
}

async function post(request: APIRequestContext, path: string, fields: Fields): Promise<number> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return (
    await request.post(path, { multipart: form, headers: { origin: process.env.PORTAL_URL ?? '' }, maxRedirects: 0 })
  ).status();
}

for (const name of [NORDLAND.skoleeier, NORDLAND.coordinator, NORDLAND.uh, NORDLAND.caseworker, NORDLAND.approver]) {
  test(`no form that ${name} sends by hand is an error of ours`, async ({ browser }) => {
    const page = await as(browser, name, { javaScriptEnabled: false });
    const forms = new Map<string, Found>();
    const known = await crawl(page, '/forside', 2, async (path) => {
      for (const form of await formsOf(page, path)) forms.set(actionOf(form), form);
    });
    expect(known.size).toBeGreaterThan(5);
    expect(forms.size).toBeGreaterThan(0);
    const wrong: string[] = [];
    for (const form of forms.values()) {
      await Promise.all(
        waysFor(form).map(async (fields, index) => {
          const status = await post(page.context().request, form.path, [...form.action, ...fields]);
          if (status >= 500) wrong.push(`${status} ${kindOf(form.path)} ${form.fields.join()}, way ${index}`);
        }),
      );
    }
    expect(wrong).toEqual([]);
  });
}

test('an action whose call is garbled, or that is not there, is no error of ours', async ({ browser }) => {
  const page = await as(browser, NORDLAND.skoleeier, { javaScriptEnabled: false });
  await page.goto('/behovsmeldinger/ny');
  const [form] = await formsOf(page, '/behovsmeldinger/ny');
  const real = /[0-9a-f]{40,}/.exec(JSON.stringify(form?.action))?.[0] ?? '';
  expect(real).not.toBe('');
  const calls = [
    ['text/plain;charset=UTF-8', '[]'],
    ['text/plain;charset=UTF-8', '{"$'],
    ['text/plain', '["$K1"]'],
    ['text/plain', '["$K1","$K1"]'],
    ['text/plain', '[{"__proto__":{"a":1}},"$undefined"]'],
    ['text/plain', '[null,{"a":1}]'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=x', '--x\r\n'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K1"]\r\n--x--\r\n'],
    ['application/json', '\0'],
    ['application/x-www-form-urlencoded', '%00=%E0%A4%A'],
    ['', ''],
  ] as const;
  const wrong: string[] = [];
  for (const path of ['/behovsmeldinger/ny', '/forside', '/finnes-ikke', '/']) {
    for (const action of [real, 'x', '0'.repeat(42), '__proto__', 'x'.repeat(5000)]) {
      for (const [type, data] of calls) {
        const status = (
          await page.request.post(path, {
            data,
            headers: { 'content-type': type, 'next-action': action },
            maxRedirects: 0,
          })
        ).status();
        if (status >= 500) wrong.push(`${status} ${path} ${action.slice(0, 10)} ${type} ${data}`);
      }
    }
    for (const field of ['$ACTION_ID_x', `$ACTION_ID_${real}`, '$ACTION_REF_1', '$ACTION_KEY', '$ACTION_1:0']) {
      for (const value of ['', 'x', '{"id":"x","bound":"$@1"}', `{"id":"${real}","bound":"$@9"}`]) {
        const status = await post(page.request, path, [
          [field, value],
          ['id', 'x'],
        ]);
        if (status >= 500) wrong.push(`${status} ${path} ${field} ${value}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
