import { writeDigests } from '#lib/db/mail';
import { atHour, osloDay } from '#lib/domain/deadline';
import { done } from '#lib/domain/outcome';
import { Nothing } from '#lib/schema/fields';
import { command } from './command';

const HOUR = 7;

/** One mail to each person who wants one a day, with what they were told before 07.00 in Oslo. Before that hour, or a second time, nothing. */
export const writeDailyMails = command({
  action: 'mail.digest',
  schema: Nothing,
  load: () => Promise.resolve({}),
  decide: (_self, _input, { now }) => done({ before: atHour(osloDay(now), HOUR) }),
  save: async (tx, _self, { before }, { now }) => ({
    value: { mails: now < before ? 0 : await writeDigests(tx, before, now) },
    log: [],
  }),
});
