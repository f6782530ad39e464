import { restateBehovsmeldinger } from '#lib/commands/behovsmelding/restate';
import { db } from '#lib/db/client';
import { SYSTEM } from '#lib/domain/policy/may';

// What the lists say of needs, judged anew: after a release whose rules judge otherwise than the last (npm run recompute).
try {
  if (process.env.DATABASE_URL === undefined)
    throw new Error('DATABASE_URL is missing: it names the database whose lists to judge anew.');
  let mended = 0;
  for (let after: string | null = ''; after !== null;) {
    const outcome: Awaited<ReturnType<typeof restateBehovsmeldinger>> = await restateBehovsmeldinger(
      { after, mend: true },
      { actor: SYSTEM, now: new Date() },
    );
    if (outcome.kind !== 'done') throw new Error('The lists could not be judged anew. Try again.');
    mended += outcome.value.misjudged.length;
    after = outcome.value.next;
  }
  process.stdout.write(`${mended} behovsmeldinger were judged anew.\n`);
  await db().destroy();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
