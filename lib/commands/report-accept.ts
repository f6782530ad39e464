import { lockHalfAndRound } from '#lib/db/report';
import { openReport } from '#lib/db/report-opening';
import { decideHalf, finishRound, setTiltakStatus } from '#lib/db/report-save';
import { moneyIn } from '#lib/domain/report';
import { decideAccept, filersOf, halfCase } from '#lib/domain/report-decide';
import { AcceptHalf } from '#lib/schema/report';
import { command, type Entry } from './command';

/** Accepts a half. With the last one the tiltak's year is closed, the next report is opened, and a round with nothing left is finished. */
export const acceptReport = command({
  action: 'report.accept',
  schema: AcceptHalf,
  load: async (tx, { id }, { now }) => {
    const report = await lockHalfAndRound(tx, id, now);
    return report && halfCase(report, id);
  },
  decide: decideAccept,
  save: async (tx, { report, half }, closing, { actor, now }) => {
    await decideHalf(tx, half.id, 'accepted', '', actor.userId, now);
    if (closing?.tiltakStatus) await setTiltakStatus(tx, report.tiltakId, closing.tiltakStatus);
    if (closing?.next)
      await openReport(tx, { tiltakId: report.tiltakId, ownerId: report.ownerIds[0] ?? null, ...closing.next });
    const finished = closing !== null && (await finishRound(tx, report.roundId));
    const place = { roundId: report.roundId, countyId: report.countyId };
    const { spent, unspent } = moneyIn(report, half);
    const details = {
      title: report.title,
      reference: report.reference,
      year: report.year,
      side: half.side,
      organisation: half.organisationName,
      spent,
      unspent,
      carryOver: half.carryOverAsked,
      closed: closing !== null,
      opened: closing?.next?.year ?? null,
    };
    const log: Entry[] = [{ ...place, subjectId: half.id, details }];
    if (finished)
      log.push({ ...place, subjectType: 'round', subjectId: report.roundId, details: { state: 'finished' } });
    return {
      value: { id: report.id },
      log,
      tell: [
        {
          kind: 'report-accepted',
          subjectId: report.id,
          to: filersOf(report, half),
          details: { title: report.title, year: report.year },
        },
      ],
    };
  },
});
