import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  ATTACHMENT_KINDS,
  cleanName,
  kindByName,
  MAX_ATTACHMENTS,
  MAX_FILE_BYTES,
  refusedBeside,
} from '#lib/domain/attachment/attachment';
import { contentOf, judgeFile, type Inflate } from '#lib/domain/attachment/file-kind';
import { FALSE_FILES, REAL } from '#tests/support/files';

const inflate: Inflate = (packed, max) => {
  try {
    return inflateRawSync(packed, { maxOutputLength: max });
  } catch {
    return null;
  }
};
const judge = (name: string, bytes: Uint8Array) => {
  const judged = judgeFile(name, bytes, inflate);
  return judged.kind === 'done' ? judged.value : judged.kind === 'refused' ? judged.refusals[0]?.code : judged.kind;
};

describe('a file that is what it says', () => {
  test.each(ATTACHMENT_KINDS)('is taken when it is %s', (kind) => {
    expect(judge(`fil.${kind}`, REAL[kind])).toBe(kind);
    expect(judge(`FIL.${kind.toUpperCase()}`, REAL[kind])).toBe(kind);
  });

  it('is a jpg by its longer ending too', () => {
    expect(judge('bilde.jpeg', REAL.jpg)).toBe('jpg');
  });
});

describe('a file that is not what it says', () => {
  test.each(
    ATTACHMENT_KINDS.flatMap((says) => ATTACHMENT_KINDS.filter((is) => is !== says).map((is) => [says, is] as const)),
  )('says %s and is %s: told so', (says, is) => {
    expect(judgeFile(`fil.${says}`, REAL[is], inflate)).toEqual({
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
    ['a zip with a password', 'rapport.xlsx', FALSE_FILES.locked, 'file-damaged'],
    ['half a document', 'rapport.docx', FALSE_FILES.cut, 'file-damaged'],
    ['half a PDF', 'rapport.pdf', FALSE_FILES.cutPdf, 'file-damaged'],
    ['an old Word document', 'rapport.docx', FALSE_FILES.oldOffice, 'file-old-office'],
    ['an old Word document by its own name', 'rapport.doc', FALSE_FILES.oldOffice, 'file-kind-unknown'],
    ['a program', 'rapport.exe', REAL.pdf, 'file-kind-unknown'],
    ['no ending', 'rapport', REAL.pdf, 'file-kind-unknown'],
    ['nothing', 'rapport.pdf', new Uint8Array(), 'file-empty'],
    ['one byte too many', 'rapport.pdf', new Uint8Array(MAX_FILE_BYTES + 1), 'file-too-large'],
  ])('is refused: %s', (_what, name, bytes, code) => {
    expect(judge(name, bytes)).toBe(code);
  });

  it('never makes the reading fail, whatever the bytes are', () => {
    const begun = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0x25, 0x50, 0x44, 0x46, 0x2d],
      [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    );
    fc.assert(
      fc.property(begun, fc.uint8Array({ maxLength: 400 }), (head, tail) => {
        contentOf(new Uint8Array([...head, ...tail]), inflate);
      }),
    );
    // Any one byte of a real document changed.
    fc.assert(
      fc.property(fc.nat(REAL.docx.length - 1), fc.nat(255), (at, byte) => {
        contentOf(
          REAL.docx.map((old, index) => (index === at ? byte : old)),
          inflate,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the name of a file', () => {
  test.each([
    ['=cmd()|calc.pdf', '=cmd()_calc.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['mappe\\Kari\\plan.docx', 'plan.docx'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    ['faktura\u202efdp.exe', 'fakturafdp.exe'],
    ['  mange   ord .pdf', 'mange ord .pdf'],
    ['', 'vedlegg'],
    ['\u202e', 'vedlegg'],
    ['Møtereferat «æøå» 2027.pdf', 'Møtereferat «æøå» 2027.pdf'],
    ['sa\u030akra.pdf', 'såkra.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanName(given)).toBe(kept);
  });

  it('is at most 120 characters and keeps its ending', () => {
    expect(cleanName(`${'a'.repeat(300)}.pdf`)).toBe(`${'a'.repeat(116)}.pdf`);
  });

  it('is a fixed point: what is clean stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (given) => {
        const once = cleanName(given);
        expect(cleanName(once)).toBe(once);
        expect(once).not.toMatch(/[\u0000-\u001f/\\]/);
        expect(once).not.toBe('');
      }),
    );
  });

  it('tells the kind by its last ending alone', () => {
    expect([kindByName('a.pdf.exe'), kindByName('a.exe.pdf'), kindByName('pdf')]).toEqual([null, 'pdf', null]);
  });
});

describe('one more file beside the others', () => {
  const there = (count: number, removedAt: Date | null = null) =>
    Array.from({ length: count }, (_, index) => ({ name: `${index}.pdf`, sha256: String(index), removedAt }));
  const one = { name: 'ny.pdf', sha256: 'ny' };

  it('is the last that is let in when there are 19, and refused when there are 20', () => {
    expect(refusedBeside(one, there(MAX_ATTACHMENTS - 1))).toBeNull();
    expect(refusedBeside(one, there(MAX_ATTACHMENTS))).toEqual({ code: 'too-many-files', name: 'ny.pdf', max: 20 });
    expect(refusedBeside(one, there(MAX_ATTACHMENTS, new Date(0)))).toBeNull();
  });

  it('is refused when the same is there under any name, but not when that one is removed', () => {
    expect(refusedBeside({ name: 'ny.pdf', sha256: '1' }, there(2))).toEqual({
      code: 'file-there-already',
      name: 'ny.pdf',
      as: '1.pdf',
    });
    expect(refusedBeside({ name: 'ny.pdf', sha256: '1' }, there(2, new Date(0)))).toBeNull();
  });
});
