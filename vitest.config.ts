import { defineConfig } from 'vitest/config';

const database = {
  globalSetup: 'tests/support/global-database.ts',
  setupFiles: 'tests/support/fresh-database.ts',
  pool: 'forks',
  testTimeout: 20_000,
  hookTimeout: 60_000,
} as const;

const PROJECTS = [
  { test: { name: 'domain', include: ['tests/{domain,texts,files}/**/*.test.ts'], testTimeout: 20_000 } },
  // What reads the source tree itself.
  { test: { name: 'house', include: ['tests/*.test.ts'], testTimeout: 20_000 } },
  { test: { name: 'components', include: ['tests/components/**/*.test.ts'] } },
  { test: { name: 'documents', include: ['tests/documents/**/*.test.ts'] } },
  { test: { name: 'database', include: ['tests/{db,commands,queries,jobs,routes}/**/*.test.ts'], ...database } },
];

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    // Each waits for PostgreSQL as often as it works: on two cores two files at a time go faster than one.
    maxWorkers: 2,
    projects: PROJECTS.filter(({ test }) => [undefined, test.name].includes(process.env.VITEST_PROJECT)),
  },
});
