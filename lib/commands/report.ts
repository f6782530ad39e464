import { savedLately } from '#lib/db/log';
import type { Tx } from '#lib/db/client';
import { attend } from '#lib/db/presence';
import { findHalf, lockHalf, lockHalfAndRound } from '#lib/db/report/report';
import {
  beginReporting,
  decideHalf,
  finishRound,
  markFiled,
  openReport,
  saveHalf,
  setTiltakStatus,
} from '#lib/db/report/save';
import type { Notice } from '#lib/domain/message/message';
import { done } from '#lib/domain/outcome';
import {
  decideAccept,
  decideFile,
  decideReturn,
  decideHalfSave,
  filersOf,
  halfCase,
  type HalfCase,
} from '#lib/domain/report/decide';
import { moneyOfYear } from '#lib/domain/report/money';
import type { Half } from '#lib/domain/report/report';
import { Attend } from '#lib/schema/form';
import { AcceptHalf, ReturnHalf, SaveHalf, WriteHalf } from '#lib/schema/report';
import { command, type Context, type Entry } from './command';

/** Saves what is changed in a half, field by field. Nothing of what is written goes in the log: others read that. */
export const saveReport = command({
  action: 'report.save',
  schema: SaveHalf,
  load: async (tx, { id }, { actor, now }) => {
    const report = await lockHalf(tx, id, now);
    const found = report && halfCase(report, id);
    return (
      found && {
        ...found,
        logged: await savedLately(tx, { subjectType: 'half', subjectId: id, action: 'report.save' }, actor.userId, now),
      }
    );
  },
  decide: (before, input) => decideHalfSave(before, input),
  save: async (tx, { report, half: before, logged }, { half, fields, stored, wrong, clashes }, { now }) => {
    if (fields.length > 0) await saveHalf(tx, half, now, fields);
    const log =
      logged || fields.length === 0
        ? []
        : [
            {
              subjectId: half.id,
              roundId: report.roundId,
              countyId: report.countyId,
              details: { title: report.title, year: report.year, side: half.side },
            },
          ];
    return {
      value: {
        id: report.id,
        halfId: half.id,
        was: before.version,
        version: before.version + (fields.length > 0 ? 1 : 0),
        stored,
        wrong,
        clashes,
      },
      log,
    };
  },
});

/** Tells that one is in a half, and in which field; answers who else is, and how new the half is. Nothing happened: the log is silent. */
export const attendReport = command({
  action: 'report.attend',
  schema: Attend,
  load: async (tx, { id }, { now }) => {
    const report = await findHalf(tx, id, now);
    return report && halfCase(report, id);
  },
  decide: (_before, { field }) => done(field),
  save: async (tx, { half, report }, field, { actor, now }) => ({
    value: {
      record: report.id,
      version: half.version,
      others: await attend(tx, { type: 'half', id: half.id }, actor.userId, field, now),
    },
    log: [],
  }),
});

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
  const { spent, unspent, over } = moneyOfYear(report, half);
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
    const { spent, unspent } = moneyOfYear(report, half);
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
