import { parseArgs } from 'node:util';
import { refreshUnits } from '#lib/commands/organisation';
import { db } from '#lib/db/client';
import { countUnits } from '#lib/db/organisation';
import { SYSTEM } from '#lib/domain/policy/may';
import { unitsOf, type Unit } from './register/units';

const BATCH = 5_000;
/** So many of the places that could not be read are named. */
const TOLD = 10;
const USAGE = `npm run organisations -- --file enheter.csv[.gz]   (or enheter_alle.json[.gz]; from data.brreg.no, «Last ned»)
  Refreshes the table that organisation numbers and names are looked up in. What the file no longer has, is taken away.
  --smaller   lets a file with less than half of what is stored already take the rest away.`;

const where = ({ count, first }: { count: number; first: readonly string[] }): string =>
  count === 0 ? '' : ` (${first.join(', ')}${count > first.length ? ', …' : ''})`;

/** Stores the file batch by batch: what is in memory is one batch, whatever the file's size. */
async function run(file: string, smaller: boolean): Promise<string> {
  // All batches of a file carry the same time: by it the last knows what the file did not have.
  const now = new Date();
  const there = await countUnits(db());
  const counts = { stored: 0, gone: 0 };
  const unread = { count: 0, first: [] as string[] };
  const send = async (units: readonly Unit[], last: boolean): Promise<void> => {
    const outcome = await refreshUnits({ units, last }, { actor: SYSTEM, now });
    if (outcome.kind !== 'done') throw new Error('A batch of the file could not be stored.');
    counts.stored += outcome.value.stored;
    counts.gone += outcome.value.gone;
  };
  let batch: Unit[] = [];
  for await (const unit of unitsOf(file)) {
    if ('unread' in unit) {
      unread.count += 1;
      if (unread.first.length < TOLD) unread.first.push(unit.unread);
    } else batch.push(unit);
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
  return `${String(counts.stored)} units stored, ${String(counts.gone)} taken away, ${unread.count} could not be read${where(unread)}.`;
}

/** What went wrong, and what that came of. */
const reasons = (error: unknown): string =>
  error instanceof Error
    ? `${error.message}${error.cause === undefined ? '' : ` ${reasons(error.cause)}`}`
    : String(error);

try {
  const { values } = parseArgs({ options: { file: { type: 'string' }, smaller: { type: 'boolean', default: false } } });
  if (values.file === undefined) throw new Error('--file is missing: it names the file from Enhetsregisteret.');
  process.stdout.write(`${await run(values.file, values.smaller)}\n`);
} catch (error) {
  process.stderr.write(`${reasons(error)}\n\n${USAGE}\n`);
  process.exitCode = 1;
} finally {
  await db().destroy();
}
