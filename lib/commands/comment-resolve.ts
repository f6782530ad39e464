import { lockNeed } from '#lib/db/behovsmelding';
import { findComment, markResolved } from '#lib/db/comment';
import { done } from '#lib/domain/outcome';
import { ResolveComment } from '#lib/schema/comment';
import { command } from './command';

/** Calls a comment resolved, or opens it again. It is kept either way; done twice it changes nothing. */
export const resolveComment = command({
  action: 'comment.resolve',
  schema: ResolveComment,
  load: async (tx, { id, commentId }, { now }) => {
    const need = await lockNeed(tx, id, now);
    const comment = need === null ? null : await findComment(tx, need.id, commentId);
    return need === null || comment === null ? null : { ...need, comment };
  },
  decide: ({ comment }, { resolved }) => done({ resolved, changed: (comment.resolvedAt !== null) !== resolved }),
  save: async (tx, { comment: { id, field, authorId }, ...need }, { resolved, changed }, { actor, now }) => {
    const value = { id: need.id, field };
    if (!changed) return { value, log: [] };
    await markResolved(tx, id, resolved ? { resolvedById: actor.userId, resolvedAt: now } : null);
    const log = [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { field, resolved } }];
    return {
      value,
      log,
      tell: resolved
        ? [{ kind: 'comment-resolved', subjectId: need.id, details: { title: need.title }, to: [{ userId: authorId }] }]
        : [],
    };
  },
});
