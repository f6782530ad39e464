import { beforeEach, describe, expect, it } from 'vitest';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { returnRound } from '#lib/commands/tildeling/tildeling';
import { approveRound, approveTildeling, returnTildeling } from '#lib/commands/tildeling/tildeling';
import { db } from '#lib/db/client';
import { freshWorld, row, twoBehovsmeldinger } from '#tests/support/recommended';
import { NOW, type World } from '#tests/support/world';

let world: World;
let needs: [string, string];
beforeEach(async () => {
  world = await freshWorld();
  needs = await twoBehovsmeldinger(world);
});

const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
const stored = () => db().tildeling.findMany({ orderBy: { behovsmelding: { number: 'asc' } } });
const roundState = async () => (await db().round.findFirst())?.state;

/** The first need in full and the second refused with a reason, both proposed by the caseworker. */
async function proposed(second: object = row(0, 0, 'Ikke prioritert')): Promise<[string, string]> {
  await allocateRound(
    { id: world.roundId, rows: { [needs[0]]: row(200_000, 300_000), [needs[1]]: second } },
    by('caseworker'),
  );
  expect(await proposeRound({ id: world.roundId }, by('caseworker'))).toMatchObject({ kind: 'done' });
  const [a, b] = await stored();
  return [a?.id ?? '', b?.id ?? ''];
}

describe('approving a round', () => {
  it('makes a tiltak with a reference and an open report of what is granted, and none of what is refused', async () => {
    await proposed();
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
    const tiltak = await db().tiltak.findMany({ include: { reports: { include: { halves: true } } } });
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
    expect((await db().behovsmelding.findMany({ orderBy: { number: 'asc' } })).map(({ state }) => state)).toEqual([
      'granted',
      'declined',
    ]);
    expect(await roundState()).toBe('approved');
    expect(
      await db().auditEntry.count({ where: { action: 'tildeling.approve', actorId: world.actors.approver.userId } }),
    ).toBe(2);
  });

  it('is a conflict when an amount was returned, changed and proposed again after the approver read it', async () => {
    const [a, b] = await proposed();
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
    await proposed();
    const outcomes = await Promise.all([
      approveRound({ id: world.roundId }, by('approver')),
      approveRound({ id: world.roundId }, by('approver2')),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'forbidden']);
    expect(await db().tiltak.count()).toBe(1);
    expect(await db().auditEntry.count({ where: { action: 'round.approve' } })).toBe(1);
  });

  it('is refused when the rules no longer hold, and changes nothing', async () => {
    await proposed();
    await db().egenandelLine.updateMany({ data: { amount: 149_999 } });
    expect(await approveRound({ id: world.roundId }, by('approver'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'egenandel-short', missing: 1 }],
    });
    expect((await stored()).map(({ state }) => state)).toEqual(['proposed', 'proposed']);
    expect(await db().auditEntry.count({ where: { action: 'round.approve' } })).toBe(0);
  });

  it('has nothing to approve before something is proposed, and knows a proposal that is gone', async () => {
    expect(await approveRound({ id: world.roundId }, by('approver'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'nothing-to-approve' }],
    });
    await proposed();
    expect(await approveRound({ id: world.roundId, ids: 'en-annen' }, by('approver'))).toEqual({ kind: 'conflict' });
  });
});

describe('returning a round', () => {
  const comment = 'Se på UH-delen';

  it('sends every proposal back with the comment and logs each, and the round is to be divided again', async () => {
    const [first, second] = await proposed();
    expect(await returnRound({ id: world.roundId, comment: ' ' }, by('approver'))).toEqual({
      kind: 'invalid',
      errors: { comment: 'required' },
    });
    expect(await returnRound({ id: world.roundId, comment }, by('approver'))).toEqual({
      kind: 'done',
      value: { id: world.roundId },
    });
    expect(
      (await stored()).map(({ state, returnComment, proposedById }) => [state, returnComment, proposedById]),
    ).toEqual([
      ['draft', comment, null],
      ['draft', comment, null],
    ]);
    expect(await roundState()).toBe('recommended');
    const log = await db().auditEntry.findMany({
      where: { action: { in: ['round.return', 'tildeling.return'] } },
      orderBy: { id: 'asc' },
    });
    expect(log.map(({ action, subjectId, details }) => [action, subjectId, details])).toEqual([
      ['round.return', world.roundId, { count: 2, comment }],
      ['tildeling.return', first, { title: 'Tidlig innsats', comment }],
      ['tildeling.return', second, { title: 'Vurdering for læring', comment }],
    ]);
    expect(await returnRound({ id: world.roundId, comment }, by('approver'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'nothing-to-return' }],
    });
  });

  it('sends all or nothing back: with one that is approved meanwhile, none', async () => {
    const [first, second] = await proposed();
    expect(await approveTildeling({ id: second }, by('approver'))).toMatchObject({ kind: 'done' });
    expect(await returnRound({ id: world.roundId, ids: [first, second], comment }, by('approver'))).toEqual({
      kind: 'conflict',
    });
    expect((await stored()).map(({ state }) => state)).toEqual(['proposed', 'approved']);
    expect(await returnRound({ id: world.roundId, ids: first, comment }, by('approver'))).toMatchObject({
      kind: 'done',
    });
    expect((await stored()).map(({ state }) => state)).toEqual(['draft', 'approved']);
  });

  it('is for the county’s approver, and not for whoever proposed', async () => {
    await proposed();
    const { caseworker, approver } = world.actors;
    const doubled = { actor: { ...caseworker, grants: [...caseworker.grants, ...approver.grants] }, now: NOW };
    expect(await returnRound({ id: world.roundId, comment }, doubled)).toEqual({ kind: 'forbidden' });
    for (const actor of ['caseworker', 'caseworker2', 'skoleeier', 'secretariat', 'auditor', 'stranger'] as const) {
      expect(await returnRound({ id: world.roundId, comment }, by(actor))).toEqual({ kind: 'forbidden' });
    }
    expect((await stored()).map(({ state }) => state)).toEqual(['proposed', 'proposed']);
  });
});

describe('four eyes', () => {
  it('whoever proposed cannot approve, even with both roles', async () => {
    const [first] = await proposed();
    const { caseworker, approver } = world.actors;
    const doubled = { actor: { ...caseworker, grants: [...caseworker.grants, ...approver.grants] }, now: NOW };
    expect(await approveRound({ id: world.roundId }, doubled)).toEqual({ kind: 'forbidden' });
    expect(await approveTildeling({ id: first }, doubled)).toEqual({ kind: 'forbidden' });
    expect(await returnTildeling({ id: first, comment: 'Nei' }, doubled)).toEqual({ kind: 'forbidden' });
    expect((await stored()).map(({ state }) => state)).toEqual(['proposed', 'proposed']);
  });

  it('nobody but the county’s approver approves or returns', async () => {
    const [first] = await proposed();
    for (const actor of ['caseworker', 'caseworker2', 'skoleeier', 'secretariat', 'auditor', 'stranger'] as const) {
      expect(await approveTildeling({ id: first }, by(actor))).toEqual({ kind: 'forbidden' });
      expect(await approveRound({ id: world.roundId }, by(actor))).toEqual({ kind: 'forbidden' });
      expect(await returnTildeling({ id: first, comment: 'Nei' }, by(actor))).toEqual({ kind: 'forbidden' });
    }
  });
});

describe('one tildeling', () => {
  it('approved one by one, the round is approved with the last, and the numbers follow', async () => {
    const [first, second] = await proposed(row(200_000, 300_000));
    expect(await approveTildeling({ id: second }, by('approver'))).toMatchObject({ kind: 'done' });
    expect(await roundState()).toBe('proposed');
    expect(await approveTildeling({ id: second }, by('approver2'))).toEqual({ kind: 'forbidden' });
    expect(await approveTildeling({ id: first }, by('approver2'))).toMatchObject({ kind: 'done' });
    expect(await roundState()).toBe('approved');
    const tiltak = await db().tiltak.findMany({ orderBy: { number: 'asc' } });
    expect(tiltak.map(({ reference, title }) => [reference, title])).toEqual([
      ['PF-2027-0001', 'Vurdering for læring'],
      ['PF-2027-0002', 'Tidlig innsats'],
    ]);
  });

  it('two approved at once get each their number', async () => {
    const [first, second] = await proposed(row(200_000, 300_000));
    const outcomes = await Promise.all([
      approveTildeling({ id: first }, by('approver')),
      approveTildeling({ id: second }, by('approver2')),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect((await db().tiltak.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => number)).toEqual([1, 2]);
    expect(await roundState()).toBe('approved');
  });

  it('is judged against the key of its region as it stands', async () => {
    const [first] = await proposed(row(200_000, 300_000));
    // The innstilling's two amounts were 60 % to the UH together; now one of them is all network: 300 000 of 1 000 000
    await db().tildelingLine.updateMany({ where: { tildelingId: { not: first } }, data: { side: 'network' } });
    expect(await approveTildeling({ id: first }, by('approver'))).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'split-uh-short', uhShare: 600_000, uh: 300_000, missing: 300_000 }],
    });
  });

  it('returned with a comment it is a draft again, and so is its round', async () => {
    const [first] = await proposed();
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
    const entry = await db().auditEntry.findFirst({ where: { action: 'tildeling.return' } });
    expect(entry?.details).toEqual({ title: 'Tidlig innsats', comment: 'Se på UH-delen' });
    expect(await proposeRound({ id: world.roundId }, by('caseworker'))).toMatchObject({ kind: 'done' });
    expect(await roundState()).toBe('proposed');
  });

  it('that does not exist is missing', async () => {
    expect(await approveTildeling({ id: 'finnes-ikke' }, by('approver'))).toEqual({ kind: 'missing' });
    expect(await returnTildeling({ id: 'finnes-ikke', comment: 'x' }, by('approver'))).toEqual({ kind: 'missing' });
  });
});
