import { afterAll } from 'vitest';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { testDatabase } from '#tests/support/database';

// Runs before each test file: its database is its own, so files neither see nor wait for each other.
const database = await testDatabase();

afterAll(async () => {
  await Promise.all([db().destroy(), models().$disconnect()]);
  await database.drop();
});
