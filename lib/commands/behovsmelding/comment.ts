import { command } from '#lib/commands/command';
import { lockBehovsmelding } from '#lib/db/behovsmelding/behovsmelding';
import {
  endContributor,
  findComment,
  findComments,
  findContributors,
  findInvited,
  markResolved,
  saveComment,
  saveCountyComments,
  saveInvited,
} from '#lib/db/behovsmelding/comment';
import { decideInvite } from '#lib/domain/behovsmelding/comment';
import { whoMay } from '#lib/domain/message/addressee';
import { done } from '#lib/domain/outcome';
import { WriteNote } from '#lib/schema/behovsmelding';
import { EndContributor, InviteContributor, ResolveComment, WriteComment } from '#lib/schema/comment';

/** Says something about a field of a need to the others who write it. The log tells that there was a comment, not what it said. */
export const writeComment = command({
  action: 'comment.write',
  schema: WriteComment,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
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

/** Calls a comment resolved, or opens it again. It is kept either way; done twice it changes nothing. */
export const resolveComment = command({
  action: 'comment.resolve',
  schema: ResolveComment,
  load: async (tx, { id, commentId }, { now }) => {
    const need = await lockBehovsmelding(tx, id, now);
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

/** Notes something about a need that stays with Statsforvalteren. The log tells that there was a note, not what it said. */
export const writeNote = command({
  action: 'note.write',
  schema: WriteNote,
  load: (tx, { id }, { now }) => lockBehovsmelding(tx, id, now),
  decide: (_before, { text }) => done(text),
  save: async (tx, need, text, { actor, now }) => {
    await saveCountyComments(tx, 'internal', [
      { behovsmeldingId: need.id, field: '', text, authorId: actor.userId, at: now },
    ]);
    return {
      value: { id: need.id },
      log: [
        { subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { title: need.titleAsSent } },
      ],
    };
  },
});

/** Asks a school or a colleague to comment on one need or to write in it. They see that need and nothing else of the owner's. */
export const inviteContributor = command({
  action: 'contributor.invite',
  schema: InviteContributor,
  load: async (tx, input, { now }) => {
    const need = await lockBehovsmelding(tx, input.id, now);
    return need === null ? null : { ...need, person: await findInvited(tx, need.id, input.email, now), input };
  },
  decide: (before, input) => decideInvite(before, input),
  save: async (tx, { input: { email, name, may, unit }, ...need }, invitation, { actor, now }) => {
    const userId = await saveInvited(tx, invitation, {
      needId: need.id,
      email,
      name,
      may,
      unit,
      by: actor.userId,
      now,
    });
    const log = [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { name, unit, may } }];
    return {
      value: { id: need.id },
      log,
      tell: [{ kind: 'need-invited', subjectId: need.id, details: { title: need.title }, to: [{ userId }] }],
    };
  },
});

/** Takes somebody off a need: from now on they see nothing of it. */
export const removeContributor = command({
  action: 'contributor.end',
  schema: EndContributor,
  load: async (tx, { id, contributorId }, { now }) => {
    const need = await lockBehovsmelding(tx, id, now);
    const contributor =
      need === null ? undefined : (await findContributors(tx, need.id)).find((one) => one.id === contributorId);
    return need === null || contributor === undefined ? null : { ...need, contributor };
  },
  decide: (before) => done(before.contributor),
  save: async (tx, need, { id, name, unit }, { now }) => {
    await endContributor(tx, id, now);
    return {
      value: { id: need.id },
      log: [{ subjectId: need.id, roundId: need.roundId, countyId: need.countyId, details: { name, unit } }],
    };
  },
});
