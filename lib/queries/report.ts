import { attachmentsOfHalves, type StoredAttachment } from '#lib/db/attachment';
import { historyOf } from '#lib/db/log';
import { countReports, findReports, type ReportRow } from '#lib/db/report/list';
import { findReport } from '#lib/db/report/report';
import { allowed, may } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/row';
import type { Action } from '#lib/domain/policy/policy';
import { halfSubject } from '#lib/domain/report/decide';
import { differencesIn, egenandelOfReport } from '#lib/domain/report/egenandel';
import { carriedInBy, grantedTo, moneyOfYear, moneyOf, sumKnown } from '#lib/domain/report/money';
import { type Half, type Report, withoutContents } from '#lib/domain/report/report';
import { ById } from '#lib/schema/fields';
import { ReportFilter } from '#lib/schema/report';
import { shownFiles } from './attachment';
import { listQuery, query, together } from './query';

const DEEDS = ['report.save', 'report.file-owner', 'report.file-uh', 'report.return', 'report.accept'] as const;

/** What is done in a half before it is filed is its party's own. */
const BEFORE_FILING: ReadonlySet<string> = new Set<Action>(['report.save', 'report.attach', 'report.detach']);

function halfOf(report: Report, half: Half, files: readonly StoredAttachment[], actor: Actor) {
  const readable = may(actor, 'report.read', { ...report, state: half.state });
  const own = readable ? files.filter(({ halfId }) => halfId === half.id) : [];
  return {
    half,
    readable,
    files: shownFiles(own, report, actor),
    money: moneyOfYear(report, half),
    allowed: allowed(actor, DEEDS, halfSubject(report, half)),
  };
}
export type ShownHalf = ReturnType<typeof halfOf>;

/** The report of a tiltak for a year. Whoever reads only what is filed sees that the other halves are owed, not what is in them. */
export const readReport = query({
  action: 'report.read',
  schema: ById,
  load: async (tx, { id }, { now }) => {
    const report = await findReport(tx, id, now);
    // A filed half opens the page for those who read only what is filed.
    return report && { ...report, state: report.halves.find((half) => half.state !== 'open')?.state ?? 'open' };
  },
  show: async (found, { actor, now }, tx) => {
    const drafts = may(actor, 'report.read', { ...found, state: 'open' });
    const halves = found.halves.map((half) =>
      may(actor, 'report.read', { ...found, state: half.state }) ? half : withoutContents(half),
    );
    const report: Report = { ...found, halves };
    const owner = report.halves.find((half) => half.side === 'owner');
    const ids = halves.map((half) => half.id);
    const { files, history } = await together({
      files: attachmentsOfHalves(tx, ids),
      history: historyOf(tx, 'half', ids),
    });
    return {
      report,
      now,
      halves: halves.map((half) => halfOf(report, half, files, actor)),
      differences: differencesIn(report),
      egenandel:
        owner === undefined || (owner.state === 'open' && !drafts) ? null : egenandelOfReport(report, owner.egenandel),
      history: history.filter((line) => drafts || !BEFORE_FILING.has(line.action)),
    };
  },
});

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
    const { rows, counts } = await together({
      rows: findReports(tx, { ways, now, ...filter }),
      counts: countReports(tx, ways, now),
    });
    return { reports: rows.map((row) => shown(row, actor)), counts, filter };
  },
});
