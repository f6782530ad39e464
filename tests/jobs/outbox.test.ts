import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { claimOutbox } from '#lib/commands/message';
import { settleMail } from '#lib/commands/message';
import { tidyOutbox } from '#lib/commands/message';
import { db } from '#lib/db/client';
import { constraintOf } from '#lib/db/constraints';
import { LEASE } from '#lib/domain/message/mail';
import { SYSTEM } from '#lib/domain/policy/may';
import { pageOf } from '#lib/domain/message/message';
import { sendOutbox } from '#lib/jobs/outbox';
import { startMailServer, type MailServer } from '#tests/support/smtp';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let server: MailServer | null;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  server = null;
  await db().$executeRaw`TRUNCATE "Message", "Mail"`;
  await db().user.updateMany({ data: { mailFailedAt: null, mailError: '', endedAt: null } });
  // The sender is told nothing; those told are two caseworkers, the coordinator, the UH, a writer and a leader.
  await submitBehovsmelding({ id: await makeBehovsmelding(world) }, { actor: world.actors.skoleeier, now: NOW });
});
afterEach(() => server?.close());

const ALL = [
  'kaja.koordinator@example.no',
  'lise.leder@example.no',
  'sara.saksbehandler@example.no',
  'stig.saksbehandler@example.no',
  'sverre.skriver@example.no',
  'unn.uh@example.no',
];
const after = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const send = (url: string, now = NOW) =>
  sendOutbox(
    { server: url, from: 'Samarbeidsforum <ikke-svar@portal.example.no>', portal: 'https://portal.example.no' },
    () => now,
  );
const mails = () => db().mail.findMany({ orderBy: { id: 'asc' } });
const states = async () => (await mails()).map(({ state }) => state);
const receivers = (one: MailServer) => one.received.map(({ to }) => to).sort();
const open = async (...manners: Parameters<typeof startMailServer>): Promise<MailServer> =>
  (server = await startMailServer(...manners));

describe('the outbox', () => {
  it('sends each mail once, and a second time nothing', async () => {
    const { url, received } = await open();
    expect(await send(url)).toBe(6);
    expect(await send(url, after(60))).toBe(0);
    expect(received.map(({ to }) => to).sort()).toEqual(ALL);
    expect(await states()).toEqual(Array(6).fill('sent'));
    expect(new Set(received.map(({ messageId }) => messageId))).toEqual(
      new Set((await mails()).map(({ id }) => `<${id}@portal.example.no>`)),
    );
  });

  it('lets one that cannot be made wait alone, and sends the others', async () => {
    const { userId } = world.actors.uh;
    const { id } = await db().mail.create({ data: { userId, nextAt: after(-60), createdAt: after(-60) } });
    await db().message.create({
      data: {
        userId,
        kind: 'no-longer-known',
        subjectType: 'round',
        subjectId: world.roundId,
        actorId: 'system',
        actorName: '',
        at: after(-60),
        delivery: 'at-once',
        mailId: id,
      },
    });
    const { url } = await open();
    expect(await send(url)).toBe(6);
    expect(await db().mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'waiting', attempts: 1 });
  });

  it('says what happened, who did it and where it is, in the reader’s language, and how to choose otherwise', async () => {
    await db().user.update({ where: { id: world.actors.uh.userId }, data: { locale: 'nn' } });
    const { url, received } = await open();
    await send(url);
    const mail = received.find(({ to }) => to === 'unn.uh@example.no');
    expect(mail?.source).toMatch(/^From: Samarbeidsforum <ikke-svar@portal\.example\.no>\r$/m);
    expect(mail?.source).toMatch(
      /^List-Unsubscribe:\s+<https:\/\/portal\.example\.no\/api\/avmelding\/[A-Za-z0-9._-]+>\r$/m,
    );
    expect(mail?.source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    const need = await db().behovsmelding.findFirstOrThrow({ orderBy: { number: 'desc' } });
    const text = Buffer.from(
      (mail?.source ?? '')
        .split('\r\n\r\n')
        .slice(1)
        .join('\r\n\r\n')
        .replaceAll('=\r\n', '')
        .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');
    expect(text).toContain('Kari Eier sende behovsmeldinga «Tidlig innsats» frå Fauske.');
    expect(text).toContain(`https://portal.example.no/behovsmeldinger/${need.id}`);
  });

  it('with the server down for a while loses nothing, blocks nothing, and sends none twice', async () => {
    const first = await startMailServer();
    const { port } = new URL(first.url);
    await first.close();
    expect(await send(first.url)).toBe(0);
    expect(await states()).toEqual(Array(6).fill('waiting'));
    expect((await mails())[0]?.error).toContain('ECONNREFUSED');
    // A minute later, still down; then five minutes must pass.
    expect(await send(first.url, after(1))).toBe(0);
    expect(
      await submitBehovsmelding(
        { id: await makeBehovsmelding(world, { title: 'Enda et' }) },
        { actor: world.actors.skoleeier, now: after(2) },
      ),
    ).toMatchObject({ kind: 'done' });
    const up = await open({}, Number(port));
    expect(await send(up.url, after(3))).toBe(6);
    expect(await send(up.url, after(6))).toBe(6);
    expect(await send(up.url, after(600))).toBe(0);
    expect(receivers(up)).toEqual([...ALL, ...ALL].sort());
    expect(new Set(up.received.map(({ messageId }) => messageId)).size).toBe(12);
  });

  it('with two senders at once gives each mail to one of them', async () => {
    const slow = await open({
      slow: () =>
        new Promise((resolve) => {
          setTimeout(resolve, 20);
        }),
    });
    const sent = await Promise.all([send(slow.url), send(slow.url), send(slow.url)]);
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(6);
    expect(receivers(slow)).toEqual(ALL);
  });

  it('keeps a mail from others while it is being sent, and gives it out again when its sender died', async () => {
    const claim = async (now: Date) => {
      const outcome = await claimOutbox({ limit: 100 }, { actor: SYSTEM, now });
      return outcome.kind === 'done' ? outcome.value : [];
    };
    const taken = await claim(NOW);
    expect([
      taken.length,
      (await claim(NOW)).length,
      (await claim(new Date(NOW.getTime() + LEASE - 1))).length,
    ]).toEqual([6, 0, 0]);
    const again = await claim(new Date(NOW.getTime() + LEASE));
    expect(again.map(({ id }) => id).sort()).toEqual(taken.map(({ id }) => id).sort());
    // What the first one tells now is of a try that is no longer the last.
    const [mail] = again;
    expect(
      await settleMail({ id: mail?.id, attempt: 1, verdict: 'sent', error: '' }, { actor: SYSTEM, now: NOW }),
    ).toEqual({ kind: 'conflict' });
    expect(
      await settleMail({ id: mail?.id, attempt: 2, verdict: 'sent', error: '' }, { actor: SYSTEM, now: NOW }),
    ).toMatchObject({ kind: 'done' });
    await expect(
      db()
        .mail.update({ where: { id: mail?.id ?? '' }, data: { state: 'waiting', sentAt: null } })
        .catch((error: unknown) => Promise.reject(new Error(constraintOf(error)?.name ?? ''))),
    ).rejects.toThrow('mail_sent_once');
  });

  it('is for the portal itself, and nobody who signs in', async () => {
    expect(await claimOutbox({ limit: 1 }, { actor: world.actors.caseworker, now: NOW })).toEqual({
      kind: 'forbidden',
    });
  });
});

describe('an address that takes nothing', () => {
  const refuse = (to: string) => (to === 'unn.uh@example.no' ? { code: 550, words: '5.1.1 no such user' } : undefined);
  const leadTo = async (kind: string) =>
    new Set(
      (await db().message.findMany({ where: { kind } })).map(({ subjectId }) =>
        pageOf({ kind: 'person-unreached', subjectId }),
      ),
    );
  const told = async (kind: string) =>
    (await db().message.findMany({ where: { kind } })).map(({ userId }) => userId).sort();

  it('is marked and told of, to the person in the portal, to the county and to their administrator, while the others get theirs', async () => {
    const { url } = await open({ refuse });
    // Five of the six, and then what the two caseworkers and the UH's administrator are told of the sixth.
    expect(await send(url)).toBe(8);
    expect(await db().user.findUnique({ where: { id: world.actors.uh.userId } })).toMatchObject({
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
    expect(await db().auditEntry.findMany({ where: { action: 'mail.settle' } })).toMatchObject([
      { subjectType: 'user', subjectId: world.actors.uh.userId },
    ]);
  });

  it('is told of once, and is well again when it takes something', async () => {
    const full = await startMailServer({ refuse });
    await send(full.url);
    await submitBehovsmelding(
      { id: await makeBehovsmelding(world, { title: 'Enda et' }) },
      { actor: world.actors.skoleeier, now: after(5) },
    );
    await send(full.url, after(5));
    expect(await told('address-failing')).toHaveLength(1);
    await full.close();
    await submitBehovsmelding(
      { id: await makeBehovsmelding(world, { title: 'Det tredje' }) },
      { actor: world.actors.skoleeier, now: after(9) },
    );
    const { url } = await open();
    await send(url, after(9));
    expect(await db().user.findUnique({ where: { id: world.actors.uh.userId } })).toMatchObject({
      mailFailedAt: null,
      mailError: '',
    });
  });

  it('is told of where the person has a role today: not where it has ended or has not begun', async () => {
    const { userId } = world.actors.uh;
    await db().county.create({
      data: { id: 'nabofylke', name: 'Nabofylke', prefix: 'NF', statsforvalterName: 'Statsforvalteren i Nabofylke' },
    });
    const neighbour = await db().user.create({
      data: {
        name: 'Nils Nabo',
        email: 'nils.nabo@example.no',
        roles: { create: { role: 'caseworker', countyId: 'nabofylke', from: new Date('2020-01-01') } },
      },
    });
    // What ends on the day holds no longer on it, and what begins tomorrow not yet.
    const ended = await db().roleGrant.create({
      data: {
        userId,
        role: 'auditor',
        countyId: 'nabofylke',
        from: new Date('2020-01-01'),
        to: new Date('2027-01-15'),
      },
    });
    await db().roleGrant.create({
      data: {
        userId,
        role: 'skoleeier',
        organisationId: world.owner.id,
        countyId: world.countyId,
        from: new Date('2027-01-16'),
      },
    });
    const unreached = async () =>
      (await db().message.findMany({ where: { kind: { endsWith: '-unreached' } } })).map((one) => one.userId).sort();
    const { caseworker, caseworker2, uhAdministrator } = world.actors;
    const atHome = [caseworker.userId, caseworker2.userId, uhAdministrator.userId];
    const { url } = await open({ refuse });
    await send(url);
    expect(await unreached()).toEqual([...atHome].sort());

    await db().$executeRaw`TRUNCATE "Message", "Mail"`;
    await db().user.update({ where: { id: userId }, data: { mailFailedAt: null, mailError: '' } });
    await db().roleGrant.update({ where: { id: ended.id }, data: { to: new Date('2027-01-16') } });
    await submitBehovsmelding(
      { id: await makeBehovsmelding(world, { title: 'Enda et' }) },
      { actor: world.actors.skoleeier, now: after(5) },
    );
    await send(url, after(5));
    expect(await unreached()).toEqual([...atHome, neighbour.id].sort());
    await db().roleGrant.updateMany({ where: { id: ended.id }, data: { to: new Date('2027-01-15') } });
  });

  it('is not one the server refuses for now, or forbids us to write to', async () => {
    const busy = await startMailServer({ refuse: () => ({ code: 451, words: '4.3.0 try later' }) });
    await send(busy.url);
    await busy.close();
    const closed = await open({ refuse: () => ({ code: 550, words: '5.7.1 relaying denied' }) });
    await send(closed.url, after(2));
    expect(await states()).toEqual(Array(6).fill('waiting'));
    expect((await db().user.findMany({ where: { mailFailedAt: { not: null } } })).length).toBe(0);
  });
});

describe('tidying', () => {
  it('calls off what waits for one whose access has ended, and what is a day old where no mail is set up', async () => {
    await db().user.update({ where: { id: world.actors.uh.userId }, data: { endedAt: NOW } });
    await tidyOutbox({ set: true }, { actor: SYSTEM, now: after(48 * 60) });
    expect((await states()).sort()).toEqual(['cancelled', ...Array<string>(5).fill('waiting')]);
    await tidyOutbox({ set: false }, { actor: SYSTEM, now: after(23 * 60) });
    expect((await states()).filter((state) => state === 'waiting')).toHaveLength(5);
    await tidyOutbox({ set: false }, { actor: SYSTEM, now: after(25 * 60) });
    expect((await states()).filter((state) => state === 'waiting')).toHaveLength(0);
    expect(await db().message.count()).toBe(6);
  });
});
