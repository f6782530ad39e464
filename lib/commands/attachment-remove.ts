import { findAttachment, removeAttachment } from '#lib/db/attachment';
import { lockNeed } from '#lib/db/behovsmelding';
import { lockHalf } from '#lib/db/report';
import type { Attachment } from '#lib/domain/attachment';
import { conflict, done, type Decision } from '#lib/domain/outcome';
import { halfCase } from '#lib/domain/report-decide';
import { DetachFile } from '#lib/schema/attachment';
import { command } from './command';

/** Taking away what another has taken away already is a conflict. */
const decide = ({ file }: { file: Attachment }): Decision<Attachment> =>
  file.removedAt === null ? done(file) : conflict;

const about = ({ name, sentAt }: Attachment) => ({ file: name, kept: sentAt !== null });

/** Takes a file away from a behovsmelding. What has been sent is kept, and only marked. */
export const detachFromNeed = command({
  action: 'behovsmelding.detach',
  schema: DetachFile,
  load: async (tx, { id }, { now }) => {
    const belongsTo = (await findAttachment(tx, id))?.behovsmeldingId ?? null;
    const need = belongsTo === null ? null : await lockNeed(tx, belongsTo, now);
    // Read again now that nobody else can change it.
    const file = await findAttachment(tx, id);
    return need === null || file === null ? null : { ...need, file };
  },
  decide: (before) => decide(before),
  save: async (tx, { id, title, roundId, countyId }, file, { actor, now }) => {
    await removeAttachment(tx, file, actor.userId, now);
    return { value: { id }, log: [{ subjectId: id, roundId, countyId, details: { title, ...about(file) } }] };
  },
});

/** Takes a file away from a half of a report, in the same way. */
export const detachFromHalf = command({
  action: 'report.detach',
  schema: DetachFile,
  load: async (tx, { id }, { now }) => {
    const belongsTo = (await findAttachment(tx, id))?.halfId ?? null;
    const report = belongsTo === null ? null : await lockHalf(tx, belongsTo, now);
    const file = await findAttachment(tx, id);
    const found = report === null || belongsTo === null ? null : halfCase(report, belongsTo);
    return found === null || file === null ? null : { ...found, file };
  },
  decide: (before) => decide(before),
  save: async (tx, { half, report }, file, { actor, now }) => {
    await removeAttachment(tx, file, actor.userId, now);
    const details = {
      title: report.title,
      reference: report.reference,
      year: report.year,
      side: half.side,
      ...about(file),
    };
    return {
      value: { id: half.id, reportId: report.id },
      log: [{ subjectId: half.id, roundId: report.roundId, countyId: report.countyId, details }],
    };
  },
});
