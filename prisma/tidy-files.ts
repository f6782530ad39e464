import { tidyFiles } from '#lib/commands/attachment';
import { db } from '#lib/db/client';
import { SYSTEM } from '#lib/domain/policy/may';

// The portal does this itself each night where files are kept in an S3 store; by hand: npm run files:tidy.
try {
  if (process.env.DATABASE_URL === undefined)
    throw new Error('DATABASE_URL is missing: it names the database whose files to tidy.');
  let count = 0;
  for (let more = true; more;) {
    const outcome = await tidyFiles({}, { actor: SYSTEM, now: new Date() });
    if (outcome.kind !== 'done') throw new Error('The store could not be tidied. Try again.');
    count += outcome.value.count;
    more = outcome.value.count > 0;
  }
  process.stdout.write(`${count} files that no record tells of were taken out of the store.\n`);
  await db().destroy();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
