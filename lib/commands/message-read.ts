import { markRead } from '#lib/db/inbox';
import { done } from '#lib/domain/outcome';
import { MarkRead } from '#lib/schema/message';
import { command } from './command';

/** Marks one of the reader's own messages as read, or all. What somebody has read is nobody else's, so it is not in the log. */
export const markMessagesRead = command({
  action: 'message.mark-read',
  schema: MarkRead,
  load: () => Promise.resolve({}),
  decide: (_self, input) => done(input),
  save: async (tx, _self, { id }, { actor, now }) => ({
    value: { read: await markRead(tx, actor.userId, id, now) },
    log: [],
  }),
});
