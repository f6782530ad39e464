import { build } from '../../scripts/setup.js';
import { step } from '../../scripts/step.js';
import { startTemporaryPostgres } from '../../scripts/temporary.js';
import { benchCommands } from './commands';
import { benchClients, benchCsv, benchLarge, benchList, benchPages, benchStart, benchStatements } from './pages';
import { benchSaving } from './saving';
import { makeLarge, makeSmall, type Small } from './stage';
import { limited, resultsTable, type Row } from './table';

const MOST_MEGABYTES = 300;

/** The parts in the order they are done: `npm run bench` does them all, `npm run bench -- list page` two of them. */
const PARTS = ['list', 'page', 'csv', 'statements', 'start', 'clients', 'large', 'saving', 'commands'] as const;
type Part = (typeof PARTS)[number];

const SMALL: Readonly<Record<Exclude<Part, 'large'>, (small: Small) => Promise<Row[]>>> = {
  list: benchList,
  page: benchPages,
  csv: benchCsv,
  statements: benchStatements,
  start: benchStart,
  clients: benchClients,
  saving: benchSaving,
  commands: benchCommands,
};
/** The parts that ask the server which then is weighed. */
const ASKING: readonly Part[] = ['page', 'csv', 'clients', 'saving'];

function chosen(): Part[] {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !PARTS.some((part) => part === name));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}. The parts are ${PARTS.join(', ')}.`);
  return PARTS.filter((part) => asked.length === 0 || asked.includes(part));
}

const parts = chosen();
const begun = Date.now();
await build();
// Without the flags of the tests: as durable as the portal's own.
const server = await step('Starting PostgreSQL', () => startTemporaryPostgres([]));
const rows: Row[] = [];
try {
  const url = server.url('bench');
  const small = await step('Filling a county with 5,000 needs', () => makeSmall(url));
  const large = parts.includes('large')
    ? await step('Filling another with 50,000', () => makeLarge(server.url('postgres'), url, server.url('bench_large')))
    : null;
  for (const part of parts) {
    const work = part === 'large' ? large && (() => benchLarge(small, large)) : () => SMALL[part](small);
    // What cannot be measured is said, and the rest is measured all the same.
    await step(`Measuring ${part}`, async () => {
      try {
        rows.push(...((await work?.()) ?? []));
      } catch (error) {
        rows.push({ ...limited(`${part}: ${String(error).slice(0, 80)}`, NaN, 0, ''), reached: false });
      }
    });
  }
  if (parts.some((part) => ASKING.includes(part))) {
    const { now, most } = (await small.base.portal()).memory();
    rows.push(limited('the server, resident after all this and at most', now, MOST_MEGABYTES, 'MB', most));
  }
  await small.base.close();
  await large?.base.close();
} finally {
  await server.stop();
}
process.stdout.write(`\n${resultsTable(rows)}\nAll in ${((Date.now() - begun) / 1000).toFixed(0)} s.\n`);
process.exit(0);
