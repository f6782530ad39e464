import type { TestProject } from 'vitest/node';
import { createDatabase, migrate } from '../../prisma/migrate';
import { startTemporaryPostgres } from '../../scripts/temporary.js';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: { server: string; template: string };
  }
}

const TEMPLATE = 'template_portal';
/** One PostgreSQL for all test files, with a migrated database to clone. Stopped and removed afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporaryPostgres();
  try {
    await createDatabase(server.url(TEMPLATE));
    await migrate(server.url(TEMPLATE));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('postgres', { server: server.url('postgres'), template: TEMPLATE });
  return server.stop;
}
