import { mightEver } from '#lib/domain/policy/may';
import { idIn, signedWord } from '#lib/auth/session';
import { findCalendar, findFeed } from '#lib/db/message/calendar';
import { countMessages, countUnread, findMessage, findMessages } from '#lib/db/message/inbox';
import { findNotificationSettings } from '#lib/db/message/choice';
import { findActor } from '#lib/db/people/user';
import { pageOf } from '#lib/domain/message/message';
import { ById, Nothing } from '#lib/schema/fields';
import { CalendarAddress, InboxPage, mailSettings, portalAddress } from '#lib/schema/message';
import { listQuery, query, together } from './query';

const SIZE = 25;

/** A page of the reader's own messages, the newest first. */
export const readInbox = listQuery({
  action: 'message.read',
  schema: InboxPage,
  find: async (tx, _ways, { side }, { actor, now }) => {
    const { counted, rows } = await together({
      counted: countMessages(tx, actor.userId),
      rows: findMessages(tx, actor.userId, side, SIZE),
    });
    const { count, unread } = counted;
    return { rows, unread, page: side, pages: Math.max(1, Math.ceil(count / SIZE)), now };
  },
});
export type InboxMessage = NonNullable<Awaited<ReturnType<typeof readInbox>>>['rows'][number];

/** Where one of the reader's own messages leads; null when it is not theirs. */
export const readMessage = query({
  action: 'message.read',
  schema: ById,
  load: (tx, { id }, { actor }) => findMessage(tx, actor.userId, id),
  show: (message) => ({ href: pageOf(message) }),
});

/** How many messages the reader has not read: for the head of every page. */
export const readUnread = listQuery({
  action: 'message.read',
  schema: Nothing,
  find: (tx, _ways, _input, { actor }) => countUnread(tx, actor.userId),
});

function mailIsSet(): boolean {
  try {
    return mailSettings(process.env) !== null;
  } catch {
    return false;
  }
}

/** How the reader is told of what happens: by e-mail, and in a calendar by its secret address. */
export const readNotifications = query({
  action: 'message.read',
  schema: Nothing,
  load: (tx, _input, { actor }) => findNotificationSettings(tx, actor.userId),
  show: ({ feedId, ...settings }) => ({
    ...settings,
    mailIsSet: mailIsSet(),
    calendar:
      feedId === null ? null : `${portalAddress(process.env)}/api/kalender/${signedWord('calendar', feedId)}.ics`,
  }),
});

/** The deadlines of whoever's secret address this is; null when it is nobody's, or their access has ended. */
export const readCalendar = query({
  action: 'calendar.read',
  schema: CalendarAddress,
  load: async (tx, { token }, { now }) => {
    const feedId = idIn('calendar', token);
    const feed = feedId === null ? null : await findFeed(tx, feedId);
    const person = feed === null ? null : await findActor(tx, feed.userId, now);
    return feed === null || person === null || !mightEver(person, 'start.read')
      ? null
      : { person, locale: feed.locale };
  },
  show: async ({ person, locale }, { now }, tx) => ({ events: await findCalendar(tx, person, now), locale }),
});
