import type { NotSent } from '#lib/domain/sending';
import { osloDay } from '#lib/domain/deadline';
import { titleAsSent } from './as-sent';
import { sql, type Tx } from './client';
import { isUndated, lastDayToSend } from './last-day';

/** What a round may still get after it is closed, by owner: needs given back, as they were sent, and owners let in late who have sent nothing since. What is a draft stays its owner's. */
export const findNotSent = (tx: Tx, roundId: string, now: Date): Promise<NotSent[]> => tx.$queryRaw`
  SELECT * FROM (
    SELECT n.id AS "needId", ${titleAsSent(sql`n`)} AS title, o.name AS "ownerName", ${lastDayToSend(sql`n`)} AS "lastDay", ${isUndated(sql`n`)} AS undated
    FROM "Behovsmelding" n JOIN "Round" r ON r.id = n."roundId" JOIN "Organisation" o ON o.id = n."ownerId" WHERE r.id = ${roundId} AND n.state = 'returned'
    UNION ALL SELECT NULL, NULL, o.name, x.until, false FROM "LateSending" x JOIN "Organisation" o ON o.id = x."organisationId"
      WHERE x."roundId" = ${roundId} AND NOT EXISTS (SELECT 1 FROM "Behovsmelding" n WHERE n."roundId" = x."roundId" AND n."ownerId" = x."organisationId" AND n.state = 'submitted' AND n."submittedAt" >= x."openedAt")) l
  WHERE l.undated OR l."lastDay" >= ${osloDay(now)}::date ORDER BY l."lastDay", l."ownerName", l."needId"`;
