import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { pageOf } from '#lib/domain/message/message';
import { sendMails } from '#tests/support/outbox';
import { startMailServer, type MailServer } from '#tests/support/smtp';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let server: MailServer | null;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  server = null;
  await models().$executeRaw`TRUNCATE "Message", "Mail"`;
  await models().user.updateMany({ data: { mailFailedAt: null, mailError: '', endedAt: null } });
  // The sender is told nothing; those told are two caseworkers, the coordinator, the UH, a writer and a leader.
  await submitBehovsmelding({ id: await makeBehovsmelding(world) }, { actor: world.actors.skoleeier, now: NOW });
});
afterEach(() => server?.close());
const after = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const mails = () => models().mail.findMany({ orderBy: { id: 'asc' } });
const states = async () => (await mails()).map(({ state }) => state);
const open = async (...manners: Parameters<typeof startMailServer>): Promise<MailServer> =>
  (server = await startMailServer(...manners));

describe('an address that takes nothing', () => {
  const refuse = (to: string) => (to === 'unn.uh@example.no' ? { code: 550, words: '5.1.1 no such user' } : undefined);
  const leadTo = async (kind: string) =>
    new Set(
      (await models().message.findMany({ where: { kind } })).map(({ subjectId }) =>
        pageOf({ kind: 'person-unreached', subjectId }),
      ),
    );
  const told = async (kind: string) =>
    (await models().message.findMany({ where: { kind } })).map(({ userId }) => userId).sort();

  it('is marked and told of, to the person in the portal, to the county and to their administrator, while the others get theirs', async () => {
    const { url } = await open({ refuse });
    // Five of the six, and then what the two caseworkers and the UH's administrator are told of the sixth.
    expect(await sendMails(url)).toBe(8);
    expect(await models().user.findUnique({ where: { id: world.actors.uh.userId } })).toMatchObject({
      mailFailedAt: NOW,
      mailError: expect.stringContaining('550') as string,
    });
    expect((await mails()).filter(({ userId }) => userId === world.actors.uh.userId)).toMatchObject([
      { state: 'failed', attempts: 1 },
    ]);
    expect(await told('address-failing')).toEqual([world.actors.uh.userId]);
    expect(await told('person-unreached')).toEqual(
      [world.actors.caseworker.userId, world.actors.caseworker2.userId, world.actors.uhAdministrator.userId].sort(),
    );
    expect(await leadTo('person-unreached')).toEqual(new Set([`/folk/${world.uh.id}`]));
    expect(await models().auditEntry.findMany({ where: { action: 'mail.settle' } })).toMatchObject([
      { subjectType: 'user', subjectId: world.actors.uh.userId },
    ]);
  });

  it('is told of once, and is well again when it takes something', async () => {
    const full = await startMailServer({ refuse });
    await sendMails(full.url);
    await submitBehovsmelding(
      { id: await makeBehovsmelding(world, { title: 'Enda et' }) },
      { actor: world.actors.skoleeier, now: after(5) },
    );
    await sendMails(full.url, after(5));
    expect(await told('address-failing')).toHaveLength(1);
    await full.close();
    await submitBehovsmelding(
      { id: await makeBehovsmelding(world, { title: 'Det tredje' }) },
      { actor: world.actors.skoleeier, now: after(9) },
    );
    const { url } = await open();
    await sendMails(url, after(9));
    expect(await models().user.findUnique({ where: { id: world.actors.uh.userId } })).toMatchObject({
      mailFailedAt: null,
      mailError: '',
    });
  });

  it('is told of where the person has a role today: not where it has ended or has not begun', async () => {
    const { userId } = world.actors.uh;
    await models().county.create({
      data: { id: 'nabofylke', name: 'Nabofylke', prefix: 'NF', statsforvalterName: 'Statsforvalteren i Nabofylke' },
    });
    const neighbour = await models().user.create({
      data: {
        name: 'Nils Nabo',
        email: 'nils.nabo@example.no',
        roles: { create: { role: 'caseworker', countyId: 'nabofylke', from: new Date('2020-01-01') } },
      },
    });
    // What ends on the day holds no longer on it, and what begins tomorrow not yet.
    const ended = await models().roleGrant.create({
      data: {
        userId,
        role: 'auditor',
        countyId: 'nabofylke',
        from: new Date('2020-01-01'),
        to: new Date('2027-01-15'),
      },
    });
    await models().roleGrant.create({
      data: {
        userId,
        role: 'skoleeier',
        organisationId: world.owner.id,
        countyId: world.countyId,
        from: new Date('2027-01-16'),
      },
    });
    const unreached = async () =>
      (await models().message.findMany({ where: { kind: { endsWith: '-unreached' } } }))
        .map((one) => one.userId)
        .sort();
    const { caseworker, caseworker2, uhAdministrator } = world.actors;
    const atHome = [caseworker.userId, caseworker2.userId, uhAdministrator.userId];
    const { url } = await open({ refuse });
    await sendMails(url);
    expect(await unreached()).toEqual([...atHome].sort());

    await models().$executeRaw`TRUNCATE "Message", "Mail"`;
    await models().user.update({ where: { id: userId }, data: { mailFailedAt: null, mailError: '' } });
    await models().roleGrant.update({ where: { id: ended.id }, data: { to: new Date('2027-01-16') } });
    await submitBehovsmelding(
      { id: await makeBehovsmelding(world, { title: 'Enda et' }) },
      { actor: world.actors.skoleeier, now: after(5) },
    );
    await sendMails(url, after(5));
    expect(await unreached()).toEqual([...atHome, neighbour.id].sort());
    await models().roleGrant.updateMany({ where: { id: ended.id }, data: { to: new Date('2027-01-15') } });
  });

  it('is not one the server refuses for now, or forbids us to write to', async () => {
    const busy = await startMailServer({ refuse: () => ({ code: 451, words: '4.3.0 try later' }) });
    await sendMails(busy.url);
    await busy.close();
    const closed = await open({ refuse: () => ({ code: 550, words: '5.7.1 relaying denied' }) });
    await sendMails(closed.url, after(2));
    expect(await states()).toEqual(Array(6).fill('waiting'));
    expect((await models().user.findMany({ where: { mailFailedAt: { not: null } } })).length).toBe(0);
  });
});
