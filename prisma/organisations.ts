import { parseArgs } from 'node:util';
import { refreshUnits } from '#lib/commands/organisation';
import { db } from '#lib/db/client';
import { SYSTEM } from '#lib/domain/policy/may';
import { unitsOf, type Unit } from './register/units';

const BATCH = 5_000;
const USAGE = `npm run organisations -- --file enheter.csv[.gz]   (or enheter_alle.json[.gz]; from data.brreg.no, «Last ned»)
  Refreshes the table that organisation numbers and names are looked up in. What the file no longer has, is taken away.
  --smaller   lets a file with less than half of what is stored already take the rest away.`;

/** Stores the file batch by batch: what is in memory is one batch, whatever the file's size. */
async function run(file: string, smaller: boolean): Promise<string> {
  // All batches of a file carry the same time: by it the last knows what the file did not have.
  const now = new Date();
  const there = await db().registerUnit.count();
  const counts = { stored: 0, skipped: 0, gone: 0 };
  const send = async (units: readonly Unit[], last: boolean): Promise<void> => {
    const outcome = await refreshUnits({ units, last }, { actor: SYSTEM, now });
    if (outcome.kind !== 'done') throw new Error('A batch of the file could not be stored.');
    counts.stored += outcome.value.stored;
    counts.gone += outcome.value.gone;
  };
  let batch: Unit[] = [];
  for await (const unit of unitsOf(file)) {
    if (unit === null) counts.skipped += 1;
    else batch.push(unit);
    if (batch.length === BATCH) {
      await send(batch, false);
      batch = [];
    }
  }
  await send(batch, false);
  if (counts.stored === 0) throw new Error('The file has no units that can be read. Nothing was taken away.');
  if (counts.stored * 2 < there && !smaller)
    throw new Error(
      `The file has ${String(counts.stored)} units, and ${String(there)} are stored: it looks cut off. They were stored, and nothing was taken away. Add --smaller if it is whole.`,
    );
  await send([], true);
  return `${String(counts.stored)} units stored, ${String(counts.gone)} taken away, ${String(counts.skipped)} lines could not be read.`;
}

try {
  const { values } = parseArgs({ options: { file: { type: 'string' }, smaller: { type: 'boolean', default: false } } });
  if (values.file === undefined) throw new Error('--file is missing: it names the file from Enhetsregisteret.');
  process.stdout.write(`${await run(values.file, values.smaller)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
  process.exitCode = 1;
} finally {
  await db().$disconnect();
}
