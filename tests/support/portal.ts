import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, migrate } from '../../prisma/migrate';
import { startTemporaryPostgres } from '../../scripts/temporary.js';
import { SAID, startWeb } from '#tests/support/web';

/** The built portal over a database of its own with the demo in it, for the browser tests. Stopped afterwards. */
export default async function setup(): Promise<() => Promise<void>> {
  const seen = mkdtempSync(join(tmpdir(), 'samarbeidsforum-seen-'));
  process.env.SEEN_FOLDER = seen;
  rmSync(SAID, { force: true });
  const forget = (): void => {
    rmSync(seen, { recursive: true, force: true });
  };
  // Whoever writes tests keeps one running, and says where it is.
  if (process.env.PORTAL_URL !== undefined && process.env.PORTAL_DATABASE_URL !== undefined)
    return () => Promise.resolve().then(forget);
  const server = await startTemporaryPostgres();
  const url = server.url('portal');
  const env = { DATABASE_URL: url, NEXTAUTH_SECRET: 'known only to the browser tests of this run', DEMO_MODE: '1' };
  try {
    await createDatabase(url);
    await migrate(url);
    if (existsSync('prisma/seed.ts'))
      execFileSync(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    const web = await startWeb(env);
    process.env.PORTAL_URL = web.address;
    process.env.PORTAL_DATABASE_URL = url;
    return () => web.stop().then(server.stop).then(forget);
  } catch (error) {
    await server.stop();
    throw error;
  }
}
