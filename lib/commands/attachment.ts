import {
  addAttachment,
  attachmentsOf,
  type BelongsTo,
  findAttachment,
  keysWithoutRow,
  removeAttachment,
} from '#lib/db/attachment';
import { lockBehovsmelding } from '#lib/db/behovsmelding/behovsmelding';
import type { Tx } from '#lib/db/client';
import { lockHalf } from '#lib/db/report/report';
import { type Attachment, cleanName, refusedBeside, refusedUnread } from '#lib/domain/attachment/attachment';
import { conflict, type Decision, done, refused } from '#lib/domain/outcome';
import { halfCase } from '#lib/domain/report/decide';
import { inspect, keepFile, type ReceivedFile } from '#lib/files/receive';
import { keysOfYesterday, removeFromStore } from '#lib/files/tidy';
import { AttachFile, DetachFile } from '#lib/schema/attachment';
import { z } from 'zod';
import { command, type Context } from './command';

/** A file as it was sent; `received` once it has been looked at and its bytes are safe. */
interface Input {
  id: string;
  file: File;
  received?: ReceivedFile;
}

const Schema = AttachFile.transform((input): Input => input);

/** Asked twice: of the file as it is called, and again of what it was seen to be. */
function decide({ files }: { files: readonly Attachment[] }, { file, received }: Input): Decision<ReceivedFile | null> {
  const name = cleanName(file.name);
  const no =
    refusedUnread({ name, size: file.size }) ?? refusedBeside({ name, sha256: received?.sha256 ?? null }, files);
  return no === null ? done(received ?? null) : refused(no);
}

async function prepare(input: Input): Promise<Decision<Input>> {
  const seen = await inspect(input.file);
  const kept = seen.kind === 'done' ? await keepFile(seen.value) : seen;
  return kept.kind === 'done' ? done({ ...input, received: kept.value }) : kept;
}

async function save(tx: Tx, to: BelongsTo, received: ReceivedFile | null, { actor, now }: Context) {
  if (received === null) throw new Error('A file is saved only when it has been received.');
  const attachmentId = await addAttachment(tx, to, { ...received, addedById: actor.userId, addedAt: now });
  const { name: file, kind, size } = received;
  return { attachmentId, details: { file, kind, size } };
}

/** Adds a file to a behovsmelding. */
export const attachToBehovsmelding = command({
  action: 'behovsmelding.attach',
  schema: Schema,
  load: async (tx, { id }, { now }) => {
    const need = await lockBehovsmelding(tx, id, now);
    return need && { ...need, files: await attachmentsOf(tx, { behovsmeldingId: id }) };
  },
  decide: (before, input) => decide(before, input),
  prepare,
  save: async (tx, need, received, context) => {
    const { attachmentId, details } = await save(tx, { behovsmeldingId: need.id }, received, context);
    return {
      value: { id: need.id, attachmentId },
      log: [
        {
          subjectId: need.id,
          roundId: need.roundId,
          countyId: need.countyId,
          details: { title: need.title, ...details },
        },
      ],
    };
  },
});

/** Adds a file to a half of a report. */
export const attachToHalf = command({
  action: 'report.attach',
  schema: Schema,
  load: async (tx, { id }, { now }) => {
    const report = await lockHalf(tx, id, now);
    const found = report && halfCase(report, id);
    return found && { ...found, files: await attachmentsOf(tx, { halfId: id }) };
  },
  decide: (before, input) => decide(before, input),
  prepare,
  save: async (tx, { half, report }, received, context) => {
    const { attachmentId, details } = await save(tx, { halfId: half.id }, received, context);
    const about = { title: report.title, reference: report.reference, year: report.year, side: half.side };
    return {
      value: { id: half.id, attachmentId },
      log: [
        { subjectId: half.id, roundId: report.roundId, countyId: report.countyId, details: { ...about, ...details } },
      ],
    };
  },
});

/** Taking away what another has taken away already is a conflict. */
const decideRemove = ({ file }: { file: Attachment }): Decision<Attachment> =>
  file.removedAt === null ? done(file) : conflict;

const about = ({ name, sentAt }: Attachment) => ({ file: name, kept: sentAt !== null });

/** Takes a file away from a behovsmelding. What has been sent is kept, and only marked. */
export const detachFromBehovsmelding = command({
  action: 'behovsmelding.detach',
  schema: DetachFile,
  load: async (tx, { id }, { now }) => {
    const belongsTo = (await findAttachment(tx, id))?.behovsmeldingId ?? null;
    const need = belongsTo === null ? null : await lockBehovsmelding(tx, belongsTo, now);
    // Read again now that nobody else can change it.
    const file = await findAttachment(tx, id);
    return need === null || file === null ? null : { ...need, file };
  },
  decide: (before) => decideRemove(before),
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
  decide: (before) => decideRemove(before),
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

/** How many files one change takes away: few enough that a slow store answers in time. */
const AT_A_TIME = 50;

/**
 * Takes out of the S3 store what no row tells of, the first of it; none is left when it answers 0. Loose is what was
 * put there for a change that failed, and files taken away before they were sent.
 */
export const tidyFiles = command({
  action: 'file.tidy',
  schema: z.object({}).transform((): { keys: string[] } => ({ keys: [] })),
  load: async (tx, { keys }) => ({ loose: (await keysWithoutRow(tx, keys)).slice(0, AT_A_TIME) }),
  decide: ({ loose }) => done(loose),
  prepare: async (_input, { now }) => done({ keys: await keysOfYesterday(now) }),
  save: async (_tx, _before, loose) => {
    await removeFromStore(loose);
    const log =
      loose.length === 0
        ? []
        : [
            {
              subjectId: 'files',
              subjectType: 'file',
              roundId: null,
              countyId: null,
              details: { count: loose.length },
            },
          ];
    return { value: { count: loose.length }, log };
  },
});
