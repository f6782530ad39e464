import { lockHalfAndRound } from '#lib/db/report';
import { beginReporting, markFiled } from '#lib/db/report-save';
import type { Tx } from '#lib/db/client';
import type { Notice } from '#lib/domain/message';
import { moneyIn, type Half } from '#lib/domain/report';
import { decideFile, halfCase, type HalfCase } from '#lib/domain/report-decide';
import { WriteHalf } from '#lib/schema/report';
import { command, type Context, type Entry } from './command';

const load = async (tx: Tx, { id }: { id: string }, { now }: Context): Promise<HalfCase | null> => {
  const report = await lockHalfAndRound(tx, id, now);
  return report && halfCase(report, id);
};

async function save(
  tx: Tx,
  { report, half: before }: HalfCase,
  half: Half,
  { actor, now }: Context,
): Promise<{ value: { id: string }; log: Entry[]; tell: Notice[] }> {
  await markFiled(tx, half, actor.userId, now);
  const place = { roundId: report.roundId, countyId: report.countyId };
  const { spent, unspent, over } = moneyIn(report, half);
  const details = {
    title: report.title,
    reference: report.reference,
    year: report.year,
    side: half.side,
    organisation: half.organisationName,
    spent,
    unspent,
    over,
    carryOver: half.carryOverAsked,
    egenandel: half.egenandel,
    again: before.state === 'returned',
  };
  const log: Entry[] = [{ ...place, subjectId: half.id, details }];
  if (await beginReporting(tx, report.roundId))
    log.push({ ...place, subjectType: 'round', subjectId: report.roundId, details: { state: 'reporting' } });
  const { title, year, organisation } = details;
  return {
    value: { id: report.id },
    log,
    tell: [{ kind: 'report-filed', subjectId: report.id, details: { title, year, organisation } }],
  };
}

/** Files the owner's half. The first half filed in an approved round takes it into reporting. */
export const fileOwnerHalf = command({
  action: 'report.file-owner',
  schema: WriteHalf,
  load,
  decide: decideFile,
  save,
});

/** Files a UH's half. */
export const fileUhHalf = command({ action: 'report.file-uh', schema: WriteHalf, load, decide: decideFile, save });
