import { osloDay } from '#lib/domain/round/time';
import { sql, type Sql } from '#lib/db/client';

const ofRound = (kind: 'need' | 'innstilling'): Sql =>
  sql`(SELECT l."lastDay" FROM "Deadline" l WHERE l."roundId" = r.id AND l.kind = ${kind})`;
const late = (n: Sql): Sql =>
  sql`(SELECT x.until FROM "LateSending" x WHERE x."roundId" = r.id AND x."organisationId" = ${n}."ownerId")`;

/** Whether need `n` was given back without a day: then it has time until the innstilling, and no last day of its own. */
export const isUndated = (n: Sql): Sql => sql`(${n}.state = 'returned' AND ${n}."returnedUntil" IS NULL)`;

/** The last day need `n` of round `r` may be sent, as lib/domain/behovsmelding/sending judges it: the round's, or a later one opened for its owner or given when it was returned. Returned without a day: the innstilling's. */
export const lastDayToSend = (n: Sql): Sql =>
  sql`(CASE WHEN ${isUndated(n)} THEN ${ofRound('innstilling')} ELSE greatest(${ofRound('need')}, ${late(n)}, CASE WHEN ${n}.state = 'returned' THEN ${n}."returnedUntil" END) END)`;

/** Whether need `n` of round `r` waits to be sent: in an open round, and in a closed one what is returned or let in late, while it is in time. */
export function waitsToBeSent(n: Sql, now: Date): Sql {
  const today = sql`${osloDay(now)}::date`;
  return sql`(${n}.state IN ('draft', 'returned') AND (r.state = 'open' OR r.state = 'closed' AND (${isUndated(n)} OR ${late(n)} >= ${today} OR ${n}.state = 'returned' AND ${lastDayToSend(n)} >= ${today})))`;
}
