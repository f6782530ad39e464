import { findEnding, findOpenThings } from '#lib/db/reminder';
import { dayOf } from '#lib/domain/deadline';
import type { Notice } from '#lib/domain/message';
import { done } from '#lib/domain/outcome';
import { remindersFor } from '#lib/domain/reminder';
import { Nothing } from '#lib/schema/fields';
import { command } from './command';

const ending = ({
  id,
  owner,
  region,
  lastDay,
}: {
  id: string;
  owner: string;
  region: string;
  lastDay: Date;
}): Notice => ({
  kind: 'delegation-ending',
  subjectId: id,
  details: { owner, region, lastDay: dayOf(lastDay) },
  once: `delegation-ending:${id}:${dayOf(lastDay)}`,
});

/** Reminds everybody of what they have open, 14 and 3 days before its deadline, and of delegations about to end. Run again the same day it tells nobody anything new. */
export const writeReminders = command({
  action: 'reminder.write',
  schema: Nothing,
  load: async (tx, _input, { now }) => ({ open: await findOpenThings(tx, now), ending: await findEnding(tx, now) }),
  decide: (before, _input, { now }) => done([...remindersFor(before.open, now), ...before.ending.map(ending)]),
  save: (_tx, _before, tell) => Promise.resolve({ value: { reminders: tell.length }, log: [], tell }),
});
