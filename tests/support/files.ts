import { crc32 } from 'node:zlib';
import { docx, pdf, xlsx, zip, type ZipPart } from '../../prisma/demo/sample-files';

const ODT = 'application/vnd.oasis.opendocument.text';
const WORD = 'application/vnd.ms-word.document.macroEnabled.main+xml';

/** An ODT document, with more parts than it should have if one wants. */
const odt = (more: readonly ZipPart[] = []): Uint8Array<ArrayBuffer> =>
  zip([
    { name: 'mimetype', data: ODT, stored: true },
    { name: 'content.xml', data: '<office:document-content/>' },
    { name: 'META-INF/manifest.xml', data: '<manifest:manifest/>' },
    ...more,
  ]);

const hex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
// One pixel each.
const PNG = hex(
  '89504e470d0a1a0a 0000000d49484452 00000001000000010802000000907753de 0000000c49444154 789c63f8ffff3f0005fe02fea735811e 0000000049454e44ae426082',
);
const JPG = hex(
  'ffd8ffe000104a46494600010100000100010000 ffdb004300 ffc0000b080001000101011100 ffda0008010100003f00d2 ffd9',
);

/** Small files that are what they say. */
export const REAL: Readonly<Record<'pdf' | 'docx' | 'xlsx' | 'odt' | 'png' | 'jpg', Uint8Array<ArrayBuffer>>> = {
  pdf: pdf(['Drøftingsreferat']),
  docx: docx(['Samtykke']),
  xlsx: xlsx([
    ['År', 'Sum'],
    [2027, 500_000],
  ]),
  odt: odt(),
  png: PNG,
  jpg: JPG,
};

/** Files that are not what they say, or that nobody should open. */
export const FALSE_FILES = {
  plainZip: zip([{ name: 'notat.txt', data: 'Hei' }]),
  docm: docx(['Hei'], { type: WORD, more: [{ name: 'word/vbaProject.bin', data: 'Sub AutoOpen' }] }),
  // The type of a docx, and the macros all the same.
  hiddenMacros: docx(['Hei'], { more: [{ name: 'word/vbaProject.bin', data: 'Sub AutoOpen' }] }),
  odtWithBasic: odt([{ name: 'Basic/Standard/Module1.xml', data: '<script/>' }]),
  activeX: docx(['Hei'], { more: [{ name: 'word/activeX/activeX1.xml', data: '<ax/>' }] }),
  longName: docx(['Hei'], { more: [{ name: 'word/'.repeat(400), data: 'x' }] }),
  bomb: docx(['Hei'], { more: [{ name: 'word/media/image1.xml', data: '0', claims: 4_000_000_000 }] }),
  // The table of contents says 10 bytes of a part that is 5 MB.
  lyingBomb: zip([{ name: '[Content_Types].xml', data: ' '.repeat(5_000_000), claims: 10 }]),
  // It says 10 bytes of a text that is 500 kB, packed in so few that the table does not give it away.
  lyingText: zip([{ name: '[Content_Types].xml', data: ' '.repeat(500_000), claims: 10 }]),
  climbing: docx(['Hei'], { more: [{ name: '../../word/styles.xml', data: 'x' }] }),
  manyParts: zip(Array.from({ length: 10_001 }, (_, i) => ({ name: String(i), data: '', stored: true }))),
  locked: zip([{ name: '[Content_Types].xml', data: 'x', flags: 1 }]),
  cut: docx(['Hei']).subarray(0, 200),
  oldOffice: hex('d0cf11e0a1b11ae1 0000000000000000'),
  html: new Uint8Array(Buffer.from('<html><script>alert(1)</script></html>')),
  cutPdf: pdf(['Hei']).subarray(0, 100),
} as const;

/** The zip of one part with a second name, in the field that Info-ZIP has for names in Unicode. */
export function withUnicodeName(part: ZipPart, name: string): Uint8Array {
  const bytes = Buffer.from(zip([part]));
  const table = bytes.indexOf('PK\x01\x02', 'latin1');
  const field = Buffer.alloc(9 + name.length);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + name.length, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(part.name), 5);
  field.write(name, 9);
  bytes.writeUInt16LE(field.length, table + 30);
  const after = table + 46 + part.name.length;
  return Buffer.concat([bytes.subarray(0, after), field, bytes.subarray(after)]);
}

/** A file as a browser sends it. */
export const fileOf = (bytes: Uint8Array<ArrayBuffer>, name: string): File => new File([bytes], name);
