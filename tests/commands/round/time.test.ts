import { beforeAll, describe, expect, it } from 'vitest';
import { createBehovsmelding } from '#lib/commands/behovsmelding/write';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { roundClose } from '#lib/commands/round';
import { moveRoundDeadline } from '#lib/commands/round';
import { openRoundLate } from '#lib/commands/round';
import { models } from '#prisma/models';
import { newBehovsmelding } from '#lib/queries/behovsmelding/list';
import { roundTimePage } from '#lib/queries/round';
import { day } from '#tests/support/day';
import { makeReport } from '#tests/support/report';
import { makeBehovsmelding, makeWorld, NOW, TOO_LATE, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const late = (change: object = {}) => ({
  id: world.roundId,
  organisationId: world.owner.id,
  until: '2027-02-10',
  reason: 'Sykdom i kommunen.',
  ...change,
});
const move = (change: object = {}) => ({
  id: world.roundId,
  kind: 'plan',
  lastDay: '2027-09-01',
  reason: 'Ferien.',
  ...change,
});
const dayOfKind = async (kind: string) =>
  (await models().deadline.findUniqueOrThrow({ where: { roundId_kind: { roundId: world.roundId, kind } } })).lastDay
    .toISOString()
    .slice(0, 10);
const begin = (ownerId: string, who: keyof World['actors'], now: Date) =>
  createBehovsmelding(
    { ownerId, roundId: world.roundId, fromId: '', fromTiltakId: '', changeTiltakId: '' },
    as(who, now),
  );

describe('late sending opened for one owner', () => {
  it('takes a reason, a day after the deadline, and an owner of the county', async () => {
    expect(await openRoundLate(late({ reason: ' ' }), as('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { reason: 'required' },
    });
    expect(await openRoundLate(late({ until: '2027-02-01' }), as('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { until: 'not-between' },
    });
    expect(await openRoundLate(late({ organisationId: world.uh.id }), as('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { organisationId: 'not-in-list' },
    });
    expect(await models().lateSending.count()).toBe(0);
  });

  it.each(['skoleeier', 'leader', 'coordinator', 'approver', 'auditor', 'secretariat', 'stranger'] as const)(
    'is not for %s to open',
    async (who) => {
      expect((await openRoundLate(late(), as(who))).kind).toBe('forbidden');
    },
  );

  it('lets that owner begin and send, and no other, also when the round is closed, until the day is over', async () => {
    const own = await makeBehovsmelding(world);
    const other = await makeBehovsmelding(world, { ownerId: world.other.id });
    expect(await submitBehovsmelding({ id: own }, as('leader', TOO_LATE))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'after-deadline', lastDay: '2027-02-01' }],
    });
    expect((await openRoundLate(late(), as('caseworker', TOO_LATE))).kind).toBe('done');
    expect((await newBehovsmelding({}, as('leader', TOO_LATE)))?.rounds).toMatchObject([
      { id: world.roundId, needLastDay: day('2027-02-10') },
    ]);
    expect((await newBehovsmelding({}, as('otherOwner', TOO_LATE)))?.rounds).toEqual([]);
    await roundClose({ id: world.roundId, reason: '' }, as('caseworker', TOO_LATE));

    expect((await begin(world.owner.id, 'leader', TOO_LATE)).kind).toBe('done');
    expect((await begin(world.other.id, 'otherOwner', TOO_LATE)).kind).toBe('refused');
    expect(await submitBehovsmelding({ id: own }, as('leader', new Date('2027-02-10T23:00:00Z')))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'after-deadline', lastDay: '2027-02-10' }],
    });
    expect((await submitBehovsmelding({ id: own }, as('leader', new Date('2027-02-10T22:59:59Z')))).kind).toBe('done');
    expect(await submitBehovsmelding({ id: other }, as('otherOwner', TOO_LATE))).toMatchObject({ kind: 'refused' });
    expect((await roundTimePage({ id: world.roundId }, as('auditor', TOO_LATE)))?.late).toMatchObject([
      { name: 'Fauske', reason: 'Sykdom i kommunen.', openedByName: 'Sara Saksbehandler', sent: 1 },
    ]);
  });

  it('opened again moves the day, and both are in the log and told to the owner', async () => {
    expect(
      (await openRoundLate(late({ until: '2027-02-20', reason: 'Fortsatt sykdom.' }), as('caseworker2', TOO_LATE)))
        .kind,
    ).toBe('done');
    expect(await models().lateSending.findMany()).toMatchObject([
      { until: new Date('2027-02-20'), reason: 'Fortsatt sykdom.', openedById: world.actors.caseworker2.userId },
    ]);
    const log = await models().auditEntry.findMany({ where: { action: 'round.open-late' }, orderBy: { id: 'asc' } });
    expect(log.map(({ details }) => details)).toMatchObject([
      { owner: 'Fauske', lastDay: '2027-02-10', reason: 'Sykdom i kommunen.' },
      { lastDay: '2027-02-20' },
    ]);
    const told = await models().message.findMany({ where: { kind: 'late-opened' } });
    expect(told.some(({ userId }) => userId === world.actors.leader.userId)).toBe(true);
    expect(told.some(({ userId }) => userId === world.actors.otherOwner.userId)).toBe(false);
    expect(told.filter(({ userId }) => userId === world.actors.coordinator.userId)).toHaveLength(2);
    await openRoundLate(late({ organisationId: world.other.id }), as('caseworker', TOO_LATE));
    // The other owner has handed nothing to the region.
    expect(
      await models().message.count({ where: { kind: 'late-opened', userId: world.actors.coordinator.userId } }),
    ).toBe(2);
  });
});

describe('a deadline moved for all', () => {
  it('takes a reason, keeps the order, and is for the caseworker', async () => {
    expect(await moveRoundDeadline(move({ reason: '' }), as('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { reason: 'required' },
    });
    expect(await moveRoundDeadline(move({ lastDay: '2027-04-30' }), as('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { lastDay: 'not-between' },
    });
    for (const who of ['skoleeier', 'approver', 'auditor', 'secretariat', 'stranger'] as const)
      expect((await moveRoundDeadline(move(), as(who))).kind).toBe('forbidden');
    expect(await dayOfKind('plan')).toBe('2027-08-15');
    expect((await moveRoundDeadline(move(), as('caseworker'))).kind).toBe('done');
    expect(await dayOfKind('plan')).toBe('2027-09-01');
  });

  it('is in the log with its day before and after, and told to those with something in the round', async () => {
    const entry = await models().auditEntry.findFirstOrThrow({ where: { action: 'round.move-deadline' } });
    expect(entry.details).toMatchObject({
      deadline: 'plan',
      before: '2027-08-15',
      lastDay: '2027-09-01',
      reason: 'Ferien.',
    });
    const told = (await models().message.findMany({ where: { kind: 'deadline-moved' } })).map(({ userId }) => userId);
    expect(told).toEqual(
      expect.arrayContaining([
        world.actors.leader.userId,
        world.actors.secretariat.userId,
        world.actors.approver.userId,
      ]),
    );
    expect(told).not.toContain(world.actors.caseworker.userId);
  });

  it('of the needs is told to the UH that see one as partner, once for all of theirs, and to no other', async () => {
    await models().round.update({ where: { id: world.roundId }, data: { state: 'open' } });
    await models().behovsmelding.updateMany({ data: { state: 'withdrawn', submittedById: 'x', submittedAt: NOW } });
    await makeBehovsmelding(world, { shared: false });
    const told = async () =>
      (await models().message.findMany({ where: { kind: 'need-deadline-moved' } })).map(({ userId }) => userId);
    expect((await moveRoundDeadline(move({ kind: 'need', lastDay: '2027-02-05' }), as('caseworker'))).kind).toBe(
      'done',
    );
    expect(await told()).toEqual([]);
    await Promise.all([makeBehovsmelding(world), makeBehovsmelding(world, { title: 'Enda et' })]);
    expect((await moveRoundDeadline(move({ kind: 'need', lastDay: '2027-02-08' }), as('caseworker'))).kind).toBe(
      'done',
    );
    expect(await told()).toEqual([world.actors.uh.userId]);
    expect((await moveRoundDeadline(move({ lastDay: '2027-09-02' }), as('caseworker'))).kind).toBe('done');
    expect(await told()).toHaveLength(1);
  });

  it('moves the day the reports of the round are due, when it is theirs', async () => {
    const { id } = await makeReport(world);
    expect((await moveRoundDeadline(move({ kind: 'report', lastDay: '2028-02-15' }), as('caseworker'))).kind).toBe(
      'done',
    );
    expect((await models().annualReport.findUniqueOrThrow({ where: { id } })).dueOn).toEqual(new Date('2028-02-15'));
  });
});
