import { lockHalf } from '#lib/db/report';
import { saveHalf, savedLately } from '#lib/db/report-save';
import { decideSave, halfCase } from '#lib/domain/report-decide';
import { WriteHalf } from '#lib/schema/report';
import { command } from './command';

/** Saves a half as it is. Nothing of what is written goes in the log: others read that. */
export const saveReport = command({
  action: 'report.save',
  schema: WriteHalf,
  load: async (tx, { id }, { actor, now }) => {
    const report = await lockHalf(tx, id, now);
    const found = report && halfCase(report, id);
    return found && { ...found, logged: await savedLately(tx, id, actor.userId, now) };
  },
  decide: decideSave,
  save: async (tx, { report, logged }, half, { now }) => {
    await saveHalf(tx, half, now);
    const log = logged ? [] : [{ subjectId: half.id, roundId: report.roundId, countyId: report.countyId, details: { title: report.title, year: report.year, side: half.side } }];
    return { value: { id: report.id, halfId: half.id, version: half.version + 1 }, log };
  },
});
