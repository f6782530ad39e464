import { lockNeed } from '#lib/db/behovsmelding';
import { findComments, saveComment } from '#lib/db/comment';
import { whoMay } from '#lib/domain/addressee';
import { done } from '#lib/domain/outcome';
import { WriteComment } from '#lib/schema/comment';
import { command } from './command';

/** Says something about a field of a need to the others who write it. The log tells that there was a comment, not what it said. */
export const writeComment = command({
  action: 'comment.write',
  schema: WriteComment,
  load: (tx, { id }, { now }) => lockNeed(tx, id, now),
  decide: (_before, { field, text }) => done({ field, text }),
  save: async (tx, need, { field, text }, { actor, now }) => {
    const said = await findComments(tx, need.id);
    await saveComment(tx, { behovsmeldingId: need.id, field, text, authorId: actor.userId, at: now });
    const log = [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { field } }];
    // Those who have a part in the talk: whoever may write the need, and whoever has said something about it.
    const to = [
      ...whoMay('behovsmelding.save', need),
      ...[...new Set(said.map(({ authorId }) => authorId))].map((userId) => ({ userId })),
    ];
    return {
      value: { id: need.id, field },
      log,
      tell: [{ kind: 'comment-written', subjectId: need.id, details: { title: need.title }, to }],
    };
  },
});
