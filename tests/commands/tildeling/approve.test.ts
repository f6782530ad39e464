import { beforeEach, describe, expect, it } from 'vitest';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { approveRound, approveTildeling, returnTildeling } from '#lib/commands/tildeling/tildeling';
import { models } from '#prisma/models';
import { freshWorld, proposeBoth, row, twoBehovsmeldinger } from '#tests/support/recommended';
import { NOW, type World } from '#tests/support/world';

let world: World;
let needs: [string, string];
beforeEach(async () => {
  world = await freshWorld();
  needs = await twoBehovsmeldinger(world);
});

const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const stored = () => models().tildeling.findMany({ orderBy: { behovsmelding: { number: 'asc' } } });
const roundState = async () => (await models().round.findFirst())?.state;

describe('approving a round', () => {
  it('makes a tiltak with a reference and an open report of what is granted, and none of what is refused', async () => {
    await proposeBoth(world, needs);
    expect(await approveRound({ id: world.roundId }, by('approver'))).toMatchObject({ kind: 'done' });
    const [first, second] = await stored();
    // 30 % of 500 000 is 150 000, and of nothing 0
    expect(first).toMatchObject({
      state: 'approved',
      outcome: 'granted',
      approvedById: world.actors.approver.userId,
      requiredEgenandel: 150_000,
      plannedEgenandel: 150_000,
    });
    expect(second).toMatchObject({ state: 'approved', outcome: 'refused', tiltakId: null, requiredEgenandel: 0 });
    const tiltak = await models().tiltak.findMany({ include: { reports: { include: { halves: true } } } });
    expect(tiltak.map(({ reference, title, leadName }) => [reference, title, leadName])).toEqual([
      ['PF-2027-0001', 'Tidlig innsats', 'Fauske'],
    ]);
    expect(tiltak[0]?.reports.map(({ year, dueOn }) => [year, dueOn.toISOString().slice(0, 10)])).toEqual([
      [2027, '2028-02-01'],
    ]);
    expect(
      tiltak[0]?.reports[0]?.halves.map(({ side, organisationId, state }) => [side, organisationId, state]).sort(),
    ).toEqual([
      ['owner', world.owner.id, 'open'],
      ['uh', world.uh.id, 'open'],
    ]);
    expect((await models().behovsmelding.findMany({ orderBy: { number: 'asc' } })).map(({ state }) => state)).toEqual([
      'granted',
      'declined',
    ]);
    expect(await roundState()).toBe('approved');
    expect(
      await models().auditEntry.count({
        where: { action: 'tildeling.approve', actorId: world.actors.approver.userId },
      }),
    ).toBe(2);
  });

  it('is a conflict when an amount was returned, changed and proposed again after the approver read it', async () => {
    const [a, b] = await proposeBoth(world, needs);
    const seen = Object.fromEntries((await stored()).map(({ id, version }) => [id, String(version)]));
    await returnTildeling({ id: a, comment: 'Mindre.' }, by('approver2'));
    await allocateRound({ id: world.roundId, rows: { [needs[0]]: row(40_000, 60_000, 'Mindre') } }, by('caseworker'));
    await proposeRound({ id: world.roundId }, by('caseworker'));
    expect(await approveRound({ id: world.roundId, ids: [a, b], versions: seen }, by('approver'))).toEqual({
      kind: 'conflict',
    });
    expect(await approveTildeling({ id: a, version: seen[a] }, by('approver'))).toEqual({ kind: 'conflict' });
    expect((await stored()).map(({ state }) => state)).toEqual(['proposed', 'proposed']);
    const now = Object.fromEntries((await stored()).map(({ id, version }) => [id, String(version)]));
    expect(await approveTildeling({ id: a, version: now[a] }, by('approver'))).toMatchObject({ kind: 'done' });
    expect(await approveRound({ id: world.roundId, ids: [b], versions: now }, by('approver'))).toMatchObject({
      kind: 'done',
    });
  });

  it('twice at once is done once, with one tiltak', async () => {
    await proposeBoth(world, needs);
    const outcomes = await Promise.all([
      approveRound({ id: world.roundId }, by('approver')),
      approveRound({ id: world.roundId }, by('approver2')),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'forbidden']);
    expect(await models().tiltak.count()).toBe(1);
    expect(await models().auditEntry.count({ where: { action: 'round.approve' } })).toBe(1);
  });

  it('is refused when the rules no longer hold, and changes nothing', async () => {
    await proposeBoth(world, needs);
    await models().egenandelLine.updateMany({ data: { amount: 149_999 } });
    expect(await approveRound({ id: world.roundId }, by('approver'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'egenandel-short', missing: 1 }],
    });
    expect((await stored()).map(({ state }) => state)).toEqual(['proposed', 'proposed']);
    expect(await models().auditEntry.count({ where: { action: 'round.approve' } })).toBe(0);
  });

  it('has nothing to approve before something is proposed, and knows a proposal that is gone', async () => {
    expect(await approveRound({ id: world.roundId }, by('approver'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'nothing-to-approve' }],
    });
    await proposeBoth(world, needs);
    expect(await approveRound({ id: world.roundId, ids: 'en-annen' }, by('approver'))).toEqual({ kind: 'conflict' });
  });
});

describe('four eyes', () => {
  it('are asked for what is chosen, not for all that waits in the round', async () => {
    const { caseworker, approver } = world.actors;
    const doubled = { actor: { ...caseworker, grants: [...caseworker.grants, ...approver.grants] }, now: NOW };
    const both = { actor: { ...approver, grants: doubled.actor.grants }, now: NOW };
    await allocateRound(
      { id: world.roundId, rows: { [needs[0]]: row(200_000, 300_000), [needs[1]]: row(200_000, 300_000) } },
      doubled,
    );
    const [first = '', second = ''] = (await stored()).map(({ id }) => id);
    expect(await proposeRound({ id: world.roundId, ids: [first] }, doubled)).toMatchObject({ kind: 'done' });
    expect(await proposeRound({ id: world.roundId, ids: [second] }, both)).toMatchObject({ kind: 'done' });
    for (const mine of [{ ids: [first] }, { ids: [first, second] }, {}])
      expect(await approveRound({ id: world.roundId, ...mine }, doubled)).toEqual({ kind: 'forbidden' });
    expect(await approveRound({ id: world.roundId, ids: [second] }, doubled)).toMatchObject({ kind: 'done' });
    expect((await stored()).map(({ state }) => state)).toEqual(['proposed', 'approved']);
  });

  it('whoever proposed cannot approve, even with both roles', async () => {
    const [first] = await proposeBoth(world, needs);
    const { caseworker, approver } = world.actors;
    const doubled = { actor: { ...caseworker, grants: [...caseworker.grants, ...approver.grants] }, now: NOW };
    expect(await approveRound({ id: world.roundId }, doubled)).toEqual({ kind: 'forbidden' });
    expect(await approveTildeling({ id: first }, doubled)).toEqual({ kind: 'forbidden' });
    expect(await returnTildeling({ id: first, comment: 'Nei' }, doubled)).toEqual({ kind: 'forbidden' });
    expect((await stored()).map(({ state }) => state)).toEqual(['proposed', 'proposed']);
  });

  it('nobody but the county’s approver approves or returns', async () => {
    const [first] = await proposeBoth(world, needs);
    for (const actor of ['caseworker', 'caseworker2', 'skoleeier', 'secretariat', 'auditor', 'stranger'] as const) {
      expect(await approveTildeling({ id: first }, by(actor))).toEqual({ kind: 'forbidden' });
      expect(await approveRound({ id: world.roundId }, by(actor))).toEqual({ kind: 'forbidden' });
      expect(await returnTildeling({ id: first, comment: 'Nei' }, by(actor))).toEqual({ kind: 'forbidden' });
    }
  });
});

describe('one tildeling', () => {
  it('approved one by one, the round is approved with the last, and the numbers follow', async () => {
    const [first, second] = await proposeBoth(world, needs, row(200_000, 300_000));
    expect(await approveTildeling({ id: second }, by('approver'))).toMatchObject({ kind: 'done' });
    expect(await roundState()).toBe('proposed');
    expect(await approveTildeling({ id: second }, by('approver2'))).toEqual({ kind: 'forbidden' });
    expect(await approveTildeling({ id: first }, by('approver2'))).toMatchObject({ kind: 'done' });
    expect(await roundState()).toBe('approved');
    const tiltak = await models().tiltak.findMany({ orderBy: { number: 'asc' } });
    expect(tiltak.map(({ reference, title }) => [reference, title])).toEqual([
      ['PF-2027-0001', 'Vurdering for læring'],
      ['PF-2027-0002', 'Tidlig innsats'],
    ]);
  });

  it('approved by itself is told and logged as that one, also when it is the last: the round is not', async () => {
    for (const id of await proposeBoth(world, needs))
      expect(await approveTildeling({ id }, by('approver'))).toMatchObject({ kind: 'done' });
    expect(await roundState()).toBe('approved');
    expect(await models().auditEntry.count({ where: { action: 'tildeling.approve', subjectType: 'tildeling' } })).toBe(
      2,
    );
    expect(await models().auditEntry.count({ where: { action: 'round.approve' } })).toBe(0);
    expect(await models().message.count({ where: { kind: 'round-approved' } })).toBe(0);
    expect(await models().message.count({ where: { kind: 'tildeling-decided' } })).toBeGreaterThan(0);
  });

  it('two approved at once get each their number', async () => {
    const [first, second] = await proposeBoth(world, needs, row(200_000, 300_000));
    const outcomes = await Promise.all([
      approveTildeling({ id: first }, by('approver')),
      approveTildeling({ id: second }, by('approver2')),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect((await models().tiltak.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => number)).toEqual([
      1, 2,
    ]);
    expect(await roundState()).toBe('approved');
  });

  it('is judged against the key of its region as it stands', async () => {
    const [first] = await proposeBoth(world, needs, row(200_000, 300_000));
    // The innstilling's two amounts were 60 % to the UH together; now one of them is all network: 300 000 of 1 000 000
    await models().tildelingLine.updateMany({ where: { tildelingId: { not: first } }, data: { side: 'network' } });
    expect(await approveTildeling({ id: first }, by('approver'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'split-uh-short', uhShare: 600_000, uh: 300_000, missing: 300_000 }],
    });
  });

  it('returned with a comment it is a draft again, and so is its round', async () => {
    const [first] = await proposeBoth(world, needs);
    expect(await returnTildeling({ id: first, comment: ' ' }, by('approver'))).toEqual({
      kind: 'invalid',
      errors: { comment: 'required' },
    });
    expect(await returnTildeling({ id: first, comment: 'Se på UH-delen' }, by('approver'))).toMatchObject({
      kind: 'done',
    });
    expect((await stored())[0]).toMatchObject({ state: 'draft', returnComment: 'Se på UH-delen', proposedById: null });
    expect(await roundState()).toBe('recommended');
    expect(await approveTildeling({ id: first }, by('approver'))).toEqual({ kind: 'forbidden' });
    const entry = await models().auditEntry.findFirst({ where: { action: 'tildeling.return' } });
    expect(entry?.details).toEqual({ title: 'Tidlig innsats', comment: 'Se på UH-delen' });
    expect(await proposeRound({ id: world.roundId }, by('caseworker'))).toMatchObject({ kind: 'done' });
    expect(await roundState()).toBe('proposed');
  });

  it('that does not exist is missing', async () => {
    expect(await approveTildeling({ id: 'finnes-ikke' }, by('approver'))).toEqual({ kind: 'missing' });
    expect(await returnTildeling({ id: 'finnes-ikke', comment: 'x' }, by('approver'))).toEqual({ kind: 'missing' });
  });
});

describe('what is approved already', () => {
  const ways = [
    ['by itself', (id: string) => approveTildeling({ id }, by('approver'))],
    ['as one of the round', (id: string) => approveRound({ id: world.roundId, ids: [id] }, by('approver'))],
  ] as const;

  it.each(ways)('counts in the key of its region when one more is approved %s', async (_way, approveOne) => {
    // 200 + 120 to the network and 200 + 280 to the UH: 480 of 800 is 60 %, while 200 of 400 is 50 %
    const rows = { [needs[0]]: row(200_000, 200_000, 'Mindre'), [needs[1]]: row(120_000, 280_000, 'Mindre') };
    await allocateRound({ id: world.roundId, rows }, by('caseworker'));
    expect(await proposeRound({ id: world.roundId }, by('caseworker'))).toMatchObject({ kind: 'done' });
    const [first = '', second = ''] = (await stored()).map(({ id }) => id);
    expect(await approveOne(second)).toMatchObject({ kind: 'done' });
    expect(await approveOne(first)).toMatchObject({ kind: 'done' });
  });
});
