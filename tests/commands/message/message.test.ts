import { beforeEach, describe, expect, it } from 'vitest';
import { returnBehovsmelding } from '#lib/commands/behovsmelding/county';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { approveRound } from '#lib/commands/tildeling/tildeling';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { markMessagesRead } from '#lib/commands/message';
import { roundOpen } from '#lib/commands/round';
import { models } from '#prisma/models';
import { violated } from '#tests/support/refused';
import { suggestedDeadlines } from '#lib/domain/round/round';
import { readInbox, readMessage, readUnread } from '#lib/queries/message';
import { chooseFor } from '#tests/support/mail-choice';
import { freshWorld, row, twoBehovsmeldinger } from '#tests/support/recommended';
import { askIn, makeBehovsmelding, NOW, TOO_LATE, type World } from '#tests/support/world';

type Who = keyof World['actors'];
let world: World;
let need: string;
beforeEach(async () => {
  world = await freshWorld();
  need = await makeBehovsmelding(world);
});

const by = (actor: Who, now = NOW) => ({ actor: world.actors[actor], now });
const nameOf = (userId: string): string =>
  Object.entries(world.actors).find(([, actor]) => actor.userId === userId)?.[0] ?? userId;
const told = async (kind: string) =>
  (await models().message.findMany({ where: { kind } })).map(({ userId }) => nameOf(userId)).sort();
const submit = (now = NOW) => submitBehovsmelding({ id: need }, by('skoleeier', now));
const inbox = async (actor: Who) => (await readInbox({}, by(actor)))?.rows ?? [];

describe('a change tells those it concerns, in its own transaction', () => {
  it('a need that is sent: the owner’s coordinator, the UH it names and the county’s caseworkers; not the sender', async () => {
    expect(await submit()).toMatchObject({ kind: 'done' });
    expect(await told('need-sent')).toEqual(['caseworker', 'caseworker2', 'coordinator', 'leader', 'uh', 'writer']);
    expect(await models().message.findFirst({ where: { userId: world.actors.caseworker.userId } })).toMatchObject({
      subjectType: 'behovsmelding',
      subjectId: need,
      actorId: world.actors.skoleeier.userId,
      actorName: 'Kari Eier',
      at: NOW,
      readAt: null,
      delivery: 'at-once',
      details: { title: 'Tidlig innsats', owner: 'Fauske', again: false },
    });
  });

  it('a need that is returned: the owner and its coordinator', async () => {
    await submit();
    await returnBehovsmelding({ id: need, comment: 'Mål mangler.' }, by('caseworker'));
    expect(await told('need-returned')).toEqual(['coordinator', 'leader', 'skoleeier', 'writer']);
    expect(JSON.stringify(await models().message.findMany({ where: { kind: 'need-returned' } }))).not.toContain(
      'Mål mangler',
    );
  });

  it('a change that is refused, forbidden or missing tells nobody', async () => {
    expect((await submit(TOO_LATE)).kind).toBe('refused');
    expect((await submitBehovsmelding({ id: need }, by('caseworker'))).kind).toBe('forbidden');
    expect((await submitBehovsmelding({ id: 'nothing' }, by('skoleeier'))).kind).toBe('missing');
    expect([await models().message.count(), await models().mail.count()]).toEqual([0, 0]);
  });

  it('a change that falls at its last step tells nobody either', async () => {
    await models()
      .$executeRaw`CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fallen'; END $$`;
    await models()
      .$executeRaw`CREATE CONSTRAINT TRIGGER falls AFTER INSERT ON "Mail" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fall()`;
    await expect(submit()).rejects.toThrow('fallen');
    expect([await models().message.count(), await models().mail.count(), await models().auditEntry.count()]).toEqual([
      0, 0, 0,
    ]);
    expect(await models().behovsmelding.findUnique({ where: { id: need } })).toMatchObject({ state: 'draft' });
  });

  it('a round that opens: all in the county who may report', async () => {
    await roundOpen(
      {
        countyId: world.countyId,
        programme: 'DEKOMP',
        year: '2028',
        budget: '7 400 000',
        reserve: '',
        ruleSetId: world.ruleSetId,
        forumId: world.forumId,
        ...suggestedDeadlines(2028),
      },
      by('caseworker'),
    );
    expect(await told('round-opened')).toEqual(['coordinator', 'leader', 'otherOwner', 'skoleeier', 'writer']);
  });

  it('decided tildelinger: the parties each of theirs, and whoever has two gets both in one e-mail', async () => {
    const [first, second] = await twoBehovsmeldinger(world);
    const context = by('caseworker');
    const rows = { [first]: row(200_000, 300_000), [second]: row(200_000, 300_000) };
    expect(await allocateRound({ id: world.roundId, rows }, context)).toMatchObject({ kind: 'done' });
    expect(await proposeRound({ id: world.roundId }, context)).toMatchObject({ kind: 'done' });
    expect(await told('round-proposed')).toEqual(['approver', 'approver2']);
    expect(await approveRound({ id: world.roundId }, by('approver'))).toMatchObject({ kind: 'done' });
    expect(await told('tildeling-decided')).toEqual([
      'coordinator',
      'leader',
      'otherOwner',
      'skoleeier',
      'uh',
      'uh',
      'writer',
    ]);
    expect(await told('round-approved')).toEqual([
      'approver2',
      'caseworker',
      'caseworker2',
      'deputy',
      'member',
      'secretariat',
    ]);
    const mails = await models().mail.findMany({
      where: { userId: world.actors.uh.userId },
      include: { messages: true },
    });
    expect(mails.map(({ messages }) => messages.map(({ kind }) => kind))).toEqual([
      ['tildeling-decided', 'tildeling-decided'],
    ]);
  });
});

it('whoever is asked to write in a need hears of it as its owner does; whoever is asked to comment does not', async () => {
  await askIn(world, need, 'write');
  await submit();
  expect(await told('need-sent')).toContain('contributor');
});

describe('whom a role stands for is read on the day', () => {
  const grants = (actor: Who, data: object) =>
    models().roleGrant.updateMany({ where: { userId: world.actors[actor].userId }, data });
  it('not one whose role has ended, has not begun, or whose access is gone', async () => {
    await grants('caseworker', { to: new Date('2027-01-15') });
    await grants('uh', { from: new Date('2027-01-16') });
    await models().user.update({
      where: { id: world.actors.coordinator.userId },
      data: { endedAt: new Date('2027-01-15T09:59:59Z') },
    });
    await submit();
    expect(await told('need-sent')).toEqual(['caseworker2', 'leader', 'writer']);
  });
  it('not a coordinator whose delegation has ended', async () => {
    await models().delegation.updateMany({ data: { to: new Date('2027-01-15') } });
    await submit();
    expect(await told('need-sent')).toEqual(['caseworker', 'caseworker2', 'leader', 'uh', 'writer']);
  });
});

describe('by e-mail', () => {
  const choose = (actor: Who, choice: string) => chooseFor({ id: world.actors[actor].userId }, choice);
  const mailed = async () => (await models().mail.findMany()).map(({ userId }) => nameOf(userId)).sort();
  it('goes only to those who want it at once, but a decision to all', async () => {
    await choose('caseworker', 'none');
    await choose('uh', 'daily');
    await choose('skoleeier', 'none');
    await submit();
    expect(await mailed()).toEqual(['caseworker2', 'coordinator', 'leader', 'writer']);
    await returnBehovsmelding({ id: need, comment: 'Mål mangler.' }, by('caseworker'));
    expect(await mailed()).toEqual([
      'caseworker2',
      'coordinator',
      'coordinator',
      'leader',
      'leader',
      'skoleeier',
      'writer',
      'writer',
    ]);
  });
});

describe('the inbox', () => {
  it('shows a person their own messages and nobody else’s, and remembers what is read', async () => {
    await submit();
    const [message] = await inbox('caseworker');
    const id = message?.id ?? '';
    expect(await readMessage({ id }, by('caseworker'))).toEqual({ href: `/behovsmeldinger/${need}` });
    expect(await readMessage({ id }, by('caseworker2'))).toBeNull();
    expect(await inbox('otherOwner')).toEqual([]);
    expect(await markMessagesRead({ id }, by('caseworker2'))).toEqual({ kind: 'done', value: { read: 0 } });
    expect(await readUnread({}, by('caseworker'))).toBe(1);
    expect(await markMessagesRead({ id }, by('caseworker'))).toEqual({ kind: 'done', value: { read: 1 } });
    expect([await readUnread({}, by('caseworker')), await readUnread({}, by('caseworker2'))]).toEqual([0, 1]);
  });

  it('marks all as read at once, is for those with a role, and is kept as it was told', async () => {
    await submit();
    await returnBehovsmelding({ id: need, comment: 'Mål mangler.' }, by('caseworker'));
    expect(await markMessagesRead({}, by('coordinator'))).toEqual({ kind: 'done', value: { read: 2 } });
    expect((await inbox('coordinator')).map(({ kind }) => kind).sort()).toEqual(['need-returned', 'need-sent']);
    expect(await readInbox({}, by('stranger'))).toBeNull();
    expect(await markMessagesRead({}, by('stranger'))).toEqual({ kind: 'forbidden' });
    expect(await violated(models().$executeRaw`DELETE FROM "Message"`)).toBe('message_stays');
    expect(await violated(models().$executeRaw`UPDATE "Message" SET "actorName" = 'En annen'`)).toBe('message_stays');
  });
});
