import { join, sql, type Sql, type Tx } from '#lib/db/client';
import type { ListedRound } from '#lib/db/round/behovsmeldinger';
import { type Lack, LACKS, type BehovsmeldingFilter } from '#lib/domain/behovsmelding/list';
import { egenandelRule, type RuleSet, splitKey } from '#lib/domain/setup/rules';
import { behovsmeldingerAsOthersRead } from './as-sent';

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

const blank = (column: Sql): Sql => sql`(b.${column} = '')::int`;
const REQUIRED = [
  sql`title`,
  sql`participants`,
  sql`need`,
  sql`goals`,
  sql`"measureDescription"`,
  sql`"staffInvolvement"`,
  sql`"samiPerspective"`,
  sql`"contactName"`,
  sql`"contactRole"`,
  sql`"contactEmail"`,
  sql`"contactPhone"`,
].map(blank);
const PARTNERS = sql`(SELECT count(*) FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = b.id)::int`;

/** How many fields of need `b` are missing or wrong in SQL: the same as `missingIn` counts, in a round of this year. */
export const missingCount = (rules: RuleSet, year: number): Sql => sql`(${join(REQUIRED, ' + ')}
  + (cardinality(b."targetGroups") = 0)::int + (cardinality(b."sectorGoals") = 0)::int + (cardinality(b."evidenceKinds") = 0)::int
  + (b."periodStart" IS NULL)::int + (b."periodEnd" IS NULL)::int + (b."publicUnits" IS NULL)::int + (b."privateUnits" IS NULL)::int
  + (${rules.unitKinds.length > 1} AND cardinality(b."unitKinds") = 0)::int + (${rules.collectiveOnly} AND NOT b.collective)::int
  + (b."changeTiltakId" IS NOT NULL AND b."changeDirection" = '')::int + (b."changeTiltakId" IS NOT NULL AND b."changeReason" = '')::int
  + (b.years > ${rules.maxYears})::int + coalesce(b."periodEnd" <= b."periodStart", false)::int
  + ('annet' = ANY (b."evidenceKinds") AND b.evidence = '')::int + (b."uhUnsettledReason" = '' AND ${PARTNERS} = 0)::int
  + b.years * (1 + ${PARTNERS}) - (SELECT count(*) FROM "BehovsmeldingLine" l WHERE l."behovsmeldingId" = b.id AND l.amount IS NOT NULL
      AND l."budgetYear" >= ${year}::int AND l."budgetYear" < ${year}::int + b.years
      AND (l.side = 'network' AND l."receiverId" = b."ownerId"
        OR l.side = 'uh' AND l."receiverId" IN (SELECT u."organisationId" FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = b.id)))::int
  + (SELECT count(*) FILTER (WHERE (e.hours IS NULL) <> (e.rate IS NULL)) + count(*) FILTER (WHERE e."budgetYear" < ${year}::int OR e."budgetYear" >= ${year}::int + b.years)
      FROM "EgenandelLine" e WHERE e."behovsmeldingId" = b.id)::int)`;

/** How many files need `b` has, the removed ones left out. */
export const filesOf = sql`(SELECT count(*)::int FROM "Attachment" a WHERE a."behovsmeldingId" = b.id AND a."removedAt" IS NULL)`;

/** Whether need `b` counts in sums and in what is missing: not one that is withdrawn, unless those are asked for. */
export const isCounted = ({ state }: Pick<BehovsmeldingFilter, 'state'>): Sql =>
  state === 'withdrawn' ? sql`true` : sql`b.state <> 'withdrawn'`;

/** Whether need `b` lacks egenandel, or cannot be said to have enough because an amount is not given. */
export const lacksEgenandel = ({ rules }: ListedRound): Sql => sql`${egenandelStatus(rules)} IN ('short', 'unknown')`;

/** Whether need `b` lacks this: a UH that has confirmed, an owner who stands behind what was sent for it, 40/60, a field, a file. */
export function lacks(round: ListedRound, what: Lack): Sql {
  switch (what) {
    case 'fields':
      return sql`${missingCount(round.rules, round.year)} > 0`;
    case 'uh-contact':
      return sql`NOT EXISTS (SELECT 1 FROM "BehovsmeldingUh" u WHERE u."behovsmeldingId" = b.id AND u."confirmedAt" IS NOT NULL)`;
    case 'owner':
      return sql`(b.state IN ('submitted', 'recommended') AND (b."delegationId" IS NOT NULL AND b."ownerConfirmedAt" IS NULL
      OR EXISTS (SELECT 1 FROM "BehovsmeldingParty" p WHERE p."behovsmeldingId" = b.id AND p."confirmedAt" IS NULL)))`;
    case 'split':
      return sql`${splitStatus(round.rules)} = 'uh-short'`;
    case 'attachments':
      return sql`${filesOf} = 0`;
  }
}

/** How many of a round's sent needs, without the withdrawn, lack each thing. */
export async function countLacks(tx: Tx, round: ListedRound): Promise<Record<Lack, number>> {
  const each = LACKS.map((what, index) => ({ named: sql([`"${String(index)}"`]), is: lacks(round, what) }));
  const needs = behovsmeldingerAsOthersRead(
    round.id,
    join([sql`b.state`, ...each.map(({ named, is }) => sql`${is} AS ${named}`)]),
  );
  const [row] = await tx.$queryRaw<
    Record<string, number>[]
  >`SELECT ${join(each.map(({ named }) => sql`count(*) FILTER (WHERE ${named})::int AS ${named}`))} FROM ${needs} b WHERE b.state <> 'draft' AND ${isCounted({})}`;
  return Object.fromEntries(LACKS.map((what, index) => [what, row?.[String(index)] ?? 0])) as Record<Lack, number>;
}
