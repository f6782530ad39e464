import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cleanName, kindByName, MAX_ATTACHMENTS, refusedBeside } from '#lib/domain/attachment/attachment';
import { contentOf, type Archive } from '#lib/domain/attachment/file-kind';

describe('what an archive holds', () => {
  const ZIP = new Uint8Array([0x50, 0x4b, 3, 4]);
  const part = (name: string, packed = 10, size = 10) => ({ names: [name], packed, size });
  const TYPES = '<Override ContentType="application/vnd.wordprocessingml.document.main+xml"/>';
  const holds = (parts: Archive['parts'], texts: Partial<Archive> = {}) =>
    contentOf(ZIP, { parts, types: null, mimetype: null, ...texts });

  it('is a document by its own list of types, and an ODT by its mimetype and its text', () => {
    expect(holds([part('[Content_Types].xml')], { types: TYPES })).toBe('docx');
    const mimetype = 'application/vnd.oasis.opendocument.text\n';
    expect(holds([part('mimetype'), part('content.xml')], { mimetype })).toBe('odt');
    expect(holds([part('mimetype')], { mimetype })).toBe('zip');
    expect(contentOf(ZIP, null)).toBe('damaged');
  });

  it('is a bomb above 200 MB unpacked, and where a part is more than 4 096 bytes larger packed than unpacked', () => {
    const half = 100 * 1024 * 1024;
    expect(holds([part('a', 10, half), part('b', 10, half)])).toBe('zip');
    expect(holds([part('a', 10, half), part('b', 10, half + 1)])).toBe('bomb');
    expect(holds([part('a', 4106, 10)])).toBe('zip');
    expect(holds([part('a', 4107, 10)])).toBe('bomb');
  });

  it('has macros when any name of a part says so', () => {
    const twice = { names: ['word/picture.png', 'word/vbaProject.bin'], packed: 10, size: 10 };
    expect(holds([twice], { types: TYPES })).toBe('macros');
    expect(holds([part('x')], { types: 'application/vnd.ms-word.document.macroEnabled.main+xml' })).toBe('macros');
    expect(holds([part('word/vbaProject.bin')])).toBe('zip');
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
