import { z } from 'zod';
import { db } from '#lib/db/client';
import { findActor } from '#lib/db/people/user';
import { roundBehovsmeldingerPage } from '#lib/queries/round';

// Asks for the list as the page does, once for each filter it is sent, and answers how many milliseconds it took.
const [id = '', userId = ''] = process.argv.slice(2);
const now = new Date();
const actor = await findActor(db(), userId, now);
if (actor === null) throw new Error('Nobody works with this round.');
const viewer = { actor, now };
const Filter = z.record(z.string(), z.string());

process.on('message', (filter) => {
  const begun = performance.now();
  roundBehovsmeldingerPage({ ...Filter.parse(filter), id }, viewer).then(
    (page) =>
      process.send?.(page === null ? { error: 'The list was not shown.' } : { took: performance.now() - begun }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : '' }),
  );
});
process.once('disconnect', () => process.exit(0));
process.send?.({});
