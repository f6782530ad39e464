import pg from 'pg';
import { db } from '#lib/db/client';
import { makeWorld } from '#tests/support/world';
import { createDatabase, migrate } from '../../prisma/migrate';
import { startTemporaryPostgres } from '../../scripts/temporary.js';
import { benchApprove, benchSubmit } from './commands';
import { median, p95 } from './measure';

const server = await startTemporaryPostgres([]);
const url = server.url('bench');
process.env.DATABASE_URL = url;
const pool = new pg.Pool({ connectionString: url, max: 10 });
try {
  await createDatabase(url);
  await migrate(url);
  const world = await makeWorld({ budget: 2_000_000_000 });
  for (const bench of [benchSubmit, benchApprove]) {
    for (const { name, clients, statements, times: { ours, bare } } of await bench(pool, world)) {
      process.stdout.write(`${name} ${String(clients)} clients ${String(statements)} statements: ours ${median(ours).toFixed(2)} p95 ${p95(ours).toFixed(2)} bare ${median(bare).toFixed(2)} p95 ${p95(bare).toFixed(2)} ratio ${(median(ours) / median(bare)).toFixed(2)}\n`);
    }
  }
} finally {
  await pool.end();
  await db().$disconnect();
  await server.stop();
}
process.exit(0);
