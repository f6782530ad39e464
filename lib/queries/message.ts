import { countMessages, countUnread, findMessage, findMessages } from '#lib/db/inbox';
import { pageOf } from '#lib/domain/message';
import { ById, Nothing } from '#lib/schema/fields';
import { InboxPage } from '#lib/schema/message';
import { listQuery, query } from './query';

const SIZE = 25;

/** A page of the reader's own messages, the newest first. */
export const readInbox = listQuery({
  action: 'message.read',
  schema: InboxPage,
  find: async (tx, _ways, { side }, { actor, now }) => {
    const { count, unread } = await countMessages(tx, actor.userId);
    const rows = await findMessages(tx, actor.userId, side, SIZE);
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
