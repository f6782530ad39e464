import { idIn } from '#lib/auth/signed-word';
import { findCalendar, findFeed } from '#lib/db/calendar';
import { findActor } from '#lib/db/user';
import { CalendarAddress } from '#lib/schema/calendar';
import { query } from './query';

/** The deadlines of whoever's secret address this is; null when it is nobody's, or their access has ended. */
export const readCalendar = query({
  action: 'calendar.read',
  schema: CalendarAddress,
  load: async (tx, { token }, { now }) => {
    const feedId = idIn('calendar', token);
    const feed = feedId === null ? null : await findFeed(tx, feedId);
    const person = feed === null ? null : await findActor(tx, feed.userId, now);
    return feed === null || person === null || person.grants.length === 0 ? null : { person, locale: feed.locale };
  },
  show: async ({ person, locale }, { now }, tx) => ({ events: await findCalendar(tx, person, now), locale }),
});
