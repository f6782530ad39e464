// `npm run mutate` changes the rules one by one, and lists the changes that no test noticed: each is a test to write.
// First lib/domain; then, with MUTATE=database, the facts and locks of lib/db, about which PostgreSQL is asked each time.
// It takes hours: `npx stryker run --mutate 'lib/domain/money/*.ts'` asks about one folder.

const PARTS = {
  domain: { mutate: ['lib/domain/**/*.ts'], concurrency: 2, timeoutMS: 5_000 },
  database: {
    // The facts, and where what is decided on is locked.
    mutate: [
      'lib/db/facts/*.ts',
      'lib/db/round/round.ts',
      'lib/db/behovsmelding/{behovsmelding,draft,parties}.ts',
      'lib/db/innstilling/{draft,innstilling}.ts',
      'lib/db/report/report.ts',
      'lib/db/tildeling/{cases,approval}.ts',
    ],
    concurrency: 1,
    timeoutMS: 60_000,
  },
};

const part = process.env.MUTATE === 'database' ? 'database' : 'domain';
// Read by vitest.config.ts, in this process and those it starts.
process.env.VITEST_PROJECT = part;

export default {
  ...PARTS[part],
  testRunner: 'vitest',
  coverageAnalysis: 'perTest',
  // A mutant that every test loads is one that no test is about.
  ignoreStatic: true,
  vitest: { configFile: 'vitest.config.ts', related: part === 'domain' },
  ignorePatterns: ['.next', '.data', '.cache', 'test-results', 'docs'],
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: `.cache/mutants-${part}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  tempDirName: '.cache/stryker',
  allowConsoleColors: false,
};
