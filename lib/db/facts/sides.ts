import { type Expression, type ExpressionBuilder, type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tables } from '#lib/db/tables';
import type { Side } from '#lib/domain/states';

/** The columns of lines of money: on which side, and how many kroner, null where it is not known. */
interface Line {
  side: Expression<Side>;
  amount: Expression<number | null>;
}

/** The kroner of a query's lines on one side; 0 of none. */
export const sumOn = ({ side, amount }: Line, which: Side): RawBuilder<number> =>
  sql<number>`coalesce(sum(${amount}) filter (where ${side} = ${sql.lit(which)}), 0)`;

/** The kroner of a query's rows; null of none, and as soon as one is not known. */
export const sumWhenKnown = (amount: Expression<number | null>): RawBuilder<number | null> =>
  sql<number | null>`case when bool_and(${amount} is not null) then sum(${amount}) end`;

/** What tiltak `t` is granted in each budget year, in kroner; null as long as no amount of that year is known. */
export const grantedByYear = (eb: ExpressionBuilder<Tables & { t: Tables['Tiltak'] }, 't'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('GrantedLine as l')
      .whereRef('l.tiltakId', '=', 't.id')
      .select(({ fn }) => ['l.budgetYear as year', fn.sum<number | null>('l.amount').as('amount')])
      .groupBy('l.budgetYear')
      .orderBy('l.budgetYear'),
  );
