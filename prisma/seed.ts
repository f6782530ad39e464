import { parseArgs } from 'node:util';
import { db } from '#lib/db/client';
import { seedDemo } from './demo/demo';
import { models } from './models';

const { values } = parseArgs({ options: { today: { type: 'string' } } });
const today = values.today ?? process.env.SEED_TODAY;
const now = today === undefined ? new Date() : new Date(`${today}T08:00:00.000Z`);
if (Number.isNaN(now.getTime()))
  throw new Error('Write the day as YYYY-MM-DD: npm run db:seed:demo -- --today 2026-11-22');

const done = await seedDemo(now);
await Promise.all([db().destroy(), models().$disconnect()]);
process.stdout.write(
  done === 'seeded'
    ? 'The demo is in: Troms og Finnmark 2021 and three rounds of Nordland.\n'
    : 'The demo is already there. Nothing is changed.\n',
);
