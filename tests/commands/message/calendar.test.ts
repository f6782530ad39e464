import { beforeAll, describe, expect, it } from 'vitest';
import { endCalendar, makeCalendar } from '#lib/commands/message';
import { models } from '#prisma/models';
import { calendarFile } from '#lib/documents/calendar';
import { PUBLIC } from '#lib/domain/policy/may';
import { readCalendar } from '#lib/queries/message';
import { readNotifications } from '#lib/queries/message';
import { textsFor } from '#lib/texts/texts';
import { day } from '#tests/support/day';
import { makeReport } from '#tests/support/report';
import { askIn, makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

type Who = keyof World['actors'];
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await makeBehovsmelding(world, { state: 'submitted' });
});

const address = async (who: Who): Promise<string | null> =>
  (await readNotifications({}, { actor: world.actors[who], now: NOW }))?.calendar ?? null;
const make = (who: Who) => makeCalendar({}, { actor: world.actors[who], now: NOW });
const tokenIn = (url: string | null): string => /\/api\/kalender\/(.+)\.ics$/.exec(url ?? '')?.[1] ?? '';
const open = (token: string, now = NOW) => readCalendar({ token }, { actor: PUBLIC, now });
async function token(who: Who): Promise<string> {
  await make(who);
  return tokenIn(await address(who));
}
const kinds = async (who: Who) =>
  ((await open(await token(who)))?.events ?? []).map(({ kind, lastDay }) => `${kind} ${lastDay}`);

describe('the address of a calendar', () => {
  it('is made by whom it is for, opens without signing in, and is new each time it is made anew', async () => {
    expect(await address('skoleeier')).toBeNull();
    const first = await token('skoleeier');
    expect(first.length).toBeGreaterThan(70);
    expect((await open(first))?.events.length).toBeGreaterThan(0);
    const second = await token('skoleeier');
    expect([await open(first), (await open(second))?.events.length]).toEqual([null, 2]);
    expect(await endCalendar({}, { actor: world.actors.skoleeier, now: NOW })).toMatchObject({
      kind: 'done',
      value: { ended: 1 },
    });
    expect([await open(second), await address('skoleeier')]).toEqual([null, null]);
  });

  it('can not be guessed from what the database holds, nor read with anything else', async () => {
    const good = await token('uh');
    const [feedId = '', signature = ''] = good.split('.');
    expect(await models().calendarFeed.count({ where: { id: feedId } })).toBe(1);
    for (const bad of [
      feedId,
      `${feedId}.`,
      `${feedId}.${'A'.repeat(43)}`,
      `${feedId}.${signature}x`,
      `${feedId}.${signature}.`,
      `.${signature}`,
      '',
      'a'.repeat(201),
      "'; --",
      '\u0000',
    ])
      expect([bad, await open(bad)]).toEqual([bad, null]);
  });

  it('leads nowhere when access has ended or the last role is gone', async () => {
    const good = await token('approver2');
    const { userId } = world.actors.approver2;
    await models().user.update({ where: { id: userId }, data: { endedAt: NOW } });
    expect(await open(good)).toBeNull();
    await models().user.update({ where: { id: userId }, data: { endedAt: null } });
    expect(await open(good)).not.toBeNull();
    await models().roleGrant.updateMany({ where: { userId }, data: { to: new Date('2027-01-15') } });
    expect(await open(good)).toBeNull();
  });
});

describe('what is in it', () => {
  it('is each one’s own deadlines', async () => {
    const [need, innstilling, decision, plan, report] = [
      'need 2027-02-01',
      'innstilling 2027-03-15',
      'decision 2027-04-30',
      'plan 2027-08-15',
      'report 2028-02-01',
    ];
    expect(await kinds('coordinator')).toEqual([need, plan]);
    expect(await kinds('uh')).toEqual([need]);
    expect(await kinds('otherUh')).toEqual([]);
    for (const who of ['secretariat', 'deputy'] as const) expect([who, await kinds(who)]).toEqual([who, [innstilling]]);
    expect(await kinds('approver')).toEqual([decision]);
    expect(await kinds('caseworker')).toEqual([need, innstilling, decision, report]);
    expect(await kinds('auditor')).toEqual([]);
  });

  it('is the day that is a need’s own too, for its owner and office, a UH it is shared with and those asked to it', async () => {
    const draft = await makeBehovsmelding(world, { shared: false });
    expect(await kinds('otherUh')).toEqual([]);
    await models().behovsmeldingUh.create({
      data: { behovsmeldingId: draft, organisationId: world.otherUh.id, contact: '' },
    });
    expect(await kinds('otherUh')).toEqual([]);
    await models().behovsmeldingUh.updateMany({
      where: { organisationId: world.otherUh.id },
      data: { sharedAt: NOW, sharedById: world.actors.writer.userId },
    });
    await askIn(world, draft, 'comment');
    const of = async (who: Who) => (await kinds(who)).filter((one) => one.startsWith('need'));
    for (const who of ['otherUh', 'contributor'] as const)
      expect([who, await of(who)]).toEqual([who, ['need 2027-02-01']]);
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
    for (const who of ['otherUh', 'contributor', 'writer', 'coordinator'] as const)
      expect([who, await of(who)]).toEqual([who, ['need 2027-02-01', 'need 2027-02-10']]);
    await models().behovsmelding.update({
      where: { id: await makeBehovsmelding(world, { state: 'returned' }) },
      data: { returnedUntil: new Date('2027-02-20') },
    });
    expect(await of('leader')).toEqual(['need 2027-02-01', 'need 2027-02-10', 'need 2027-02-20']);
    for (const who of ['otherOwner', 'caseworker'] as const)
      expect([who, await of(who)]).toEqual([who, ['need 2027-02-01']]);
    expect(await of('uh')).toEqual(['need 2027-02-01', 'need 2027-02-20']);
    await models().round.updateMany({ data: { state: 'recommended' } });
    expect(await of('leader')).toEqual(['need 2027-02-01']);
    await models().round.updateMany({ data: { state: 'open' } });
    await models().lateSending.deleteMany();
  });

  it('changes when a deadline is moved: the same UID, counted up', async () => {
    const good = await token('secretariat');
    const before = (await open(good))?.events[0];
    await models().deadline.updateMany({
      where: { roundId: world.roundId, kind: 'innstilling' },
      data: { lastDay: new Date('2027-03-20') },
    });
    const after = (await open(good))?.events[0];
    expect([before?.version, after?.version, after?.id, after?.lastDay]).toEqual([1, 2, before?.id, day('2027-03-20')]);
    expect(after?.movedAt.getTime()).toBeGreaterThanOrEqual(before?.movedAt.getTime() ?? Infinity);
    await models().deadline.updateMany({
      where: { roundId: world.roundId, kind: 'innstilling' },
      data: { lastDay: new Date('2027-03-20') },
    });
    expect((await open(good))?.events[0]?.version).toBe(2);
  });

  it('is the report of a tiltak for those who file it', async () => {
    await makeReport(world);
    for (const who of ['writer', 'coordinator', 'uh'] as const) expect(await kinds(who)).toContain('report 2028-02-01');
    expect(await kinds('otherOwner')).not.toContain('report 2028-02-01');
  });
});

describe('the file', () => {
  const event = {
    id: 'frist-1',
    kind: 'report',
    programme: 'DEKOMP',
    year: 2027,
    title:
      'Lesing, skriving; og «æøå»: et langt navn\\ som må brytes flere ganger før det er slutt på linja, og litt til',
    page: '/rapporter/1',
    lastDay: day('2028-02-29'),
    version: 3,
    movedAt: new Date('2027-01-15T10:00:00Z'),
  } as const;
  const file = calendarFile([event], textsFor('nb'), 'https://portal.example.no');
  const lines = file.split('\r\n');

  it('ends each line with CRLF, and has none longer than 75 octets or cut inside a letter', () => {
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(file).not.toContain('\uFFFD');
  });
  it('says the same when it is unfolded: the whole last day, where it is, and how often it has moved', () => {
    const whole = file.replaceAll('\r\n ', '').split('\r\n');
    expect(whole).toContain(
      String.raw`SUMMARY:Frist: rapport 2027 for «Lesing\, skriving\; og «æøå»: et langt navn\\ som må brytes flere ganger før det er slutt på linja\, og litt til»`,
    );
    expect(whole).toEqual(
      expect.arrayContaining([
        'UID:frist-1@portal.example.no',
        'SEQUENCE:2',
        'DTSTART;VALUE=DATE:20280229',
        'DTEND;VALUE=DATE:20280301',
        'LAST-MODIFIED:20270115T100000Z',
        'URL:https://portal.example.no/rapporter/1',
      ]),
    );
  });
});
