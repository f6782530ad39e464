import { kindByName, refusedUnread, type AttachmentKind } from './attachment';
import { done, refused, type Decision } from '#lib/domain/outcome';

/** A part of an archive as its table of contents lists it. Sizes in bytes, packed and unpacked; a part may go by two names. */
export interface ArchivePart {
  readonly names: readonly string[];
  readonly packed: number;
  readonly size: number;
}
/**
 * What a zip holds, read outside the core. `types` and `mimetype`: the texts of [Content_Types].xml and mimetype;
 * null where there is none.
 */
export interface Archive {
  readonly parts: readonly ArchivePart[];
  readonly types: string | null;
  readonly mimetype: string | null;
}
/** What a file's content is, whatever it is called; a zip may be one of three, or just a zip. */
export type Content = AttachmentKind | 'zip' | 'old-office' | 'damaged' | 'macros' | 'bomb' | 'unknown';

/** More than this unpacked is no letter and no budget: 10 MB of text in a file hold some 100 MB. */
const MAX_UNPACKED = 200 * 1024 * 1024;
/** Deflating what can not be packed makes it this much larger at most. */
const MAX_GROWTH = 4096;
const OOXML_MAIN = { docx: 'wordprocessingml.document.main+xml', xlsx: 'spreadsheetml.sheet.main+xml' } as const;
const ODT = 'application/vnd.oasis.opendocument.text';
// Parts that run: Word's and Excel's macros and controls, LibreOffice's Basic and scripts.
const RUNS = /(?:^|\/)(?:vbaProject\.bin$|vbaData\.xml$|activeX\/)|^(?:Basic|Scripts)\/./i;

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const begins = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Whether the bytes begin as a zip: then what it holds has to be read before it can be judged. */
export const isZip = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b, 0x03, 0x04);

/** Whether opening the archive would fill the memory of whoever opens it, or its table lies about that. */
export const isBomb = (parts: readonly ArchivePart[]): boolean =>
  parts.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED ||
  // A part that is larger packed than it says it is unpacked, lies.
  parts.some(({ packed, size }) => packed > size + MAX_GROWTH);

function insideZip({ parts, types, mimetype }: Archive): Content {
  if (isBomb(parts)) return 'bomb';
  const names = parts.flatMap((part) => part.names);
  const isOdt = mimetype?.trim() === ODT && names.includes('content.xml');
  const ooxml =
    types === null ? undefined : (['docx', 'xlsx'] as const).find((kind) => types.includes(OOXML_MAIN[kind]));
  const macros =
    types?.includes('macroEnabled') === true || ((isOdt || types !== null) && names.some((name) => RUNS.test(name)));
  return macros ? 'macros' : (ooxml ?? (isOdt ? 'odt' : 'zip'));
}

/** What the bytes are, by their signature and, for a zip, by what it holds: null for one that can not be read. */
export function contentOf(bytes: Uint8Array, archive: Archive | null): Content {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d))
    return ascii(bytes.subarray(-2048)).includes('%%EOF') ? 'pdf' : 'damaged';
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return ascii(bytes.subarray(12, 16)) === 'IHDR' && ascii(bytes.subarray(-64)).includes('IEND') ? 'png' : 'damaged';
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'jpg';
  if (isZip(bytes)) return archive === null ? 'damaged' : insideZip(archive);
  return begins(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) ? 'old-office' : 'unknown';
}

/** The kind of a file whose name and content say the same. Each way they may not has its sentence. */
export function judgeFile(name: string, bytes: Uint8Array, archive: Archive | null): Decision<AttachmentKind> {
  const says = kindByName(name);
  const no = refusedUnread({ name, size: bytes.length });
  if (no !== null || says === null) return refused(no ?? { code: 'file-kind-unknown', name });
  const is = contentOf(bytes, archive);
  switch (is) {
    case says:
      return done(says);
    case 'damaged':
      return refused({ code: 'file-damaged', name });
    case 'macros':
      return refused({ code: 'file-macros', name });
    case 'bomb':
      return refused({ code: 'file-bomb', name });
    case 'old-office':
      return refused({ code: 'file-old-office', name });
    default:
      return refused({ code: 'file-other-inside', name, says, is });
  }
}
