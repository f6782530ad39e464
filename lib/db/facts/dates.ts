import { type Expression, sql, type SqlBool } from 'kysely';
import { osloDay } from '#lib/domain/round/time';

/** The columns of what holds from a day to a day, the first on which it no longer does; null: it goes on. */
interface Span {
  from: Expression<Date>;
  to: Expression<Date | null>;
}

/** Whether it holds on a day, YYYY-MM-DD: a role, a membership, a delegation, a theme. */
export const holdsOn = ({ from, to }: Span, day: string): Expression<SqlBool> =>
  sql<SqlBool>`(${from} <= ${day}::date and (${to} is null or ${to} > ${day}::date))`;

/** Whether it holds on the day in Oslo of an instant. */
export const holdsAt = (span: Span, now: Date): Expression<SqlBool> => holdsOn(span, osloDay(now));
