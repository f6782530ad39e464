import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingPlatforms } from '../scripts/lock.js';

test('package-lock.json holds the packages of every platform, so npm ci takes it (npm run lock)', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Parameters<typeof missingPlatforms>[0];
  };
  expect(missingPlatforms(packages).map(([path]) => path)).toEqual([]);
});
