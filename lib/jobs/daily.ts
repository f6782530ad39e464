import { writeDailyMails } from '#lib/commands/mail-digest';
import { tidyOutbox } from '#lib/commands/mail-tidy';
import { writeReminders } from '#lib/commands/reminder-write';
import { atHour, osloDay } from '#lib/domain/deadline';
import { SYSTEM } from '#lib/domain/may';

const MORNING = 6;

/** What is done once a day, from six in the morning in Oslo: the reminders first, so that the day's mails at seven have them. Doing it again does nothing more. */
export async function doDaily(now: Date, mailIsSet: boolean): Promise<void> {
  if (now < atHour(osloDay(now), MORNING)) return;
  const context = { actor: SYSTEM, now };
  await writeReminders({}, context);
  await writeDailyMails({}, context);
  await tidyOutbox({ set: mailIsSet }, context);
}
