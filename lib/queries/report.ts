import { attachmentsOfHalves, type StoredAttachment } from '#lib/db/attachment';
import { historyOf } from '#lib/db/history';
import { findReport } from '#lib/db/report';
import { allowed, may } from '#lib/domain/may';
import type { Action, Actor } from '#lib/domain/policy';
import { moneyIn, withoutContents, type Half, type Report } from '#lib/domain/report';
import { halfSubject } from '#lib/domain/report-decide';
import { differencesIn } from '#lib/domain/report-differences';
import { egenandelOfReport } from '#lib/domain/report-egenandel';
import { ById } from '#lib/schema/fields';
import { shownFiles } from './attachment';
import { query } from './query';

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
    money: moneyIn(report, half),
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
    const files = await attachmentsOfHalves(
      tx,
      halves.map((half) => half.id),
    );
    const history = await historyOf(
      tx,
      'half',
      halves.map((half) => half.id),
    );
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
