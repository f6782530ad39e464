import { findNeed } from '#lib/db/behovsmelding';
import { findComments } from '#lib/db/comment';
import { may } from '#lib/domain/may';
import { ById } from '#lib/schema/fields';
import { query } from './query';

/** What the owner's side has said about a need, and whether the reader may say more. */
export const commentsOn = query({
  action: 'comment.read',
  schema: ById,
  load: (tx, { id }, { now }) => findNeed(tx, id, now),
  show: async (need, { actor }, tx) => ({
    comments: await findComments(tx, need.id),
    mayWrite: may(actor, 'comment.write', need),
    mayResolve: may(actor, 'comment.resolve', need),
  }),
});
