import { expect, test } from 'vitest';
import { emptyDatabase } from '#tests/support/database';
import { diff } from '../../prisma/diff';
import { migrate } from '../../prisma/migrate';

test('a freshly migrated database is what schema.prisma says', async () => {
  const { url, drop } = await emptyDatabase();
  await migrate(url);
  expect(await diff(url)).toBe('');
  await drop();
});

test('migrating twice changes nothing the second time', async () => {
  const { url, drop } = await emptyDatabase();
  expect(await migrate(url)).not.toEqual([]);
  expect(await migrate(url)).toEqual([]);
  await drop();
});
