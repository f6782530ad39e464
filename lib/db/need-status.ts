import { egenandelRule, splitKey, type RuleSet } from '#lib/domain/rules';
import { sql, type Sql } from './client';

// A null term makes a sum, and every comparison with it, null: each CASE asks for null where the domain does.
const GRANT = sql`(b."askedNetwork" + b."askedUh")`;

/** The egenandel status of need `b` in SQL: the same as `assessEgenandel` of what is asked and planned. */
export function egenandelStatus(rules: RuleSet): Sql {
  const { percent, base, enforcement, tolerance } = egenandelRule(rules);
  if (enforcement === 'none') return sql`'not-applicable'::text`;
  const money = base === 'owner-grant' ? sql`b."askedNetwork"` : GRANT;
  const divisor = base === 'total-budget' ? 100 - percent : 100;
  return sql`CASE WHEN ${money} = 0 THEN 'not-applicable' WHEN ${money} IS NULL OR b."plannedEgenandel" IS NULL THEN 'unknown'
    WHEN b."plannedEgenandel" + ${tolerance}::bigint >= (${money} * ${percent}::bigint + ${divisor - 1}::bigint) / ${divisor}::bigint THEN 'met' ELSE 'short' END`;
}

/** The 40/60 status of need `b` by itself in SQL: the same as `assessSplit` of what is asked. */
export function splitStatus(rules: RuleSet): Sql {
  const demanded = sql`(${GRANT} - ${GRANT} * ${splitKey(rules).network}::bigint / 100)`;
  return sql`CASE WHEN ${GRANT} IS NULL THEN 'unknown' WHEN b."askedUh" < ${demanded} THEN 'uh-short' WHEN b."askedUh" = ${demanded} THEN 'met' ELSE 'uh-raised' END`;
}

/** How many of the twelve core answers of need `b` are given (`lib/domain/completeness.ts`). */
export const answersGiven: Sql = sql`((b.title <> '')::int + (b.participants <> '')::int + (b.need <> '')::int + (b.evidence <> '')::int + (b.goals <> '')::int + (b."measureDescription" <> '')::int
  + (b."staffInvolvement" <> '')::int + (b."samiPerspective" <> '')::int + (b."contactName" <> '')::int + (b."contactEmail" <> '')::int + (cardinality(b."targetGroups") > 0)::int
  + (b."askedNetwork" IS NOT NULL AND b."askedUh" IS NOT NULL)::int)`;
