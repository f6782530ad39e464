import { expect, it } from 'vitest';
import { allocateRound, proposeRound } from '#lib/commands/tildeling/allocation';
import { approveTildeling } from '#lib/commands/tildeling/tildeling';
import { models } from '#prisma/models';
import { roundPage, roundsPage } from '#lib/queries/round';
import { readStart } from '#lib/queries/start';
import { recommend, row } from '#tests/support/recommended';
import { makeBehovsmelding, makeWorld, NOW } from '#tests/support/world';

it('the front page, the list of rounds and the round itself count the same at each step', async () => {
  const world = await makeWorld();
  const { caseworker, approver } = world.actors;
  const needs = [
    await makeBehovsmelding(world, { state: 'submitted' }),
    await makeBehovsmelding(world, { state: 'submitted', ownerId: world.other.id }),
  ];
  await recommend(world, needs);
  await makeBehovsmelding(world, { state: 'withdrawn' });
  await makeBehovsmelding(world);
  await makeBehovsmelding(world, { state: 'submitted' });
  await allocateRound(
    { id: world.roundId, rows: Object.fromEntries(needs.map((id) => [id, row(200_000, 300_000)])) },
    { actor: caseworker, now: NOW },
  );
  await proposeRound({ id: world.roundId }, { actor: caseworker, now: NOW });
  const first = await models().tildeling.findFirstOrThrow({ orderBy: { behovsmelding: { number: 'asc' } } });
  expect(await approveTildeling({ id: first.id }, { actor: approver, now: NOW })).toMatchObject({ kind: 'done' });

  // Sent: two recommended and one submitted; the draft and the withdrawn are not counted. The approved one is a proposal too.
  const counts = { sent: 3, recommended: 2, proposed: 2, approved: 1, halves: 2, accepted: 0 };
  const viewer = { actor: caseworker, now: NOW };
  expect((await readStart({}, viewer))?.rounds.map((round) => round.counts)).toEqual([counts]);
  expect((await roundsPage({}, viewer))?.rounds.map((round) => round.counts)).toEqual([counts]);
  expect((await roundPage({ id: world.roundId }, viewer))?.figures?.counts).toEqual(counts);
});
