import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { db } from '#lib/db/client';
import { makeWorld } from '#tests/support/world';
import { createDatabase, migrate } from '../../prisma/migrate';
import { build } from '../../scripts/setup.js';
import { step } from '../../scripts/step.js';
import { startTemporaryPostgres } from '../../scripts/temporary.js';
import { benchApprove, benchSubmit } from './commands';
import { benchList, largestRound } from './list';
import { benchPage } from './page';
import { benchSaving } from './saving';
import { pageTable, resultsTable, savingTable } from './table';

const NEEDS = '5000';
const BUDGET = 2_000_000_000; // room for every tildeling that is approved here

await build();
// Without the flags of the tests: as durable as the portal's own.
const server = await step('Starting PostgreSQL', () => startTemporaryPostgres([]));
const url = server.url('bench');
process.env.DATABASE_URL = url;
const pool = new pg.Pool({ connectionString: url, max: 10 });
pool.on('error', () => undefined);
try {
  const world = await step(`Filling a county with ${NEEDS} needs`, async () => {
    await createDatabase(url);
    await migrate(url);
    const made = await makeWorld({ budget: BUDGET });
    execFileSync(process.execPath, ['--import', 'tsx', 'prisma/seed-large.ts', '--needs', NEEDS], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return made;
  });
  const listed = await largestRound(pool);
  const list = await step('Listing', () => benchList(pool, listed));
  const page = await step('Asking for the page', () => benchPage(url, listed));
  const saving = await step('Saving while 200 type', () => benchSaving(pool, url, world));
  const submit = await step('Submitting', () => benchSubmit(pool, world));
  const approve = await step('Approving', () => benchApprove(pool, world));
  process.stdout.write(
    `\n${resultsTable([...list, ...submit, ...approve])}\n\n${pageTable(page)}\n\n${savingTable(saving)}\n`,
  );
} finally {
  await pool.end();
  await db().$disconnect();
  await server.stop();
}
process.exit(0);
