import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.js';
import { build, prepare } from './setup.js';
import { giveUp, npm, say, Sentence, step, stopChildren } from './step.js';

const UNITS = join('.cache', 'units.json');
const BROWSER = join('.cache', 'browser.json');
const count = { passed: 0, failed: 0 };

/**
 * A step that passes or fails as one; its failure is counted and the rest goes on. @param {string} title @param {()
 * => Promise<void>} work
 */
async function check(title, work) {
  try {
    await step(title, work);
    return true;
  } catch (fault) {
    count.failed += 1;
    say(`✗ ${fault instanceof Sentence ? fault.message : String(fault)}\n`);
    return false;
  }
}

/**
 * A step whose tests are counted from the report the runner leaves; a fall that no test shows counts as one.
 * @param {string} title @param {string} script @param {string} report @param {NodeJS.ProcessEnv} [env]
 */
async function tests(title, script, report, env = {}) {
  rmSync(report, { force: true });
  const sentence = `${title}: not all passed.`;
  const whole = await check(title, () => npm(script, { sentence, quiet: false, env: { ...process.env, ...env } }));
  if (!existsSync(report)) return;
  const told = JSON.parse(readFileSync(report, 'utf8'));
  const passed = told.numPassedTests ?? told.stats.expected + told.stats.flaky;
  const failed = told.numFailedTests ?? told.stats.unexpected;
  count.passed += passed;
  count.failed += !whole && failed > 0 ? failed - 1 : failed;
}

async function main() {
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopChildren();
      process.exit(130);
    });
  }
  const all = !process.argv.includes('--check');
  await prepare();
  if (process.argv.includes('--quick')) return quick();
  mkdirSync('.cache', { recursive: true });
  await check('Format (Prettier)', () =>
    npm('format', { sentence: 'Prettier prints these otherwise (npx prettier --write . mends it):' }),
  );
  await check('Types', () => npm('types', { sentence: 'The types do not hold:' }));
  await check('Lint', () => npm('lint', { sentence: 'Lint found something:' }));
  await check('Unused code (knip)', () => npm('knip', { sentence: 'Something is used nowhere:' }));
  await tests(
    'Unit and database tests',
    `test:units -- --reporter=default --reporter=json --outputFile.json=${UNITS}`,
    UNITS,
  );
  const built = await check('The build', build);
  if (all && built) await browserTests();
  say(`\n${count.passed} passed, ${count.failed} failed`);
  process.exit(count.failed === 0 ? 0 : 1);
}

/** What to run at every save, side by side: the print, the types, and the rules' own tests. */
async function quick() {
  const begun = Date.now();
  const work = { format: 'Prettier prints it otherwise:', types: 'The types do not hold:', rules: 'A rule does not:' };
  const done = await Promise.allSettled(
    Object.entries(work).map(async ([script, sentence]) => {
      await npm(script, { sentence });
      say(`✓ ${script}, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    }),
  );
  const failed = done.filter(({ status }) => status === 'rejected');
  for (const one of failed) if (one.status === 'rejected') say(`✗ ${String(one.reason?.message ?? one.reason)}`);
  process.exit(failed.length === 0 ? 0 : 1);
}

async function browserTests() {
  let browser = '';
  const found = await check('A browser to test in', async () => {
    browser = await findBrowser();
    say(`  ${browser}`);
  });
  if (!found) return;
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER };
  await tests('Browser tests', 'test:browser -- --reporter=line,json', BROWSER, env);
}

main().catch(giveUp);
