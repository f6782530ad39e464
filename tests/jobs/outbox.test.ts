import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { claimOutbox, settleMail, tidyOutbox } from '#lib/commands/message';
import { models } from '#prisma/models';
import { violated } from '#tests/support/refused';
import { LEASE } from '#lib/domain/message/mail';
import { SYSTEM } from '#lib/domain/policy/may';
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

const ALL = [
  'kaja.koordinator@example.no',
  'lise.leder@example.no',
  'sara.saksbehandler@example.no',
  'stig.saksbehandler@example.no',
  'sverre.skriver@example.no',
  'unn.uh@example.no',
];
const after = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const mails = () => models().mail.findMany({ orderBy: { id: 'asc' } });
const states = async () => (await mails()).map(({ state }) => state);
const receivers = (one: MailServer) => one.received.map(({ to }) => to).sort();
const open = async (...manners: Parameters<typeof startMailServer>): Promise<MailServer> =>
  (server = await startMailServer(...manners));

describe('the outbox', () => {
  it('sends each mail once, and a second time nothing', async () => {
    const { url, received } = await open();
    expect(await sendMails(url)).toBe(6);
    expect(await sendMails(url, after(60))).toBe(0);
    expect(received.map(({ to }) => to).sort()).toEqual(ALL);
    expect(await states()).toEqual(Array(6).fill('sent'));
    expect(new Set(received.map(({ messageId }) => messageId))).toEqual(
      new Set((await mails()).map(({ id }) => `<${id}@portal.example.no>`)),
    );
  });

  it('lets one that cannot be made wait alone, and sends the others', async () => {
    const { userId } = world.actors.uh;
    const { id } = await models().mail.create({ data: { userId, nextAt: after(-60), createdAt: after(-60) } });
    await models().message.create({
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
    expect(await sendMails(url)).toBe(6);
    expect(await models().mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'waiting', attempts: 1 });
  });

  it('says what happened, who did it and where it is, in the reader’s language, and how to choose otherwise', async () => {
    await models().user.update({ where: { id: world.actors.uh.userId }, data: { locale: 'nn' } });
    const { url, received } = await open();
    await sendMails(url);
    const mail = received.find(({ to }) => to === 'unn.uh@example.no');
    expect(mail?.source).toMatch(/^From: Samarbeidsforum <ikke-svar@portal\.example\.no>\r$/m);
    expect(mail?.source).toMatch(
      /^List-Unsubscribe:\s+<https:\/\/portal\.example\.no\/api\/avmelding\/[A-Za-z0-9._-]+>\r$/m,
    );
    expect(mail?.source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(mail?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    const need = await models().behovsmelding.findFirstOrThrow({ orderBy: { number: 'desc' } });
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
    expect(await sendMails(first.url)).toBe(0);
    expect(await states()).toEqual(Array(6).fill('waiting'));
    expect((await mails())[0]?.error).toContain('ECONNREFUSED');
    // A minute later, still down; then five minutes must pass.
    expect(await sendMails(first.url, after(1))).toBe(0);
    expect(
      await submitBehovsmelding(
        { id: await makeBehovsmelding(world, { title: 'Enda et' }) },
        { actor: world.actors.skoleeier, now: after(2) },
      ),
    ).toMatchObject({ kind: 'done' });
    const up = await open({}, Number(port));
    expect(await sendMails(up.url, after(3))).toBe(6);
    expect(await sendMails(up.url, after(6))).toBe(6);
    expect(await sendMails(up.url, after(600))).toBe(0);
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
    const sent = await Promise.all([sendMails(slow.url), sendMails(slow.url), sendMails(slow.url)]);
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
    const anew = models().mail.update({ where: { id: mail?.id ?? '' }, data: { state: 'waiting', sentAt: null } });
    expect(await violated(anew)).toBe('mail_sent_once');
  });

  it('is for the portal itself, and nobody who signs in', async () => {
    expect(await claimOutbox({ limit: 1 }, { actor: world.actors.caseworker, now: NOW })).toEqual({
      kind: 'forbidden',
    });
  });
});

describe('tidying', () => {
  it('calls off what waits for one whose access has ended, and what is a day old where no mail is set up', async () => {
    await models().user.update({ where: { id: world.actors.uh.userId }, data: { endedAt: NOW } });
    await tidyOutbox({ set: true }, { actor: SYSTEM, now: after(48 * 60) });
    expect((await states()).sort()).toEqual(['cancelled', ...Array<string>(5).fill('waiting')]);
    await tidyOutbox({ set: false }, { actor: SYSTEM, now: after(23 * 60) });
    expect((await states()).filter((state) => state === 'waiting')).toHaveLength(5);
    await tidyOutbox({ set: false }, { actor: SYSTEM, now: after(25 * 60) });
    expect((await states()).filter((state) => state === 'waiting')).toHaveLength(0);
    expect(await models().message.count()).toBe(6);
  });

  it('forgets a mail that went more than 365 days ago, keeps one of 365, and forgets none that waits', async () => {
    const { url } = await open();
    await sendMails(url);
    const day = 24 * 60;
    await tidyOutbox({ set: true }, { actor: SYSTEM, now: after(365 * day) });
    expect(await models().mail.count()).toBe(6);
    await models().mail.create({ data: { userId: world.actors.uh.userId, nextAt: NOW, createdAt: after(-1) } });
    await tidyOutbox({ set: true }, { actor: SYSTEM, now: new Date(after(365 * day).getTime() + 1) });
    expect(await states()).toEqual(['waiting']);
    expect(await models().message.count()).toBe(6);
  });
});
