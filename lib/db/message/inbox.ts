import { delegatedRegions, invitedTo } from '#lib/db/behovsmelding/parties';
import { isShared, partiesAsSent } from '#lib/db/behovsmelding/partners';
import { empty, sql, type Sql, type Tx } from '#lib/db/client';
import type { Whereabouts } from '#lib/domain/message/addressee';
import type { MessageDetails, MessageKind } from '#lib/domain/message/message';

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

const uhOfBehovsmelding = sql`ARRAY(SELECT u."organisationId" FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id)`;
const inRound = sql`r."countyId", r."forumId"`;

/** Each kind of record as the policy sees it now; a report has one line for each half. */
const RECORDS: Readonly<Record<string, (ids: readonly string[], now: Date) => Sql>> = {
  behovsmelding: (ids, now) => sql`
    SELECT n.id, ${inRound}, n.state, ARRAY[n."ownerId"] AS "ownerIds", ${delegatedRegions(sql`n."ownerId"`, now, 'needs')} AS "delegatedRegionIds", ARRAY(SELECT u."organisationId" FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = n.id AND ${isShared}) AS "uhIds",
      ${partiesAsSent} AS "partyIds", ${invitedTo(sql`n.id`)}
    FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId" WHERE n.id = ANY(${[...ids]})`,
  round: (ids) => sql`SELECT r.id, ${inRound}, r.state FROM "Round" r WHERE r.id = ANY(${[...ids]})`,
  dispensation: (ids, now) => sql`
    SELECT d.id, ${inRound}, d.state, array_remove(ARRAY[n."ownerId"], NULL) AS "ownerIds", ${delegatedRegions(sql`n."ownerId"`, now, 'needs')} AS "delegatedRegionIds"
    FROM "Dispensation" d JOIN "Round" r ON r.id = d."roundId" LEFT JOIN "Behovsmelding" n ON n.id = d."behovsmeldingId" WHERE d.id = ANY(${[...ids]})`,
  delegation: (ids) => sql`
    SELECT d.id, g."countyId", ARRAY[d."organisationId"] AS "ownerIds", ARRAY[d."regionId"] AS "delegatedRegionIds"
    FROM "Delegation" d JOIN "Region" g ON g.id = d."regionId" WHERE d.id = ANY(${[...ids]})`,
  tildeling: (ids, now) => sql`
    SELECT t.id, ${inRound}, t.state, array_remove(ARRAY[n."ownerId"], NULL) AS "ownerIds", ${delegatedRegions(sql`n."ownerId"`, now, null)} AS "delegatedRegionIds",
      ARRAY(SELECT l."receiverId" FROM "TildelingLine" l WHERE l."tildelingId" = t.id AND l.side = 'uh' AND l."receiverId" IS NOT NULL UNION SELECT unnest(${uhOfBehovsmelding})) AS "uhIds"
    FROM "Tildeling" t JOIN "Round" r ON r.id = t."roundId" LEFT JOIN "Behovsmelding" n ON n.id = t."behovsmeldingId" WHERE t.id = ANY(${[...ids]})`,
  report: (ids, now) => sql`
    SELECT a.id, ${inRound}, h.state, array_remove(ARRAY[w.id], NULL) AS "ownerIds", ${delegatedRegions(sql`w.id`, now, 'reports')} AS "delegatedRegionIds",
      ARRAY(SELECT u."organisationId" FROM "ReportHalf" u WHERE u."reportId" = a.id AND u.side = 'uh' AND u."organisationId" IS NOT NULL) AS "uhIds"
    FROM "AnnualReport" a JOIN "ReportHalf" h ON h."reportId" = a.id JOIN "Tiltak" t ON t.id = a."tiltakId" JOIN "Round" r ON r.id = t."roundId"
      LEFT JOIN LATERAL (SELECT coalesce((SELECT o."organisationId" FROM "ReportHalf" o WHERE o."reportId" = a.id AND o.side = 'owner'), t."leadId") AS id) w ON true
    WHERE a.id = ANY(${[...ids]})`,
};

/** These records of one kind as they are now, by id. */
export async function recordsOf(
  tx: Tx,
  about: string,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Whereabouts[]>> {
  const statement = RECORDS[about];
  const rows = statement === undefined ? [] : await tx.$queryRaw<(Whereabouts & { id: string })[]>(statement(ids, now));
  const found = new Map<string, Whereabouts[]>();
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row]);
  return found;
}
