import { beforeAll, describe, expect, it } from 'vitest';
import { models } from '#prisma/models';
import type { Actor } from '#lib/domain/policy/row';
import { coordinatorDesk, listBehovsmeldinger } from '#lib/queries/behovsmelding/list';
import { readLog } from '#lib/queries/log';
import { readStart } from '#lib/queries/start';
import { askIn, makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let draft: string;
beforeAll(async () => {
  world = await makeWorld();
  // 30 % of 500 000 is 150 000; 100 000 is planned, so 50 000 is missing.
  draft = await makeBehovsmelding(world, { title: 'Kladden', egenandel: 100_000 });
  await makeBehovsmelding(world, { title: 'Sendt', state: 'submitted' });
});

const tasks = async (actor: Actor, now = NOW) =>
  ((await readStart({}, { actor, now }))?.tasks ?? []).map(({ kind, title, kroner }) => ({ kind, title, kroner }));

describe('the front page', () => {
  it('tells an owner and a coordinator with delegation of the draft and the kroner it lacks, and another owner nothing', async () => {
    const waits = [{ kind: 'need-draft', title: 'Kladden', kroner: 50_000 }];
    expect(await tasks(world.actors.skoleeier)).toEqual(waits);
    expect(await tasks(world.actors.coordinator)).toEqual(waits);
    expect(await tasks(world.actors.otherOwner)).toEqual([]);
  });

  it('shows how far what is sent has come, to its parties alone', async () => {
    const needs = async (actor: Actor) =>
      ((await readStart({}, { actor, now: NOW }))?.needs ?? []).map(({ title, state }) => [title, state]);
    for (const actor of [world.actors.skoleeier, world.actors.coordinator])
      expect(await needs(actor), actor.name).toEqual([['Sendt', 'submitted']]);
    // A UH sees what has been shared with it too: it is not the one who writes it.
    expect((await needs(world.actors.uh)).toSorted()).toEqual([
      ['Kladden', 'draft'],
      ['Sendt', 'submitted'],
    ]);
    for (const actor of [world.actors.otherOwner, world.actors.otherUh, world.actors.caseworker])
      expect(await needs(actor), actor.name).toEqual([]);
  });

  it('asks the UH a need names to confirm it, and no other UH', async () => {
    expect((await tasks(world.actors.uh)).map(({ kind, title }) => [kind, title])).toEqual([
      ['need-confirm', 'Kladden'],
      ['need-confirm', 'Sendt'],
    ]);
    expect(await tasks(world.actors.otherUh)).toEqual([]);
  });

  it('asks a UH that has said yes for its part, until it has written a plan and an amount for each year', async () => {
    const { id: organisationId } = world.uh;
    const id = await makeBehovsmelding(world, { title: 'Delen' });
    const key = { behovsmeldingId: id, organisationId };
    const change = (data: { plan?: string; confirmedAt?: Date }) =>
      models().behovsmeldingUh.update({ where: { behovsmeldingId_organisationId: key }, data });
    const amount = (to: number | null) =>
      models().behovsmeldingLine.updateMany({
        where: { behovsmeldingId: id, side: 'uh', receiverId: organisationId },
        data: { amount: to },
      });
    const waits = async () =>
      (await tasks(world.actors.uh)).filter(({ title }) => title === 'Delen').map(({ kind }) => kind);
    expect(await waits()).toEqual(['need-confirm']);
    await change({ confirmedAt: NOW, plan: '' });
    expect(await waits()).toEqual(['need-uh-part']);
    await change({ plan: 'Tre samlinger.' });
    await amount(null);
    expect(await waits()).toEqual(['need-uh-part']);
    await amount(0);
    expect(await waits()).toEqual([]);
    await models().behovsmelding.delete({ where: { id } });
  });

  it('tells a caseworker what is sent, and of the deadline when it has passed', async () => {
    expect((await tasks(world.actors.caseworker)).map(({ kind }) => kind)).toEqual(['needs-check']);
    const after = await tasks(world.actors.caseworker, new Date('2027-02-02T08:00:00Z'));
    expect(after.map(({ kind }) => kind).sort()).toEqual(['needs-check', 'round-close']);
  });

  it('tells leader and coordinator of a delegation that ends within a month, not the writer, and not when it is given anew or taken back', async () => {
    const ending = async (actor: Actor, now = NOW) =>
      (await tasks(actor, now))
        .filter(({ kind }) => kind.startsWith('delegation-'))
        .map(({ kind, title }) => [kind, title]);
    const given = await models().delegation.findFirstOrThrow();
    const { name } = await models().region.findUniqueOrThrow({ where: { id: world.regionId } });
    // Its first day without is 15 February: the last is the 14th, 30 days after 15 January.
    await models().delegation.update({ where: { id: given.id }, data: { to: new Date('2027-02-15') } });
    expect([await ending(world.actors.leader), await ending(world.actors.coordinator)]).toEqual([
      [['delegation-ending', name]],
      [['delegation-lapsing', 'Fauske']],
    ]);
    for (const actor of [world.actors.writer, world.actors.otherOwner, world.actors.caseworker])
      expect(await ending(actor), actor.name).toEqual([]);
    expect(await ending(world.actors.leader, new Date('2027-01-14T12:00:00Z'))).toEqual([]);
    const next = await models().delegation.create({
      data: {
        organisationId: given.organisationId,
        regionId: given.regionId,
        covers: given.covers,
        from: new Date('2027-02-15'),
      },
    });
    expect(await ending(world.actors.coordinator)).toEqual([]);
    // The new one is told of when it ends in its turn, but not when the owner has taken it back.
    await models().delegation.update({ where: { id: next.id }, data: { to: new Date('2027-03-01') } });
    const later = new Date('2027-02-20T12:00:00Z');
    expect(await ending(world.actors.leader, later)).toEqual([['delegation-ending', name]]);
    await models().delegation.update({
      where: { id: next.id },
      data: { endedAt: later, endedById: world.actors.leader.userId },
    });
    expect(await ending(world.actors.leader, later)).toEqual([]);
  });

  it('waits with nothing for an auditor or a stranger, who has no front page', async () => {
    expect(await tasks(world.actors.auditor)).toEqual([]);
    expect(await readStart({}, { actor: world.actors.stranger, now: NOW })).toBeNull();
  });
});

describe('a need with a last day of its own', () => {
  const day = (text: string) => new Date(`${text}T10:00:00Z`);
  const mine = async (now: Date, actor = world.actors.skoleeier) =>
    ((await readStart({}, { actor, now }))?.tasks ?? [])
      .filter(({ kind }) => ['need-draft', 'need-returned', 'need-write'].includes(kind))
      .map(({ title, due, undated }) => [title, due, undated]);
  const setRound = (state: string) => models().round.update({ where: { id: world.roundId }, data: { state } });

  it('is a task with that day: a draft let in late and what is returned, also in a closed round, and none when nothing can be sent', async () => {
    const { id: roundId } = await setRound('closed');
    expect(await mine(NOW)).toEqual([]);
    await models().lateSending.create({
      data: {
        roundId,
        organisationId: world.owner.id,
        until: new Date('2027-02-10'),
        reason: 'Sykdom.',
        openedById: 'x',
        openedAt: NOW,
      },
    });
    await askIn(world, draft, 'write');
    const returned = await makeBehovsmelding(world, { title: 'Returnert', state: 'returned' });
    await models().behovsmelding.update({ where: { id: returned }, data: { returnedUntil: new Date('2027-02-20') } });
    const undated = await makeBehovsmelding(world, { title: 'Uten dag', state: 'returned' });
    expect(await mine(day('2027-02-10'))).toEqual([
      ['Kladden', '2027-02-10', false],
      ['Returnert', '2027-02-20', false],
      ['Uten dag', '2027-03-15', true],
    ]);
    expect(await mine(day('2027-02-10'), world.actors.contributor)).toEqual([['Kladden', '2027-02-10', false]]);
    expect(await mine(day('2027-02-11'), world.actors.contributor)).toEqual([]);
    expect((await mine(day('2027-02-11'))).map(([title]) => title)).toEqual(['Returnert', 'Uten dag']);
    expect((await mine(day('2027-02-21'))).map(([title]) => title)).toEqual(['Uten dag']);
    const listed = (await listBehovsmeldinger({}, { actor: world.actors.skoleeier, now: NOW }))?.rows.map(
      ({ title, needLastDay, undated: open }) => [title, needLastDay, open],
    );
    expect(listed).toEqual(
      expect.arrayContaining([
        ['Kladden', '2027-02-10', false],
        ['Returnert', '2027-02-20', false],
        ['Uten dag', '2027-03-15', true],
        ['Sendt', '2027-02-10', false],
      ]),
    );
    const desk = (await coordinatorDesk({}, { actor: world.actors.coordinator, now: NOW }))?.shown.flatMap(
      ({ needs }) => needs.map(({ title, needLastDay }) => [title, needLastDay]),
    );
    expect(desk).toEqual(
      expect.arrayContaining([
        ['Kladden', '2027-02-10'],
        ['Returnert', '2027-02-20'],
        ['Uten dag', '2027-03-15'],
      ]),
    );
    await setRound('recommended');
    expect(await mine(day('2027-02-10'))).toEqual([]);
    await models().behovsmelding.updateMany({
      where: { id: { in: [returned, undated] } },
      data: { state: 'withdrawn', returnedUntil: null },
    });
    await setRound('open');
  });
});

describe('the log', () => {
  const entry = (action: string, subjectId: string, change: object = {}) =>
    models().auditEntry.create({
      data: {
        at: NOW,
        actorId: world.actors.skoleeier.userId,
        actorName: 'Kari Eier',
        action,
        subjectType: 'behovsmelding',
        subjectId,
        roundId: world.roundId,
        countyId: world.countyId,
        details: {},
        ...change,
      },
    });
  const read = async (input: object, actor = world.actors.auditor) =>
    (await readLog(input, { actor, now: NOW }))?.lines.map(({ action }) => action) ?? null;

  beforeAll(async () => {
    await entry('behovsmelding.save', draft);
    await entry('round.open', world.roundId, {
      subjectType: 'round',
      actorName: 'Sara Saksbehandler',
      at: new Date('2026-11-30T23:30:00Z'),
    });
    await entry('round.close', 'elsewhere', { subjectType: 'round', countyId: null });
  });

  it('shows the county its own, without what an owner does with a draft', async () => {
    expect(await read({})).toEqual(['round.open']);
    expect(await read({}, world.actors.skoleeier)).toBeNull();
  });

  it('narrows by person, kind and days in Oslo', async () => {
    expect(await read({ person: 'sara' })).toEqual(['round.open']);
    expect(await read({ person: '%' })).toEqual([]);
    expect(await read({ slag: 'user' })).toEqual([]);
    // 23.30 UTC on 30 November is 00.30 on 1 December in Oslo.
    expect([await read({ fra: '2026-12-01', til: '2026-12-01' }), await read({ til: '2026-11-30' })]).toEqual([
      ['round.open'],
      [],
    ]);
  });

  it('filters nothing by what makes no sense', async () => {
    expect(
      await read({ slag: 'zz', sak: ['a', 'b'], person: '\0', fra: '2026-02-30', til: 'x', side: '99999999999' }),
    ).toEqual(['round.open']);
  });
});
