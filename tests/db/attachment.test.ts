import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '#prisma/models';
import { REAL } from '#tests/support/files';
import { makeReport } from '#tests/support/report';
import { violated } from '#tests/support/refused';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let need: string;
beforeAll(async () => {
  world = await makeWorld();
  need = await makeBehovsmelding(world);
});

const facts = () => ({
  behovsmeldingId: need,
  name: 'referat.pdf',
  kind: 'pdf',
  size: REAL.pdf.length,
  sha256: createHash('sha256').update(REAL.pdf).digest('hex'),
  addedById: 'kari',
});
const add = (change: object = {}, bytes: Uint8Array<ArrayBuffer> | null = REAL.pdf) =>
  models().attachment.create({
    data: { ...facts(), ...change, ...(bytes !== null && { bytes: { create: { bytes } } }) },
  });

describe('an attachment in the database', () => {
  it('belongs to one record: not to none, and not to two', async () => {
    const [half] = await models().$queryRaw<{ id: string }[]>`SELECT 'half' AS id`;
    expect(await violated(add({ behovsmeldingId: null }))).toBe('attachment_belongs_to_one');
    expect(await violated(add({ halfId: half?.id }))).toBe('attachment_belongs_to_one');
  });

  it.each([
    [{ kind: 'exe' }, 'attachment_kind_listed'],
    [{ size: 0 }, 'attachment_size_in_range'],
    [{ size: 10 * 1024 * 1024 + 1 }, 'attachment_size_in_range'],
    [{ name: '' }, 'attachment_name_given'],
    [{ sha256: 'ABC' }, 'attachment_sha256_hex'],
    [{ store: 's3' }, 'attachment_store_listed'],
    [{ store: 'disk' }, 'attachment_store_listed'],
    [{ key: 'a' }, 'attachment_store_listed'],
    [{ removedAt: NOW }, 'attachment_removed_by_somebody'],
    [{ removedAt: NOW, removedById: 'kari' }, 'attachment_removed_was_sent'],
  ])('is refused with %j', async (change, constraint) => {
    expect(await violated(add(change))).toBe(constraint);
  });

  it('is never there without its bytes, nor with others than it says', async () => {
    expect(await violated(add({}, null))).toBe('attachment_has_its_bytes');
    expect(await violated(add({}, REAL.png))).toBe('attachment_has_its_bytes');
    expect(await violated(add({ size: 7 }))).toBe('attachment_has_its_bytes');
    expect(await violated(add({ sha256: 'a'.repeat(64), store: 's3', key: 'vedlegg/1' }, null))).toBe('nothing');
  });

  it('stays as it is, with its bytes, and goes away whole while it is not sent', async () => {
    const { id } = await add();
    expect(await violated(models().attachment.update({ where: { id }, data: { name: 'annet.pdf' } }))).toBe(
      'attachment_sent_stays',
    );
    expect(
      await violated(models().attachmentBytes.update({ where: { attachmentId: id }, data: { bytes: REAL.png } })),
    ).toBe('attachment_bytes_unchangeable');
    expect(await violated(models().attachmentBytes.delete({ where: { attachmentId: id } }))).toBe(
      'attachment_bytes_unchangeable',
    );
    expect(await violated(models().attachment.delete({ where: { id } }))).toBe('nothing');
    expect(await models().attachmentBytes.count({ where: { attachmentId: id } })).toBe(0);
  });

  it('is sent with its behovsmelding, and stays from then on', async () => {
    const { id } = await add();
    expect(await violated(add())).toBe('attachment_once_in_behovsmelding');
    await models().behovsmelding.update({
      where: { id: need },
      data: { state: 'submitted', submittedById: 'kari', submittedAt: NOW },
    });
    expect((await models().attachment.findUniqueOrThrow({ where: { id } })).sentAt).toEqual(NOW);
    expect(await violated(models().attachment.delete({ where: { id } }))).toBe('attachment_sent_stays');
    expect(await violated(models().attachment.update({ where: { id }, data: { sentAt: null } }))).toBe(
      'attachment_sent_stays',
    );
    expect(
      await violated(models().attachment.update({ where: { id }, data: { removedAt: NOW, removedById: 'kari' } })),
    ).toBe('nothing');
    expect(
      await violated(models().attachment.update({ where: { id }, data: { removedAt: null, removedById: null } })),
    ).toBe('attachment_sent_stays');
  });

  it('is sent with its half of a report, once in it, and stays from then on', async () => {
    const { uh: halfId } = await makeReport(world);
    const half = { behovsmeldingId: null, halfId };
    const { id } = await add(half);
    expect(await violated(add(half))).toBe('attachment_once_in_half');
    await models().reportHalf.update({
      where: { id: halfId },
      data: { state: 'filed', filedById: 'unn', filedAt: NOW },
    });
    expect((await models().attachment.findUniqueOrThrow({ where: { id } })).sentAt).toEqual(NOW);
    expect(await violated(models().attachment.delete({ where: { id } }))).toBe('attachment_sent_stays');
  });

  it('has a place in the store that no other has', async () => {
    const put = (sha256: string, key: string) => violated(add({ sha256: sha256.repeat(64), store: 's3', key }, null));
    expect([await put('b', 'vedlegg/2'), await put('c', 'vedlegg/2'), await put('c', 'vedlegg/3')]).toEqual([
      'nothing',
      'attachment_key_once',
      'nothing',
    ]);
  });
});
