import { setTimeout as pause } from 'node:timers/promises';
import { restateBehovsmeldinger } from '#lib/commands/behovsmelding/restate';
import { dayAt, type Day } from '#lib/domain/day';
import { log } from '#lib/log/log';
import { tidyFiles } from '#lib/commands/attachment';
import { writeDailyMails } from '#lib/commands/message';
import { tidyOutbox } from '#lib/commands/message';
import { writeReminders } from '#lib/commands/message';
import { atHour } from '#lib/domain/round/time';
import { SYSTEM } from '#lib/domain/policy/may';

const MORNING = 6;
// Of some files each time; what is left then waits for the next night.
const MOST_TIMES = 200;
/** How many times as long as a part of it took the going through of all needs waits before the next. */
const PAUSES = 9;

/**
 * What is done once a day, from six in the morning in Oslo: the reminders first, so that the day's mails at seven
 * have them. Doing it again does nothing more.
 */
export async function doDaily(now: Date, mailIsSet: boolean): Promise<void> {
  if (now < atHour(dayAt(now), MORNING)) return;
  const context = { actor: SYSTEM, now };
  await writeReminders({}, context);
  await writeDailyMails({}, context);
  await tidyOutbox({ set: mailIsSet }, context);
}

/** Tells in the server's log of needs that the lists say something else of than the rules do. `npm run recompute` mends it. */
async function tellMisjudged(now: Date): Promise<void> {
  const misjudged: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const begun = performance.now();
    const outcome: Awaited<ReturnType<typeof restateBehovsmeldinger>> = await restateBehovsmeldinger(
      { after, mend: false },
      { actor: SYSTEM, now },
    );
    if (outcome.kind !== 'done') return;
    misjudged.push(...outcome.value.misjudged);
    after = outcome.value.next;
    // Most of the server's time is for whoever asks meanwhile.
    if (after !== null) await pause((performance.now() - begun) * PAUSES);
  }
  if (misjudged.length > 0)
    log.failed('Lists say something else than the rules (npm run recompute mends it)', undefined, {
      count: String(misjudged.length),
      first: misjudged.slice(0, 10).join(' '),
    });
}

/**
 * What is done once a night, from midnight in Oslo, and when the portal starts: files that no record tells of leave
 * the store. A store that is away is asked again the next night, so that it holds up nothing else. All needs are gone
 * through only while it is night: a portal that starts by day has people to answer.
 */
export function nights(): (now: Date) => Promise<void> {
  let last: Day | null = null;
  return async (now) => {
    const today = dayAt(now);
    if (today === last) return;
    last = today;
    if (now < atHour(today, MORNING)) await tellMisjudged(now);
    for (let times = 0; times < MOST_TIMES; times++) {
      const outcome = await tidyFiles({}, { actor: SYSTEM, now });
      if (outcome.kind !== 'done' || outcome.value.count === 0) return;
    }
  };
}
