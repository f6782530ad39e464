import { type Expression, sql, type SqlBool } from 'kysely';
import type { Reach } from '#lib/domain/policy/may';
import type { Scope } from '#lib/domain/policy/row';
import { any } from '#lib/db/values';

/**
 * How a table answers to each scope of the policy: whether its row is within reach of this id. What is left out has
 * no such scope, and is out of reach.
 */
export type ReachColumns = { readonly [S in Scope]?: (id: string) => Expression<SqlBool> };

/**
 * A row of the policy as a condition: within one of these ways in, in one of the states that way holds in. No way in is no row.
 * The row is the truth; this is the speed.
 */
export function withinReach(
  ways: readonly Reach[],
  columns: ReachColumns,
  state: Expression<string> | null,
): Expression<SqlBool> {
  const each = ways.flatMap(({ scope, id, states }) => {
    const reached = scope === 'all' && columns.all === undefined ? sql<SqlBool>`true` : columns[scope]?.(id);
    if (reached === undefined) return [];
    if (states === null) return [reached];
    if (state === null) throw new Error(`No column of state to hold ${states.join()} against.`);
    return [sql<SqlBool>`(${reached} and ${state} = ${any(states)})`];
  });
  return each.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(each, sql` or `)})`;
}
