import { historyOf } from '#lib/db/history';
import { findReport } from '#lib/db/report';
import { allowed, may } from '#lib/domain/may';
import type { Actor } from '#lib/domain/policy';
import { moneyIn, withoutContents, type Half, type Report } from '#lib/domain/report';
import { halfSubject } from '#lib/domain/report-decide';
import { differencesIn } from '#lib/domain/report-differences';
import { egenandelOfReport } from '#lib/domain/report-egenandel';
import { ById } from '#lib/schema/fields';
import { query } from './query';

const DEEDS = ['report.save', 'report.file-owner', 'report.file-uh', 'report.return', 'report.accept'] as const;

function halfOf(report: Report, half: Half, actor: Actor) {
  return { half, readable: may(actor, 'report.read', { ...report, state: half.state }), money: moneyIn(report, half), allowed: allowed(actor, DEEDS, halfSubject(report, half)) };
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
    const halves = found.halves.map((half) => (may(actor, 'report.read', { ...found, state: half.state }) ? half : withoutContents(half)));
    const report: Report = { ...found, halves };
    const owner = report.halves.find((half) => half.side === 'owner');
    const history = await historyOf(tx, 'half', halves.map((half) => half.id));
    return {
      report, now, halves: halves.map((half) => halfOf(report, half, actor)), differences: differencesIn(report),
      egenandel: owner === undefined || (owner.state === 'open' && !drafts) ? null : egenandelOfReport(report, owner.egenandel),
      history: history.filter((line) => drafts || line.action !== 'report.save'),
    };
  },
});
