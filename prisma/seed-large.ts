import { parseArgs } from 'node:util';
import { db } from '#lib/db/client';
import { caseworkerOf, makeField, roundsOf } from './large/county';
import { addBehovsmeldinger } from './large/needs';
import { models } from './models';

const BATCH = 500;
const USAGE = 'npm run seed:large -- --needs 5000 [--county lasttest] [--again]';

/** Fills a county of its own with a closed round of many needs, for load. */
async function run(): Promise<string> {
  const { values } = parseArgs({
    options: {
      needs: { type: 'string', default: '5000' },
      county: { type: 'string', default: 'lasttest' },
      again: { type: 'boolean', default: false },
    },
  });
  const needs = Number(values.needs);
  if (!/^\d{1,6}$/.test(values.needs) || needs < 1)
    throw new Error('--needs must be a whole number from 1 to 999 999.');
  if (!/^[a-z][a-z-]{1,30}$/.test(values.county))
    throw new Error('--county must be small letters and hyphens: lasttest.');
  const rounds = await roundsOf(values.county);
  if (rounds !== null && (await models().samarbeidsforum.count({ where: { id: `${values.county}-forum` } })) === 0)
    throw new Error(`${values.county} is a county of its own. Choose a name that is not in use.`);
  if (rounds !== null && rounds.length > 0 && !values.again)
    throw new Error(`${values.county} is already filled (${rounds.join(', ')}). Add --again for one more round.`);
  const field = await makeField(values.county, new Date());
  for (let from = 0; from < needs; from += BATCH) {
    const to = Math.min(from + BATCH, needs);
    await addBehovsmeldinger(field, from, to);
    process.stdout.write(`${String(to)} of ${String(needs)} needs\n`);
  }
  await models().$executeRaw`VACUUM (ANALYZE)`;
  return `The round of ${String(field.year)} in ${values.county} has ${String(needs)} needs. Its caseworker is ${caseworkerOf(values.county)}.`;
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
  process.exitCode = 1;
} finally {
  await Promise.all([db().destroy(), models().$disconnect()]);
}
