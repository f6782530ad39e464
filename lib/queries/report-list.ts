import { countReports, findReports, type ReportRow } from '#lib/db/report-list';
import { may } from '#lib/domain/may';
import type { Actor } from '#lib/domain/policy';
import { carriedInBy, grantedTo, moneyOf, sumKnown } from '#lib/domain/report';
import { halfSubject } from '#lib/domain/report-decide';
import { ReportFilter } from '#lib/schema/report';
import { listQuery } from './query';

const MINE = ['report.file-owner', 'report.file-uh', 'report.accept'] as const;

function shown(row: ReportRow, actor: Actor) {
  const reads = (half: ReportRow['halves'][number]) => may(actor, 'report.read', { ...row, state: half.state });
  const money = row.halves.map((half) =>
    moneyOf(
      reads(half) ? half : { spent: null, carryOverAsked: null },
      grantedTo(half, row.lines),
      carriedInBy(half, row.earlier),
    ),
  );
  const { id, year, dueOn, reference, title, ownerName, programme } = row;
  return {
    id,
    year,
    dueOn,
    reference,
    title,
    ownerName,
    programme,
    readable: row.halves.some(reads),
    granted: sumKnown(row.lines.map((line) => line.amount)),
    spent: sumKnown(money.map((one) => one.spent)),
    unspent: sumKnown(money.map((one) => one.unspent)),
    halves: row.halves.map((half) => ({
      id: half.id,
      side: half.side,
      name: half.organisationName,
      state: half.state,
      mine: MINE.some((action) => may(actor, action, halfSubject(row, half))),
    })),
  };
}
export type ListedReport = ReturnType<typeof shown>;

/** The reports the actor has to do with: what is due, until when, how far each half has come, and the money of those it may read. */
export const listReports = listQuery({
  action: 'report.read',
  schema: ReportFilter,
  find: async (tx, ways, filter, { actor, now }) => {
    const rows = await findReports(tx, { ways, now, ...filter });
    return { reports: rows.map((row) => shown(row, actor)), counts: await countReports(tx, ways, now), filter };
  },
});
