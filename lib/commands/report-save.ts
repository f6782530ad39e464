import { lockHalf } from '#lib/db/report';
import { saveHalf } from '#lib/db/report-save';
import { savedLately } from '#lib/db/saved-lately';
import { decideSave, halfCase } from '#lib/domain/report-decide';
import { SaveHalf } from '#lib/schema/report';
import { command } from './command';

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
  decide: (before, input) => decideSave(before, input),
  save: async (tx, { report, half: before, logged }, { half, fields, wrong, clashes }, { now }) => {
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
        wrong,
        clashes,
      },
      log,
    };
  },
});
