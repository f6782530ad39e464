import { addAttachment, attachmentsOf, type BelongsTo } from '#lib/db/attachment';
import { lockNeed } from '#lib/db/behovsmelding';
import type { Tx } from '#lib/db/client';
import { lockHalf } from '#lib/db/report';
import { cleanName, refusedBeside, refusedUnread, type Attachment } from '#lib/domain/attachment';
import { done, refused, type Decision } from '#lib/domain/outcome';
import { halfCase } from '#lib/domain/report-decide';
import { inspect, keep, type ReceivedFile } from '#lib/files/receive';
import { AttachFile } from '#lib/schema/attachment';
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
  const kept = seen.kind === 'done' ? await keep(seen.value) : seen;
  return kept.kind === 'done' ? done({ ...input, received: kept.value }) : kept;
}

async function save(tx: Tx, to: BelongsTo, received: ReceivedFile | null, { actor, now }: Context) {
  if (received === null) throw new Error('A file is saved only when it has been received.');
  const attachmentId = await addAttachment(tx, to, { ...received, addedById: actor.userId, addedAt: now });
  const { name: file, kind, size } = received;
  return { attachmentId, details: { file, kind, size } };
}

/** Adds a file to a behovsmelding. */
export const attachToNeed = command({
  action: 'behovsmelding.attach',
  schema: Schema,
  load: async (tx, { id }, { now }) => {
    const need = await lockNeed(tx, id, now);
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
