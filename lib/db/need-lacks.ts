import { LACKS, type Lack, type NeedFilter } from '#lib/domain/need-list';
import { needsAsOthersRead } from './as-sent';
import { join, sql, type Sql, type Tx } from './client';
import { egenandelStatus, missingCount, splitStatus } from './need-status';
import type { ListedRound } from './round-needs';

/** How many files need `b` has, the removed ones left out. */
export const filesOf = sql`(SELECT count(*)::int FROM "Attachment" a WHERE a."behovsmeldingId" = b.id AND a."removedAt" IS NULL)`;

/** Whether need `b` counts in sums and in what is missing: not one that is withdrawn, unless those are asked for. */
export const isCounted = ({ state }: Pick<NeedFilter, 'state'>): Sql =>
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
  const needs = needsAsOthersRead(
    round.id,
    join([sql`b.state`, ...each.map(({ named, is }) => sql`${is} AS ${named}`)]),
  );
  const [row] = await tx.$queryRaw<
    Record<string, number>[]
  >`SELECT ${join(each.map(({ named }) => sql`count(*) FILTER (WHERE ${named})::int AS ${named}`))} FROM ${needs} b WHERE b.state <> 'draft' AND ${isCounted({})}`;
  return Object.fromEntries(LACKS.map((what, index) => [what, row?.[String(index)] ?? 0])) as Record<Lack, number>;
}
