import { createHash } from 'node:crypto';
import { cleanName, refusedUnread, type AttachmentKind } from '#lib/domain/attachment/attachment';
import { judgeFile } from '#lib/domain/attachment/file-kind';
import { done, refused, type Decision } from '#lib/domain/outcome';
import { log } from '#lib/log/log';
import { archiveIn } from './archive';
import { isInfected } from './clamd';
import { filesEnvironment } from './environment';
import { newKey, s3Store } from './s3';

/** A file that has been looked at: what it is, and where its bytes are: in the store under a key, or here to go in the database. */
export interface ReceivedFile {
  name: string;
  kind: AttachmentKind;
  size: number;
  sha256: string;
  key: string | null;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Reads a file, sees that it is what it says, and has it scanned where a scanner is set up. No answer from the scanner is no. */
export async function inspect(file: File): Promise<Decision<ReceivedFile>> {
  const name = cleanName(file.name);
  const unread = refusedUnread({ name, size: file.size });
  if (unread !== null) return refused(unread);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = judgeFile(name, bytes, await archiveIn(bytes));
  if (kind.kind !== 'done') return kind;
  const { clamd } = filesEnvironment();
  try {
    if (clamd !== null && (await isInfected(clamd, bytes))) return refused({ code: 'file-infected', name });
  } catch (error) {
    log.failed('The scanner did not answer, so a file was refused', error);
    return refused({ code: 'scanner-away', name });
  }
  return done({
    name,
    kind: kind.value,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    key: null,
    bytes,
  });
}

/** Puts the bytes in the S3 store where one is set up, before any row tells of them; else they go with the row. */
export async function keepFile(file: ReceivedFile): Promise<Decision<ReceivedFile>> {
  const { s3 } = filesEnvironment();
  if (s3 === null) return done(file);
  const key = newKey();
  try {
    await s3Store(s3).put(key, file.bytes, file.sha256);
    return done({ ...file, key });
  } catch (error) {
    log.failed('The file store did not answer, so a file was refused', error);
    return refused({ code: 'store-away', name: file.name });
  }
}
