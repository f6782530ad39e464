import { attend } from '#lib/db/presence';
import { findHalf } from '#lib/db/report';
import { done } from '#lib/domain/outcome';
import { halfCase } from '#lib/domain/report-decide';
import { Attend } from '#lib/schema/presence';
import { command } from './command';

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
