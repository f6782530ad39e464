import { defineConfig } from 'vitest/config';

const database = {
  globalSetup: 'tests/support/global-database.ts',
  setupFiles: 'tests/support/fresh-database.ts',
  pool: 'forks',
  testTimeout: 20_000,
  hookTimeout: 60_000,
} as const;

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    // Each waits for PostgreSQL as often as it works: on two cores two files at a time go faster than one.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'domain',
          include: ['tests/{domain,texts,files}/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      { test: { name: 'documents', include: ['tests/documents/**/*.test.ts'] } },
      { test: { name: 'database', include: ['tests/{db,commands,queries,jobs,routes}/**/*.test.ts'], ...database } },
    ],
  },
});
