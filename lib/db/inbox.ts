import type { MessageDetails, MessageKind } from '#lib/domain/message';
import { empty, sql, type Tx } from './client';

export interface MessageRow {
  id: string;
  kind: MessageKind;
  subjectId: string;
  details: MessageDetails;
  actorName: string;
  at: Date;
  readAt: Date | null;
}
export interface InboxCounts {
  count: number;
  unread: number;
}

/** How many messages a person has, and how many of them are unread. */
export async function countMessages(tx: Tx, userId: string): Promise<InboxCounts> {
  const [counts] = await tx.$queryRaw<
    InboxCounts[]
  >`SELECT count(*)::int AS count, (count(*) FILTER (WHERE "readAt" IS NULL))::int AS unread FROM "Message" WHERE "userId" = ${userId}`;
  return counts ?? { count: 0, unread: 0 };
}

/** How many of a person's messages are unread: for the head of every page. */
export async function countUnread(tx: Tx, userId: string): Promise<number> {
  const [counted] = await tx.$queryRaw<
    { unread: number }[]
  >`SELECT count(*)::int AS unread FROM "Message" WHERE "userId" = ${userId} AND "readAt" IS NULL`;
  return counted?.unread ?? 0;
}

/** One of a person's own messages; null when it is not theirs. */
export async function findMessage(tx: Tx, userId: string, id: string): Promise<MessageRow | null> {
  const [row] = await tx.$queryRaw<
    MessageRow[]
  >`SELECT id, kind, "subjectId", details, "actorName", at, "readAt" FROM "Message" WHERE "userId" = ${userId} AND id = ${id}`;
  return row ?? null;
}

/** A page of a person's messages, the newest first. */
export const findMessages = (tx: Tx, userId: string, page: number, size: number): Promise<MessageRow[]> => tx.$queryRaw<
  MessageRow[]
>`
  SELECT id, kind, "subjectId", details, "actorName", at, "readAt" FROM "Message" WHERE "userId" = ${userId} ORDER BY at DESC, id DESC LIMIT ${size} OFFSET ${(page - 1) * size}`;

/** Marks one of a person's messages as read, or all. Answers how many were not. */
export const markRead = (tx: Tx, userId: string, id: string | undefined, now: Date): Promise<number> =>
  tx.$executeRaw`UPDATE "Message" SET "readAt" = ${now} WHERE "userId" = ${userId} AND "readAt" IS NULL ${id === undefined ? empty : sql`AND id = ${id}`}`;
