import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '#prisma/models';
import { violated } from '#tests/support/refused';
import { makeBehovsmelding, makeWorld, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const move = (id: string, state: string) => models().behovsmelding.update({ where: { id }, data: { state } });
const asSentId = async (id: string) => (await models().behovsmelding.findUniqueOrThrow({ where: { id } })).asSentId;
const sendings = (id: string) =>
  models().behovsmeldingAsSent.findMany({ where: { behovsmeldingId: id }, orderBy: { at: 'asc' } });

describe('what was sent', () => {
  it('is kept whole when it is given back, and is read until it is sent again', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted', title: 'Som sendt' });
    expect(await sendings(id)).toEqual([]);
    await move(id, 'returned');
    const [kept] = await sendings(id);
    expect(kept).toMatchObject({
      behovsmeldingId: id,
      rows: {
        need: { title: 'Som sendt', state: 'submitted', askedUh: 300_000 },
        uh: [{ organisationId: world.uh.id }],
        lines: [
          { side: 'network', amount: 200_000 },
          { side: 'uh', amount: 300_000 },
        ],
        egenandel: [{ amount: 150_000 }],
        parties: [],
        subPartners: [],
      },
    });
    expect(await asSentId(id)).toBe(kept?.id);
    await move(id, 'submitted');
    expect(await asSentId(id)).toBeNull();
  });

  it('stays so when it is withdrawn instead of sent, and a draft of it is read by nobody else', async () => {
    const id = await makeBehovsmelding(world, { state: 'returned' });
    const kept = await asSentId(id);
    await move(id, 'withdrawn');
    expect(await asSentId(id)).toBe(kept);
    await move(id, 'draft');
    expect([await asSentId(id), (await sendings(id)).length]).toEqual([null, 1]);
  });

  it('is kept when a withdrawn one becomes a draft, and once for each sending', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted' });
    await move(id, 'withdrawn');
    expect(await asSentId(id)).toBeNull();
    await move(id, 'draft');
    await move(id, 'submitted');
    await move(id, 'returned');
    expect((await sendings(id)).length).toBe(2);
  });

  it('is never changed, taken away or emptied', async () => {
    const id = await makeBehovsmelding(world, { state: 'returned' });
    const where = { id: (await asSentId(id)) ?? '' };
    expect(await violated(models().behovsmeldingAsSent.update({ where, data: { rows: {} } }))).toBe(
      'behovsmelding_as_sent_unchangeable',
    );
    expect(await violated(models().behovsmeldingAsSent.delete({ where }))).toBe('behovsmelding_as_sent_unchangeable');
    expect(await violated(models().$executeRaw`TRUNCATE "BehovsmeldingAsSent" CASCADE`)).toBe(
      'behovsmelding_as_sent_unchangeable',
    );
  });

  it('is what a returned need must have to be read by, and others must not', async () => {
    const id = await makeBehovsmelding(world, { state: 'returned' });
    const kept = await asSentId(id);
    expect(await violated(models().behovsmelding.update({ where: { id }, data: { asSentId: null } }))).toBe(
      'behovsmelding_returned_is_read_as_sent',
    );
    expect(
      await violated(
        models().behovsmelding.update({
          where: { id: await makeBehovsmelding(world, { state: 'submitted' }) },
          data: { asSentId: kept },
        }),
      ),
    ).toBe('behovsmelding_else_read_as_it_is');
  });
});
