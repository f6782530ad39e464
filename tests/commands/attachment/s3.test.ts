import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachToBehovsmelding } from '#lib/commands/attachment';
import { detachFromBehovsmelding } from '#lib/commands/attachment';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { tidyFiles } from '#lib/commands/attachment';
import { models } from '#prisma/models';
import { log } from '#lib/log/log';
import { SYSTEM } from '#lib/domain/policy/may';
import { filesEnvironment } from '#lib/files/environment';
import { downloadFromBehovsmelding } from '#lib/queries/attachment';
import { fileOf, REAL } from '#tests/support/files';
import { startS3, type S3Server } from '#tests/support/s3';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let store: S3Server;
beforeAll(async () => {
  [world, store] = [await makeWorld(), await startS3()];
});
afterAll(() => store.stop());
beforeEach(() => {
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries(store.environment)) vi.stubEnv(name, value);
  store.objects.clear();
  store.failWith = null;
});

const TOMORROW = new Date(Date.now() + 25 * 60 * 60 * 1000);
const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const tidy = (now: Date) => tidyFiles({}, { actor: SYSTEM, now });
const attach = async (id: string, name = 'referat.pdf'): Promise<string> => {
  const outcome = await attachToBehovsmelding({ id, file: fileOf(REAL.pdf, name) }, as('skoleeier'));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value.attachmentId;
};
const read = async (id: string): Promise<Buffer> => {
  const file = await downloadFromBehovsmelding({ id }, as('skoleeier'));
  return Buffer.from(await new Response(file?.open()).arrayBuffer());
};

describe('with a store of the S3 kind', () => {
  it('the bytes lie in the store alone, and are read back as they were', async () => {
    const id = await attach(await makeBehovsmelding(world));
    const row = await models().attachment.findUniqueOrThrow({ where: { id }, include: { bytes: true } });
    expect(row).toMatchObject({ store: 's3', bytes: null });
    expect([...store.objects.keys()]).toEqual([row.key]);
    expect((await read(id)).equals(REAL.pdf)).toBe(true);
  });

  it('a file that was changed in the store is never given whole', async () => {
    const id = await attach(await makeBehovsmelding(world));
    const { key } = await models().attachment.findUniqueOrThrow({ where: { id } });
    store.objects.set(key ?? '', { body: Buffer.concat([REAL.pdf, Buffer.from('!')]), at: new Date() });
    await expect(read(id)).rejects.toThrow('sha256');
  });

  it.each([
    [500, 'that is out of order'],
    [403, 'that does not let us in'],
  ])('answers %i: nothing is stored in a store %s, and nothing in the database', async (status) => {
    store.failWith = status;
    const failed = vi.spyOn(log, 'failed').mockReturnValueOnce();
    const id = await makeBehovsmelding(world);
    expect(await attachToBehovsmelding({ id, file: fileOf(REAL.pdf, 'a.pdf') }, as('skoleeier'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'store-away', name: 'a.pdf' }],
    });
    expect([await models().attachment.count({ where: { behovsmeldingId: id } }), store.objects.size]).toEqual([0, 0]);
    expect(failed).toHaveBeenCalledExactlyOnceWith(
      'The file store did not answer, so a file was refused',
      expect.any(Error),
    );
    failed.mockRestore();
  });

  it('lets nobody in with another secret', async () => {
    vi.stubEnv('S3_SECRET_ACCESS_KEY', 'feil');
    const failed = vi.spyOn(log, 'failed').mockReturnValueOnce();
    expect(
      await attachToBehovsmelding(
        { id: await makeBehovsmelding(world), file: fileOf(REAL.pdf, 'a.pdf') },
        as('skoleeier'),
      ),
    ).toMatchObject({ kind: 'refused', refusals: [{ code: 'store-away' }] });
    expect(store.objects.size).toBe(0);
    expect(failed).toHaveBeenCalledExactlyOnceWith(
      'The file store did not answer, so a file was refused',
      expect.any(Error),
    );
    failed.mockRestore();
  });

  it('puts nothing there for whoever may not attach', async () => {
    expect(
      (
        await attachToBehovsmelding(
          { id: await makeBehovsmelding(world), file: fileOf(REAL.pdf, 'a.pdf') },
          as('otherOwner'),
        )
      ).kind,
    ).toBe('forbidden');
    expect(store.objects.size).toBe(0);
  });
});

describe('tidying the store', () => {
  it('takes away what no row tells of after a day, and never what one does', async () => {
    const needs = [await makeBehovsmelding(world), await makeBehovsmelding(world), await makeBehovsmelding(world)];
    const ids = [];
    for (const need of needs) ids.push(await attach(need));
    // A change that failed after its bytes were put there, a file taken away before it was sent, and one after.
    store.objects.set('vedlegg/alene', { body: Buffer.from('x'), at: new Date() });
    await detachFromBehovsmelding({ id: ids[0] }, as('skoleeier'));
    await submitBehovsmelding({ id: needs[1] }, as('skoleeier'));
    await models().behovsmelding.update({ where: { id: needs[1] ?? '' }, data: { state: 'returned' } });
    await detachFromBehovsmelding({ id: ids[1] }, as('skoleeier'));
    expect(store.objects.size).toBe(4);

    expect(await tidy(new Date())).toMatchObject({ kind: 'done', value: { count: 0 } });
    expect(await tidy(TOMORROW)).toMatchObject({ kind: 'done', value: { count: 2 } });
    const rows = await models().attachment.findMany({ where: { id: { in: ids.slice(1) } } });
    expect([...store.objects.keys()].sort()).toEqual(rows.map(({ key }) => key).sort());
    expect(await tidy(TOMORROW)).toMatchObject({ kind: 'done', value: { count: 0 } });
    expect(await models().auditEntry.count({ where: { action: 'file.tidy' } })).toBe(1);
  });

  it('is for the portal itself alone', async () => {
    for (const who of ['caseworker', 'approver', 'auditor'] as const)
      expect((await tidyFiles({}, as(who))).kind).toBe('forbidden');
  });
});

describe('how the store is set up', () => {
  it('is all of it or none: half is told, and does not become the database in silence', () => {
    vi.stubEnv('S3_BUCKET', '');
    expect(() => filesEnvironment()).toThrow('S3 is set up by half');
    for (const name of Object.keys(store.environment)) vi.stubEnv(name, '');
    expect(filesEnvironment()).toEqual({ s3: null, clamd: null });
  });
});
