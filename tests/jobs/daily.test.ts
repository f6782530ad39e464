import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseMail } from '#lib/commands/message';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { violated } from '#tests/support/refused';
import { doDaily } from '#lib/jobs/daily';
import { ALL_AT_ONCE, chooseFor } from '#tests/support/mail-choice';
import { makeReport } from '#tests/support/report';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

type Who = keyof World['actors'];
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  await models().$executeRaw`TRUNCATE "Message", "Mail"`;
  await models().behovsmelding.updateMany({
    data: { state: 'withdrawn', submittedById: 'x', submittedAt: NOW, returnedUntil: null },
  });
  await models().mailChoice.deleteMany();
  await models().deadline.updateMany({ where: { kind: 'need' }, data: { lastDay: new Date('2027-02-01') } });
  await models().round.updateMany({ data: { state: 'open' } });
});

/** A time of the day in Oslo, in winter. */
const at = (day: string, clock = '07:00'): Date => new Date(`${day}T${clock}:00+01:00`);
const nameOf = (userId: string): string =>
  Object.entries(world.actors).find(([, actor]) => actor.userId === userId)?.[0] ?? userId;
const told = async (kind: string) =>
  (await models().message.findMany({ where: { kind } })).map(({ userId }) => nameOf(userId)).sort();
const mailed = async () =>
  (await models().mail.findMany({ include: { messages: true } })).map((mail) => [
    nameOf(mail.userId),
    mail.digest,
    mail.messages.length,
  ]);
const everybody = (choice: string) => chooseFor({}, choice);
const sendNeed = async (title: string, now: Date) =>
  submitBehovsmelding({ id: await makeBehovsmelding(world, { title }) }, { actor: world.actors.skoleeier, now });
const choose = (who: Who, choices: object) =>
  chooseMail({ ...ALL_AT_ONCE, ...choices }, { actor: world.actors[who], now: NOW });

describe('reminders', () => {
  const OWNERS = ['coordinator', 'leader', 'skoleeier', 'writer'];
  it('come to those with a draft and to the UH it names, 14 and 3 days before, once each, however often the job runs', async () => {
    await makeBehovsmelding(world);
    await doDaily(at('2027-01-17'), true);
    expect(await told('reminder-need')).toEqual([]);
    for (const clock of ['07:00', '07:10', '23:50']) await doDaily(at('2027-01-18', clock), true);
    expect([await told('reminder-need'), await told('reminder-confirm')]).toEqual([OWNERS, ['uh']]);
    for (const day of ['2027-01-25', '2027-01-29', '2027-01-30', '2027-02-01', '2027-02-02'])
      await doDaily(at(day), true);
    expect(await told('reminder-need')).toEqual([...OWNERS, ...OWNERS].sort());
  });

  it('come late when the portal was down on the day, but not after the deadline', async () => {
    await makeBehovsmelding(world);
    await doDaily(at('2027-01-31'), true);
    expect(await told('reminder-need')).toEqual(OWNERS);
    await models().$executeRaw`TRUNCATE "Message", "Mail"`;
    await doDaily(at('2027-02-02'), true);
    expect(await told('reminder-need')).toEqual([]);
  });

  it('come anew when the deadline is moved, and not to one who has sent', async () => {
    const need = await makeBehovsmelding(world);
    await doDaily(at('2027-01-29'), true);
    await models().deadline.updateMany({ where: { kind: 'need' }, data: { lastDay: new Date('2027-02-08') } });
    await doDaily(at('2027-01-30'), true);
    expect(await told('reminder-need')).toHaveLength(8);
    await submitBehovsmelding({ id: need }, { actor: world.actors.skoleeier, now: at('2027-01-31') });
    await doDaily(at('2027-02-06'), true);
    expect(await told('reminder-need')).toHaveLength(8);
  });

  it('come before the day that is a need’s own, also in a closed round: let in late, or returned until a day', async () => {
    await models().round.updateMany({ data: { state: 'closed' } });
    await makeBehovsmelding(world, { ownerId: world.other.id });
    await makeBehovsmelding(world);
    await doDaily(at('2027-01-29'), true);
    expect(await told('reminder-need')).toEqual([]);
    await models().lateSending.create({
      data: {
        roundId: world.roundId,
        organisationId: world.owner.id,
        until: new Date('2027-02-10'),
        reason: 'Sykdom.',
        openedById: 'x',
        openedAt: NOW,
      },
    });
    await doDaily(at('2027-02-07'), true);
    expect(await told('reminder-need')).toEqual(OWNERS);
    await models().lateSending.deleteMany();
    const id = await makeBehovsmelding(world, { state: 'returned' });
    await models().behovsmelding.update({ where: { id }, data: { returnedUntil: new Date('2027-03-01') } });
    await doDaily(at('2027-02-26'), true);
    expect(
      (await models().message.findMany({ where: { kind: 'reminder-need' } }))
        .map(({ details }) => (details as { lastDay: string }).lastDay)
        .sort(),
    ).toEqual([...OWNERS.map(() => '2027-02-10'), ...OWNERS.map(() => '2027-03-01')]);
    await models().round.updateMany({ data: { state: 'recommended' } });
    await doDaily(at('2027-02-27'), true);
    expect(await told('reminder-need')).toHaveLength(8);
  });

  it('are written once by two portals at once', async () => {
    await makeBehovsmelding(world);
    await Promise.all([
      doDaily(at('2027-01-29'), true),
      doDaily(at('2027-01-29'), true),
      doDaily(at('2027-01-29'), true),
    ]);
    expect(await told('reminder-need')).toEqual(OWNERS);
    expect(await mailed()).toHaveLength(5);
    const again = models().message.create({
      data: {
        ...(await models().message.findFirstOrThrow({
          where: { kind: 'reminder-need' },
          omit: { id: true, mailId: true },
        })),
        details: {},
      },
    });
    expect(await violated(again)).toBe('Message_userId_once_key');
  });

  it('tell the secretariat of the innstilling, those who divide and approve of the decision, and the parties of the report', async () => {
    await doDaily(at('2027-03-12'), true);
    expect([await told('reminder-close'), await told('reminder-innstilling')]).toEqual([
      ['caseworker', 'caseworker2'],
      [],
    ]);
    await models().round.updateMany({ data: { state: 'closed' } });
    await doDaily(at('2027-03-13'), true);
    expect(await told('reminder-innstilling')).toEqual(['secretariat']);
    await models().round.updateMany({ data: { state: 'recommended' } });
    const needId = await makeBehovsmelding(world, { state: 'recommended' });
    const tildeling = await models().tildeling.create({
      data: {
        roundId: world.roundId,
        behovsmeldingId: needId,
        state: 'proposed',
        proposedById: world.actors.caseworker.userId,
      },
    });
    await doDaily(at('2027-04-27'), true);
    expect([await told('reminder-divide'), await told('reminder-approve')]).toEqual([
      ['caseworker', 'caseworker2'],
      ['approver', 'approver2'],
    ]);
    await models().tildeling.delete({ where: { id: tildeling.id } });
    await makeReport(world);
    await doDaily(at('2028-01-29'), true);
    expect(await told('reminder-report')).toEqual(['coordinator', 'leader', 'skoleeier', 'uh', 'writer']);
  });
});

describe('the day’s mail', () => {
  it('is one for each who wants it so, at seven, of what came before; the rest waits for tomorrow', async () => {
    await everybody('daily');
    await sendNeed('Lesing', at('2027-01-14', '09:00'));
    await sendNeed('Regning', at('2027-01-14', '15:00'));
    await doDaily(at('2027-01-14', '23:00'), true);
    expect(await mailed()).toEqual([]);
    await sendNeed('Skriving', at('2027-01-15', '07:00'));
    await doDaily(at('2027-01-15', '06:59'), true);
    expect(await mailed()).toEqual([]);
    for (const clock of ['07:00', '07:10', '12:00']) await doDaily(at('2027-01-15', clock), true);
    expect(
      (await mailed()).map(([who, digest, count]) => `${String(who)} ${String(digest)} ${String(count)}`).sort(),
    ).toEqual(['caseworker', 'caseworker2', 'coordinator', 'leader', 'uh', 'writer'].map((who) => `${who} true 2`));
    await doDaily(at('2027-01-16'), true);
    expect((await mailed()).filter(([who]) => who === 'uh')).toEqual([
      ['uh', true, 2],
      ['uh', true, 1],
    ]);
  });

  it('is none for whoever has come to want none, and one between two portals', async () => {
    await everybody('daily');
    await sendNeed('Lesing', at('2027-01-14', '09:00'));
    expect(await choose('uh', { needs: 'none' })).toMatchObject({ kind: 'done' });
    expect(await choose('writer', { needs: 'daily', reports: 'none' })).toMatchObject({ kind: 'done' });
    await Promise.all([doDaily(at('2027-01-15'), true), doDaily(at('2027-01-15'), true)]);
    expect((await mailed()).map(([who]) => who).sort()).toEqual([
      'caseworker',
      'caseworker2',
      'coordinator',
      'leader',
      'writer',
    ]);
  });
});

it('a choice is one of three for each kind, one’s own, and logged when it is another', async () => {
  expect(await choose('auditor', { rounds: 'hver time' })).toEqual({
    kind: 'invalid',
    errors: { rounds: 'not-in-list' },
  });
  expect([await choose('auditor', { rounds: 'daily' }), await choose('auditor', { rounds: 'daily' })]).toMatchObject([
    { kind: 'done' },
    { kind: 'done' },
  ]);
  expect(
    await models().auditEntry.findMany({ where: { action: 'user.choose-mail', actorId: world.actors.auditor.userId } }),
  ).toMatchObject([{ subjectId: world.actors.auditor.userId, details: { rounds: 'daily' } }]);
  expect(await models().mailChoice.findMany()).toEqual([
    { userId: world.actors.auditor.userId, topic: 'rounds', choice: 'daily' },
  ]);
});

it('owner and office are told once of a delegation that is about to end', async () => {
  await models().delegation.updateMany({ data: { to: new Date('2027-01-25') } });
  for (const day of ['2027-01-09', '2027-01-10', '2027-01-11']) await doDaily(at(day), true);
  expect(await told('delegation-ending')).toEqual(['coordinator', 'leader', 'skoleeier', 'writer']);
});
