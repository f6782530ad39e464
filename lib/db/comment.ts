import type { Comment } from '#lib/domain/comment';
import type { Tx } from './client';

type Kind = 'contributor' | 'return' | 'internal';

const findKind = (tx: Tx, needId: string, kind: Kind): Promise<Comment[]> => tx.$queryRaw`
  SELECT c.id, c.field, c.text, c."authorId", a.name AS "authorName", c.at, s.name AS "resolvedByName", c."resolvedAt"
  FROM "Comment" c JOIN "User" a ON a.id = c."authorId" LEFT JOIN "User" s ON s.id = c."resolvedById"
  WHERE c."behovsmeldingId" = ${needId} AND c.kind = ${kind} ORDER BY c.at, c.id`;

/** What the owner's side has said about a need, in the order it was said. */
export const findComments = (tx: Tx, needId: string): Promise<Comment[]> => findKind(tx, needId, 'contributor');
/** What Statsforvalteren has said field by field when it gave a need back. */
export const findReturnComments = (tx: Tx, needId: string): Promise<Comment[]> => findKind(tx, needId, 'return');
/** What Statsforvalteren has noted for itself. */
export const findNotes = (tx: Tx, needId: string): Promise<Comment[]> => findKind(tx, needId, 'internal');

/** Adds what Statsforvalteren says: field by field to the owner, or to itself. */
export async function saveCountyComments(
  tx: Tx,
  kind: Exclude<Kind, 'contributor'>,
  comments: readonly { behovsmeldingId: string; field: string; text: string; authorId: string; at: Date }[],
): Promise<void> {
  await tx.comment.createMany({ data: comments.map((comment) => ({ ...comment, kind })) });
}

/** What was said when a need was given back is answered when it is sent again. */
export async function answerReturnComments(tx: Tx, needId: string, by: string, now: Date): Promise<void> {
  await tx.comment.updateMany({
    where: { behovsmeldingId: needId, kind: 'return', resolvedAt: null },
    data: { resolvedById: by, resolvedAt: now },
  });
}

export async function saveComment(
  tx: Tx,
  comment: { behovsmeldingId: string; field: string; text: string; authorId: string; at: Date },
): Promise<void> {
  await tx.comment.create({ data: { ...comment, kind: 'contributor' } });
}

/** A comment of the owner's side on this need, by its id. */
export const findComment = (
  tx: Tx,
  needId: string,
  id: string,
): Promise<{ id: string; field: string; authorId: string; resolvedAt: Date | null } | null> =>
  tx.comment.findFirst({
    where: { id, behovsmeldingId: needId, kind: 'contributor' },
    select: { id: true, field: true, authorId: true, resolvedAt: true },
  });

/** Calls a comment resolved, or opens it again. */
export async function markResolved(
  tx: Tx,
  id: string,
  resolved: { resolvedById: string; resolvedAt: Date } | null,
): Promise<void> {
  await tx.comment.update({ where: { id }, data: resolved ?? { resolvedById: null, resolvedAt: null } });
}
