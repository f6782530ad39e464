import { endFeed, lockFeed, renewFeed } from '#lib/db/calendar';
import { done } from '#lib/domain/outcome';
import { Nothing } from '#lib/schema/fields';
import { command } from './command';

/** Gives a person a secret address for their deadlines, and makes an earlier one lead nowhere. */
export const makeCalendar = command({
  action: 'calendar.make',
  schema: Nothing,
  load: (tx, _input, { actor }) => lockFeed(tx, actor.userId),
  decide: (before) => done(before),
  save: async (tx, { userId, feedId }, _feed, { now }) => {
    await renewFeed(tx, userId, now);
    return {
      value: { again: feedId !== null },
      log: [{ subjectId: userId, subjectType: 'user', roundId: null, countyId: null }],
    };
  },
});

/** Takes the address away again. */
export const endCalendar = command({
  action: 'calendar.end',
  schema: Nothing,
  load: (tx, _input, { actor }) => lockFeed(tx, actor.userId),
  decide: (before) => done(before),
  save: async (tx, { userId }) => {
    const ended = await endFeed(tx, userId);
    return {
      value: { ended },
      log: ended === 0 ? [] : [{ subjectId: userId, subjectType: 'user', roundId: null, countyId: null }],
    };
  },
});
