import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachToHalf, attachToBehovsmelding } from '#lib/commands/attachment';
import { detachFromHalf, detachFromBehovsmelding } from '#lib/commands/attachment';
import { returnBehovsmelding } from '#lib/commands/behovsmelding/county';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { log } from '#lib/log/log';
import { startClamd, INFECTED, type ClamdServer } from '#tests/support/clamd';
import { FALSE_FILES, fileOf, REAL } from '#tests/support/files';
import { makeReport } from '#tests/support/report';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';
import { pdf } from '../../../prisma/demo/sample-files';

let world: World;
let clamd: ClamdServer;
beforeAll(async () => {
  [world, clamd] = [await makeWorld(), await startClamd()];
});
afterAll(() => clamd.stop());
beforeEach(() => vi.unstubAllEnvs());

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const filesOf = (behovsmeldingId: string) =>
  models().attachment.findMany({ where: { behovsmeldingId }, include: { bytes: true }, orderBy: { id: 'asc' } });
const logOf = async (id: string) =>
  (await models().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })).map(
    ({ action, details }) => ({
      action,
      details,
    }),
  );
const attach = (id: string, file: File, who: keyof World['actors'] = 'skoleeier') =>
  attachToBehovsmelding({ id, file }, as(who));
const attached = async (id: string, file = fileOf(REAL.pdf, 'referat.pdf')): Promise<string> => {
  const outcome = await attach(id, file);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.value.attachmentId;
};

describe('a file added to a behovsmelding', () => {
  it('is there byte for byte, with its facts, and in the log by its name', async () => {
    const id = await makeBehovsmelding(world);
    expect((await attach(id, fileOf(REAL.docx, '../=cmd().docx'))).kind).toBe('done');
    const [file] = await filesOf(id);
    expect(file).toMatchObject({
      name: '=cmd().docx',
      kind: 'docx',
      size: REAL.docx.length,
      store: 'database',
      key: null,
      addedById: world.actors.skoleeier.userId,
      addedAt: NOW,
      sentAt: null,
    });
    expect(Buffer.from(file?.bytes?.bytes ?? []).equals(REAL.docx)).toBe(true);
    expect(await logOf(id)).toMatchObject([
      { action: 'behovsmelding.attach', details: { file: '=cmd().docx', kind: 'docx', size: REAL.docx.length } },
    ]);
  });

  it('is refused with its own sentence when it is not what it says, and nothing is stored', async () => {
    const id = await makeBehovsmelding(world);
    expect(await attach(id, fileOf(FALSE_FILES.plainZip, 'rapport.pdf'))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'file-other-inside', name: 'rapport.pdf', says: 'pdf', is: 'zip' }],
    });
    expect(await attach(id, fileOf(new Uint8Array(10 * 1024 * 1024 + 1), 'stor.pdf'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'file-too-large' }],
    });
    expect([await filesOf(id), await logOf(id)]).toEqual([[], []]);
  });

  it('is taken once when the same is sent twice at once', async () => {
    const id = await makeBehovsmelding(world);
    const both = await Promise.all([attach(id, fileOf(REAL.pdf, 'a.pdf')), attach(id, fileOf(REAL.pdf, 'b.pdf'))]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(await filesOf(id)).toHaveLength(1);
  });

  it('is not the 21st, also when two are sent at once', async () => {
    const id = await makeBehovsmelding(world);
    for (let n = 1; n <= 19; n += 1) await attached(id, fileOf(pdf([`Side ${n}`]), `${n}.pdf`));
    const both = await Promise.all([20, 21].map((n) => attach(id, fileOf(pdf([`Side ${n}`]), `${n}.pdf`))));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    expect(await filesOf(id)).toHaveLength(20);
  });

  it.each(['otherOwner', 'uh', 'secretariat', 'member', 'caseworker', 'approver', 'auditor', 'stranger'] as const)(
    'is not for %s',
    async (who) => {
      const id = await makeBehovsmelding(world);
      expect((await attach(id, fileOf(REAL.pdf, 'a.pdf'), who)).kind).toBe('forbidden');
      expect(await filesOf(id)).toEqual([]);
    },
  );

  it('is for the coordinator of an owner who has delegated, and for nobody once it is sent', async () => {
    expect((await attach(await makeBehovsmelding(world), fileOf(REAL.odt, 'a.odt'), 'coordinator')).kind).toBe('done');
    expect((await attach(await makeBehovsmelding(world, { state: 'submitted' }), fileOf(REAL.odt, 'a.odt'))).kind).toBe(
      'forbidden',
    );
  });

  it.each([{}, { id: 'x', file: 'text' }, { id: ['a'], file: fileOf(REAL.pdf, 'a.pdf') }, null])(
    'of %j is malformed',
    async (input) => {
      expect((await attachToBehovsmelding(input, as('skoleeier'))).kind).toBe('invalid');
    },
  );
});

describe('a file taken away', () => {
  it('is gone with its bytes while it has never been sent', async () => {
    const id = await makeBehovsmelding(world);
    const file = await attached(id);
    expect((await detachFromBehovsmelding({ id: file }, as('otherOwner'))).kind).toBe('forbidden');
    expect((await detachFromBehovsmelding({ id: file }, as('skoleeier'))).kind).toBe('done');
    expect([await filesOf(id), await models().attachmentBytes.findUnique({ where: { attachmentId: file } })]).toEqual([
      [],
      null,
    ]);
    expect((await detachFromBehovsmelding({ id: file }, as('skoleeier'))).kind).toBe('missing');
    expect((await logOf(id)).at(-1)).toMatchObject({
      action: 'behovsmelding.detach',
      details: { file: 'referat.pdf', kept: false },
    });
  });

  it('is only marked once it has been sent, and can be added anew', async () => {
    const id = await makeBehovsmelding(world);
    const file = await attached(id);
    await submitBehovsmelding({ id }, as('skoleeier'));
    expect((await detachFromBehovsmelding({ id: file }, as('skoleeier'))).kind).toBe('forbidden');
    await returnBehovsmelding({ id, comment: 'Legg ved riktig referat.' }, as('caseworker'));
    const late = await attached(id, fileOf(REAL.png, 'ny.png'));
    expect((await detachFromBehovsmelding({ id: file }, as('skoleeier'))).kind).toBe('done');
    expect(await detachFromBehovsmelding({ id: file }, as('skoleeier'))).toEqual({ kind: 'conflict' });
    expect((await detachFromBehovsmelding({ id: late }, as('skoleeier'))).kind).toBe('done');
    const [kept, ...others] = await filesOf(id);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ id: file, sentAt: NOW, removedAt: NOW, removedById: world.actors.skoleeier.userId });
    expect(kept?.bytes?.bytes).toHaveLength(REAL.pdf.length);
    expect((await attach(id, fileOf(REAL.pdf, 'referat.pdf'))).kind).toBe('done');
  });
});

describe('a file of a half of a report', () => {
  it('is added by the party of the half alone, and taken away again', async () => {
    const { uh } = await makeReport(world);
    const file = fileOf(REAL.xlsx, 'regnskap.xlsx');
    expect((await attachToHalf({ id: uh, file }, as('skoleeier'))).kind).toBe('forbidden');
    const outcome = await attachToHalf({ id: uh, file }, as('uh'));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect((await detachFromHalf({ id: outcome.value.attachmentId }, as('skoleeier'))).kind).toBe('forbidden');
    expect((await detachFromBehovsmelding({ id: outcome.value.attachmentId }, as('uh'))).kind).toBe('missing');
    expect((await detachFromHalf({ id: outcome.value.attachmentId }, as('uh'))).kind).toBe('done');
    expect((await logOf(uh)).map(({ action }) => action)).toEqual(['report.attach', 'report.detach']);
  });
});

describe('with a scanner', () => {
  it('a clean file is stored, and an infected one is not', async () => {
    for (const [name, value] of Object.entries(clamd.environment)) vi.stubEnv(name, value);
    const id = await makeBehovsmelding(world);
    expect((await attach(id, fileOf(REAL.pdf, 'ren.pdf'))).kind).toBe('done');
    expect(await attach(id, fileOf(new Uint8Array([...REAL.pdf, ...Buffer.from(INFECTED)]), 'syk.pdf'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'file-infected', name: 'syk.pdf' }],
    });
    expect((await filesOf(id)).map(({ name }) => name)).toEqual(['ren.pdf']);
  });

  it('nothing is stored while the scanner does not answer', async () => {
    vi.stubEnv('CLAMD_SOCKET', '/nowhere/clamd.sock');
    const failed = vi.spyOn(log, 'failed').mockReturnValueOnce();
    const id = await makeBehovsmelding(world);
    expect(await attach(id, fileOf(REAL.pdf, 'a.pdf'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'scanner-away' }],
    });
    expect(await filesOf(id)).toEqual([]);
    expect(failed).toHaveBeenCalledExactlyOnceWith(
      'The scanner did not answer, so a file was refused',
      expect.any(Error),
    );
    failed.mockRestore();
  });

  it('asks nothing of the scanner for somebody who may not attach', async () => {
    for (const [name, value] of Object.entries(clamd.environment)) vi.stubEnv(name, value);
    const before = clamd.scanned;
    expect((await attach(await makeBehovsmelding(world), fileOf(REAL.pdf, 'a.pdf'), 'otherOwner')).kind).toBe(
      'forbidden',
    );
    expect(clamd.scanned).toBe(before);
  });
});
