import { attachmentsOf, bytesInDatabase, findAttachment } from '#lib/db/attachment';
import type { Tx } from '#lib/db/client';
import { findHalf } from '#lib/db/report/report';
import { filesAsSent, type Attachment } from '#lib/domain/attachment/attachment';
import { allowed, may } from '#lib/domain/policy/may';
import type { Actor } from '#lib/domain/policy/row';
import { halfCase, halfSubject } from '#lib/domain/report/decide';
import { giveFile } from '#lib/files/give';
import { ById } from '#lib/schema/fields';
import { behovsmeldingAsReadBy } from '#lib/queries/behovsmelding/behovsmelding';
import { query } from './query';

/** The files of a record as the reader may see them: a removed one only for whoever reads the county's log. */
export const shownFiles = <F extends Attachment>(
  files: readonly F[],
  { countyId, asSentAt = null }: { countyId: string; asSentAt?: Date | null },
  actor: Actor,
): F[] =>
  (asSentAt === null ? files : filesAsSent(files, asSentAt)).filter(
    ({ removedAt }) => removedAt === null || may(actor, 'log.read', { countyId }),
  );

/** A file to download: what it is called, what it is, and its bytes as a stream. */
function download(
  tx: Tx,
  file: NonNullable<Awaited<ReturnType<typeof findAttachment>>>,
  record: { countyId: string; asSentAt?: Date | null },
  actor: Actor,
) {
  const [shown] = shownFiles([file], record, actor);
  return shown === undefined
    ? null
    : {
        name: shown.name,
        kind: shown.kind,
        size: shown.size,
        open: () => giveFile(shown, () => bytesInDatabase(tx, shown)),
      };
}

/** A file of a behovsmelding, for those who may read the behovsmelding. */
export const downloadFromBehovsmelding = query({
  action: 'behovsmelding.read',
  schema: ById,
  load: async (tx, { id }, viewer) => {
    const file = await findAttachment(tx, id);
    const need = file?.behovsmeldingId == null ? null : await behovsmeldingAsReadBy(tx, file.behovsmeldingId, viewer);
    return need === null || file === null ? null : { ...need, file };
  },
  show: ({ file, ...need }, { actor }, tx) => download(tx, file, need, actor),
});

/** A file of a half of a report, for those who may read the half. */
export const downloadFromHalf = query({
  action: 'report.read',
  schema: ById,
  load: async (tx, { id }, { now }) => {
    const file = await findAttachment(tx, id);
    const report = file?.halfId == null ? null : await findHalf(tx, file.halfId, now);
    const found = report === null || file?.halfId == null ? null : halfCase(report, file.halfId);
    return report === null || file === null || found === null ? null : { ...report, state: found.half.state, file };
  },
  show: ({ file, countyId }, { actor }, tx) => download(tx, file, { countyId }, actor),
});

/** The page of a behovsmelding's files, and what the reader may do with them now. */
export const filesOfBehovsmelding = query({
  action: 'behovsmelding.read',
  schema: ById,
  load: (tx, { id }, viewer) => behovsmeldingAsReadBy(tx, id, viewer),
  show: async (need, { actor }, tx) => ({
    id: need.id,
    title: need.title,
    state: need.state,
    files: shownFiles(await attachmentsOf(tx, { behovsmeldingId: need.id }), need, actor),
    mayChange: allowed(actor, ['behovsmelding.attach'], need).length > 0,
  }),
});

/** The page of a half's files, by the half's id. */
export const filesOfHalf = query({
  action: 'report.read',
  schema: ById,
  load: async (tx, { id }, { now }) => {
    const report = await findHalf(tx, id, now);
    const found = report && halfCase(report, id);
    return report === null || found === null ? null : { ...report, state: found.half.state, half: found.half };
  },
  show: async ({ half, ...report }, { actor }, tx) => ({
    id: half.id,
    reportId: report.id,
    title: report.title,
    year: report.year,
    files: shownFiles(await attachmentsOf(tx, { halfId: half.id }), report, actor),
    mayChange: allowed(actor, ['report.attach'], halfSubject(report, half)).length > 0,
  }),
});
