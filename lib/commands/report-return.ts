import { lockHalf } from '#lib/db/report';
import { decideHalf } from '#lib/db/report-save';
import { decideReturn, filersOf, halfCase } from '#lib/domain/report-decide';
import { ReturnHalf } from '#lib/schema/report';
import { command } from './command';

/** Gives a half back to its party, with what must be put right. */
export const returnReport = command({
  action: 'report.return',
  schema: ReturnHalf,
  load: async (tx, { id }, { now }) => {
    const report = await lockHalf(tx, id, now);
    return report && halfCase(report, id);
  },
  decide: decideReturn,
  save: async (tx, { report, half }, comment, { actor, now }) => {
    await decideHalf(tx, half.id, 'returned', comment, actor.userId, now);
    const details = {
      title: report.title,
      reference: report.reference,
      year: report.year,
      side: half.side,
      organisation: half.organisationName,
      comment,
    };
    const log = [{ subjectId: half.id, roundId: report.roundId, countyId: report.countyId, details }];
    return {
      value: { id: report.id },
      log,
      tell: [
        {
          kind: 'report-returned',
          subjectId: report.id,
          to: filersOf(report, half),
          details: { title: report.title, year: report.year },
        },
      ],
    };
  },
});
