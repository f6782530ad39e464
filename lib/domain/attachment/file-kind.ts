import { kindByName, refusedUnread, type AttachmentKind } from './attachment';
import { done, refused, type Decision } from '#lib/domain/outcome';
import { entriesIn, packedBytes, type ZipEntry } from './zip';

/** Unpacks deflated bytes to at most `max`; null when they are damaged or more than that. Given, since the core has no zlib. */
export type Inflate = (packed: Uint8Array, max: number) => Uint8Array | null;
/** What a file's content is, whatever it is called; a zip may be one of three, or just a zip. */
export type Content = AttachmentKind | 'zip' | 'old-office' | 'damaged' | 'macros' | 'bomb' | 'unknown';

/** More than this unpacked is no letter and no budget: 10 MB of text in a file hold some 100 MB. */
const MAX_UNPACKED = 200 * 1024 * 1024;
/** Deflating what can not be packed makes it this much larger at most. */
const MAX_GROWTH = 4096;
const MAX_PART = 1024 * 1024;
const OOXML_MAIN = { docx: 'wordprocessingml.document.main+xml', xlsx: 'spreadsheetml.sheet.main+xml' } as const;
const ODT = 'application/vnd.oasis.opendocument.text';
// Parts that run: Word's and Excel's macros and controls, LibreOffice's Basic and scripts.
const RUNS = /(?:^|\/)(?:vbaProject\.bin$|vbaData\.xml$|activeX\/)|^(?:Basic|Scripts)\/./i;

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const begins = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

function textOf(bytes: Uint8Array, entry: ZipEntry | undefined, inflate: Inflate): string | null {
  const packed = entry === undefined ? null : packedBytes(bytes, entry);
  if (entry === undefined || packed === null || entry.size > MAX_PART || packed.length > MAX_PART) return null;
  const plain = entry.stored ? packed : inflate(packed, MAX_PART);
  return plain === null ? null : new TextDecoder().decode(plain);
}

function insideZip(bytes: Uint8Array, inflate: Inflate): Content {
  const entries = entriesIn(bytes);
  if (entries === null) return 'damaged';
  // A part that is larger packed than it says it is unpacked, lies.
  if (
    entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED ||
    entries.some(({ packed, size }) => packed > size + MAX_GROWTH)
  )
    return 'bomb';
  const named = (name: string) => entries.find((entry) => entry.name === name);
  const types = textOf(bytes, named('[Content_Types].xml'), inflate);
  const isOdt = textOf(bytes, named('mimetype'), inflate)?.trim() === ODT && named('content.xml') !== undefined;
  const ooxml =
    types === null ? undefined : (['docx', 'xlsx'] as const).find((kind) => types.includes(OOXML_MAIN[kind]));
  const macros =
    types?.includes('macroEnabled') === true ||
    ((isOdt || types !== null) && entries.some(({ name }) => RUNS.test(name)));
  return macros ? 'macros' : (ooxml ?? (isOdt ? 'odt' : 'zip'));
}

/** What the bytes are, by their signature and, for a zip, by what it holds. */
export function contentOf(bytes: Uint8Array, inflate: Inflate): Content {
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d))
    return ascii(bytes.subarray(-2048)).includes('%%EOF') ? 'pdf' : 'damaged';
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return ascii(bytes.subarray(12, 16)) === 'IHDR' && ascii(bytes.subarray(-64)).includes('IEND') ? 'png' : 'damaged';
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'jpg';
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return insideZip(bytes, inflate);
  return begins(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) ? 'old-office' : 'unknown';
}

/** The kind of a file whose name and content say the same. Each way they may not has its sentence. */
export function judgeFile(name: string, bytes: Uint8Array, inflate: Inflate): Decision<AttachmentKind> {
  const says = kindByName(name);
  const no = refusedUnread({ name, size: bytes.length });
  if (no !== null || says === null) return refused(no ?? { code: 'file-kind-unknown', name });
  const is = contentOf(bytes, inflate);
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
