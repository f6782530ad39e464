/** A file inside a zip, as its table of contents lists it. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  readonly stored: boolean;
  readonly at: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 10_000;
/** Longer than any name inside an office file. */
const MAX_NAME = 1000;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the table of contents ends; -1 when there is none. */
function endOf(bytes: Uint8Array): number {
  const data = view(bytes);
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (data.getUint32(at, true) === END) return at;
  return -1;
}

/** What a zip says it holds; null when it can not be read, is locked with a password, or is packed or named in a way office files are not. */
export function entriesIn(bytes: Uint8Array): ZipEntry[] | null {
  if (bytes.length < END_BYTES) return null;
  const end = endOf(bytes);
  if (end < 0) return null;
  const data = view(bytes);
  const count = data.getUint16(end + 10, true);
  let at = data.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || data.getUint32(at, true) !== CENTRAL) return null;
    const [flags, method] = [data.getUint16(at + 8, true), data.getUint16(at + 10, true)];
    const [name, extra, comment] = [
      data.getUint16(at + 28, true),
      data.getUint16(at + 30, true),
      data.getUint16(at + 32, true),
    ];
    if (name > MAX_NAME || at + 46 + name > end || (flags & ENCRYPTED) !== 0 || ![STORED, DEFLATED].includes(method))
      return null;
    entries.push({
      name: String.fromCharCode(...bytes.subarray(at + 46, at + 46 + name)),
      stored: method === STORED,
      packed: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      at: data.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The packed bytes of one entry; null when they are not where the table says. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const data = view(bytes);
  if (entry.at + 30 > bytes.length || data.getUint32(entry.at, true) !== LOCAL) return null;
  const from = entry.at + 30 + data.getUint16(entry.at + 26, true) + data.getUint16(entry.at + 28, true);
  return from + entry.packed > bytes.length ? null : bytes.subarray(from, from + entry.packed);
}
