import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ATTACHMENT_KINDS, MAX_FILE_BYTES } from '#lib/domain/attachment/attachment';
import { contentOf, judgeFile } from '#lib/domain/attachment/file-kind';
import { archiveIn } from '#lib/files/archive';
import { FALSE_FILES, REAL, withUnicodeName } from '#tests/support/files';

const judge = async (name: string, bytes: Uint8Array) => {
  const judged = judgeFile(name, bytes, await archiveIn(bytes));
  return judged.kind === 'done' ? judged.value : judged.kind === 'refused' ? judged.refusals[0]?.code : judged.kind;
};

describe('a file that is what it says', () => {
  test.each(ATTACHMENT_KINDS)('is taken when it is %s', async (kind) => {
    expect(await judge(`fil.${kind}`, REAL[kind])).toBe(kind);
    expect(await judge(`FIL.${kind.toUpperCase()}`, REAL[kind])).toBe(kind);
  });

  it('is a jpg by its longer ending too', async () => {
    expect(await judge('bilde.jpeg', REAL.jpg)).toBe('jpg');
  });
});

describe('a file that is not what it says', () => {
  test.each(
    ATTACHMENT_KINDS.flatMap((says) => ATTACHMENT_KINDS.filter((is) => is !== says).map((is) => [says, is] as const)),
  )('says %s and is %s: told so', async (says, is) => {
    expect(judgeFile(`fil.${says}`, REAL[is], await archiveIn(REAL[is]))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'file-other-inside', name: `fil.${says}`, says, is }],
    });
  });

  test.each([
    ['a zip that says it is a PDF', 'rapport.pdf', FALSE_FILES.plainZip, 'file-other-inside'],
    ['a zip that says it is a Word document', 'rapport.docx', FALSE_FILES.plainZip, 'file-other-inside'],
    ['a page with script that says it is a PDF', 'rapport.pdf', FALSE_FILES.html, 'file-other-inside'],
    ['a document with macros under another ending', 'rapport.docx', FALSE_FILES.docm, 'file-macros'],
    ['macros in a document that says it has none', 'rapport.docx', FALSE_FILES.hiddenMacros, 'file-macros'],
    ['Basic in an ODT', 'rapport.odt', FALSE_FILES.odtWithBasic, 'file-macros'],
    ['controls in a document', 'rapport.docx', FALSE_FILES.activeX, 'file-macros'],
    ['a part with a name of 2 000 characters', 'rapport.docx', FALSE_FILES.longName, 'file-damaged'],
    ['4 GB packed into a few bytes', 'rapport.docx', FALSE_FILES.bomb, 'file-bomb'],
    ['a part that is larger than the table says', 'rapport.docx', FALSE_FILES.lyingBomb, 'file-bomb'],
    ['a text that unpacks to more than the table says', 'rapport.docx', FALSE_FILES.lyingText, 'file-damaged'],
    ['parts that lie outside what they are in', 'rapport.docx', FALSE_FILES.climbing, 'file-damaged'],
    ['10 001 parts', 'rapport.docx', FALSE_FILES.manyParts, 'file-damaged'],
    ['a zip with a password', 'rapport.xlsx', FALSE_FILES.locked, 'file-damaged'],
    ['half a document', 'rapport.docx', FALSE_FILES.cut, 'file-damaged'],
    ['half a PDF', 'rapport.pdf', FALSE_FILES.cutPdf, 'file-damaged'],
    ['an old Word document', 'rapport.docx', FALSE_FILES.oldOffice, 'file-old-office'],
    ['an old Word document by its own name', 'rapport.doc', FALSE_FILES.oldOffice, 'file-kind-unknown'],
    ['a program', 'rapport.exe', REAL.pdf, 'file-kind-unknown'],
    ['no ending', 'rapport', REAL.pdf, 'file-kind-unknown'],
    ['nothing', 'rapport.pdf', new Uint8Array(), 'file-empty'],
    ['one byte too many', 'rapport.pdf', new Uint8Array(MAX_FILE_BYTES + 1), 'file-too-large'],
  ])('is refused: %s', async (_what, name, bytes, code) => {
    expect(await judge(name, bytes)).toBe(code);
  });

  it('goes by both names where a part has a second one in Unicode, so that macros can not hide behind it', async () => {
    const named = withUnicodeName({ name: 'word/vbaProject.bin', data: 'Sub AutoOpen' }, 'word/picture.png');
    expect((await archiveIn(named))?.parts[0]?.names).toEqual(['word/picture.png', 'word/vbaProject.bin']);
  });

  it('never makes the reading fail, whatever the bytes are', async () => {
    const begun = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0x25, 0x50, 0x44, 0x46, 0x2d],
      [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    );
    const end = fc.constantFrom([], [0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]);
    await fc.assert(
      fc.asyncProperty(begun, fc.uint8Array({ maxLength: 400 }), end, async (head, tail, foot) => {
        const bytes = new Uint8Array([...head, ...tail, ...foot]);
        contentOf(bytes, await archiveIn(bytes));
      }),
    );
    // Any three bytes of a real document changed, or any end cut off.
    const places = fc.array(fc.tuple(fc.nat(REAL.docx.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(places, fc.nat(REAL.docx.length), async (changes, length) => {
        const bytes = Uint8Array.from(REAL.docx);
        for (const [at, byte] of changes) bytes[at] = byte;
        await archiveIn(bytes);
        await archiveIn(bytes.subarray(0, length));
      }),
      { numRuns: 500 },
    );
  });
});
