import type { Comment } from '#lib/domain/comment';
import type { Tx } from './client';

/** What the owner's side has said about a need, in the order it was said. */
export const findComments = (tx: Tx, needId: string): Promise<Comment[]> => tx.$queryRaw`
  SELECT c.id, c.field, c.text, c."authorId", a.name AS "authorName", c.at, s.name AS "resolvedByName", c."resolvedAt"
  FROM "Comment" c JOIN "User" a ON a.id = c."authorId" LEFT JOIN "User" s ON s.id = c."resolvedById"
  WHERE c."behovsmeldingId" = ${needId} AND c.kind = 'contributor' ORDER BY c.at, c.id`;

export async function saveComment(tx: Tx, comment: { behovsmeldingId: string; field: string; text: string; authorId: string; at: Date }): Promise<void> {
  await tx.comment.create({ data: { ...comment, kind: 'contributor' } });
}

/** A comment of the owner's side on this need, by its id. */
export const findComment = (tx: Tx, needId: string, id: string): Promise<{ id: string; field: string; authorId: string; resolvedAt: Date | null } | null> =>
  tx.comment.findFirst({ where: { id, behovsmeldingId: needId, kind: 'contributor' }, select: { id: true, field: true, authorId: true, resolvedAt: true } });

/** Calls a comment resolved, or opens it again. */
export async function markResolved(tx: Tx, id: string, resolved: { resolvedById: string; resolvedAt: Date } | null): Promise<void> {
  await tx.comment.update({ where: { id }, data: resolved ?? { resolvedById: null, resolvedAt: null } });
}
