import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, unlessDone } from './fingerprint.js';
import { npm, say, Sentence, step } from './step.js';

/**
 * The database of the portal: the one DATABASE_URL names, or the project's own with the demo in it; migrated either way.
 * @param {string} project
 * @returns {Promise<{ url: string, demo: boolean, pid?: number, ended?: Promise<unknown>, stop: () => Promise<void> }>}
 */
export async function openDatabase(project) {
  const given = process.env.DATABASE_URL;
  const demo = process.env.SEED_DEMO === '1';
  if (given !== undefined && given !== '') {
    if (!/^postgres(ql)?:\/\//.test(given))
      throw new Sentence('DATABASE_URL must look like postgresql://user:password@host:5432/name.');
    await step('Migrating the database of DATABASE_URL', () => migrate(given, ''));
    await step('Judging the lists anew', () => recompute(given));
    if (demo) await step('Filling in the demo (SEED_DEMO=1)', () => seed(given));
    return { url: given, demo, stop: () => Promise.resolve() };
  }
  return ownDatabase(project);
}

/** @param {string} project */
async function ownDatabase(project) {
  const { dataRoom } = await import('./account.js');
  const { startPostgres } = await import('./postgres.js');
  const room = dataRoom(project);
  if (!room.startsWith(project))
    say(`  The data lie in ${room}: the project's folder is closed to the user PostgreSQL runs as.`);
  const server = await step('Starting PostgreSQL', () => startPostgres(room));
  const url = server.url('portal');
  try {
    await unlessDone(join(room, 'migrated'), fingerprint(['prisma/migrations']), () =>
      step('Migrating the database', async () => {
        await migrate(url, ' -- --create');
        await recompute(url);
      }),
    );
    const seeded = join(room, 'seeded');
    if (!existsSync(seeded) && existsSync(join('prisma', 'seed.ts'))) {
      await step('Filling in the demo', () => seed(url));
      writeFileSync(seeded, '');
    }
  } catch (fault) {
    await server.stop();
    throw fault;
  }
  return { url, demo: true, pid: server.pid, ended: server.ended, stop: server.stop };
}

/** @param {string} url @param {string} flags */
function migrate(url, flags) {
  const sentence = 'The database could not be migrated. Does it answer, and may its user create tables?';
  return npm(`db:migrate${flags}`, { sentence, env: { ...process.env, DATABASE_URL: url } });
}

/** What lists say of needs, judged as this release does. @param {string} url */
function recompute(url) {
  const sentence = 'The lists could not be judged anew:';
  return npm('recompute', { sentence, env: { ...process.env, DATABASE_URL: url } });
}

/** @param {string} url */
function seed(url) {
  return npm('db:seed:demo', {
    sentence: 'The demo could not be filled in:',
    env: { ...process.env, DATABASE_URL: url },
  });
}
