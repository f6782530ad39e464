import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { isBomb, isZip, type Archive, type ArchivePart } from '#lib/domain/attachment/file-kind';

const MAX_ENTRIES = 10_000;
/** Longer than any name inside an office file. */
const MAX_NAME = 1000;
/** The texts that tell what an office file is are a few kilobytes. */
const MAX_TEXT_BYTES = 1024 * 1024;

/**
 * What a zip holds; null when the bytes are no zip, or one that can not be read, has a password, or is packed or
 * named in a way office files are not.
 */
export async function archiveIn(bytes: Uint8Array): Promise<Archive | null> {
  if (!isZip(bytes)) return null;
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return zip.entryCount > MAX_ENTRIES ? null : await opened(zip);
  } catch {
    // yauzl throws for each thing that is wrong with a zip; to whoever sent it, all of them say that it is damaged.
    return null;
  }
}

async function opened(zip: ZipFile): Promise<Archive | null> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted() || !entry.canDecodeFileData() || entry.fileNameLength > MAX_NAME) return null;
    entries.push(entry);
  }
  const parts = entries.map(partOf);
  // Nothing of a bomb is unpacked, not even the text that says what it is.
  if (isBomb(parts)) return { parts, types: null, mimetype: null };
  const named = (name: string): Entry | undefined => entries.find((_, index) => parts[index]?.names.includes(name));
  return {
    parts,
    types: await textOf(zip, named('[Content_Types].xml')),
    mimetype: await textOf(zip, named('mimetype')),
  };
}

// Programs differ in whether they heed the field with a name in Unicode: a part goes by both.
const partOf = ({ fileName, fileNameRaw, compressedSize, uncompressedSize }: Entry): ArchivePart => ({
  names: [...new Set([fileName, fileNameRaw.toString('latin1')])],
  packed: compressedSize,
  size: uncompressedSize,
});

/** The text of one part; null when there is none, or it is too long to be what it is named for. */
async function textOf(zip: ZipFile, entry: Entry | undefined): Promise<string | null> {
  if (entry === undefined || entry.uncompressedSize > MAX_TEXT_BYTES || entry.compressedSize > MAX_TEXT_BYTES)
    return null;
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  // Never more than the table says: yauzl ends the stream there. The listener stays, for what goes wrong after the end.
  await new Promise<void>((resolve, reject) => {
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', resolve);
    stream.on('error', reject);
  });
  return Buffer.concat(pieces).toString('utf8');
}
