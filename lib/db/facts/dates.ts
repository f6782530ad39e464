import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely';
import { dayAt, type Day } from '#lib/domain/day';

/** The columns of what holds from a day to a day, the first on which it no longer does; null: it goes on. */
interface Span {
  from: Expression<Day>;
  to: Expression<Day | null>;
}

/** A day to compare a column of days with. */
export const onDay = (day: Day): RawBuilder<Day> => sql<Day>`${day}::date`;

/** The last day of what holds until, not including, a day. */
export const dayBefore = (to: Expression<Day | null>): RawBuilder<Day> => sql<Day>`${to} - 1`;

/** Whether it holds on a day: a role, a membership, a delegation, a theme. */
export const holdsOn = ({ from, to }: Span, day: Day): Expression<SqlBool> =>
  sql<SqlBool>`(${from} <= ${onDay(day)} and (${to} is null or ${to} > ${onDay(day)}))`;

/** Whether it holds on the day in Oslo of an instant. */
export const holdsAt = (span: Span, now: Date): Expression<SqlBool> => holdsOn(span, dayAt(now));
