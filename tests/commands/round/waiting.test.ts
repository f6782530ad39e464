import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { saveBehovsmelding } from '#lib/commands/behovsmelding/write';
import { moveRoundDeadline } from '#lib/commands/round';
import { lockBehovsmelding } from '#lib/db/behovsmelding/behovsmelding';
import { endContributor } from '#lib/db/behovsmelding/comment';
import { outcomeOf } from '#lib/commands/violations';
import { transaction } from '#lib/db/client';
import { models } from '#prisma/models';
import { lockRound, shareRound } from '#lib/db/round/round';
import { moveDeadline } from '#lib/db/round/time';
import { day } from '#tests/support/day';
import { change } from '#tests/support/saving';
import { waitingForLock } from '#tests/support/waiting';
import { askIn, makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });

describe('who waits for another’s change is judged by what it made', () => {
  it('the second of two who move deadlines at once sees the first’s day', async () => {
    const { roundId: id } = world;
    const second = await transaction(async (tx) => {
      await lockRound(tx, id);
      const waits = moveRoundDeadline({ id, kind: 'need', lastDay: '2027-03-10', reason: 'Sykdom.' }, as('caseworker'));
      await waitingForLock();
      await moveDeadline(tx, id, 'innstilling', day('2027-03-15'), day('2027-03-05'));
      return { waits };
    });
    expect(await second.waits).toEqual({ kind: 'invalid', errors: { lastDay: 'not-between' } });
  });

  it('who begins a need in a round sees the day it was moved to meanwhile', async () => {
    const { roundId: id } = world;
    const { waits } = await transaction(async (tx) => {
      await lockRound(tx, id);
      const waits = transaction((other) => shareRound(other, id));
      await waitingForLock();
      await moveDeadline(tx, id, 'need', day('2027-02-01'), day('2027-02-03'));
      return { waits };
    });
    expect((await waits)?.needLastDay).toEqual(day('2027-02-03'));
  });

  it('a save that waited while its writer was taken off the need is not taken', async () => {
    const id = await makeBehovsmelding(world, { title: 'Før' });
    const contributor = await askIn(world, id, 'write');
    const { waits } = await transaction(async (tx) => {
      await lockBehovsmelding(tx, id, NOW);
      const waits = saveBehovsmelding(change(id, { title: 'Etter' }, { title: 'Før' }), as('contributor'));
      await waitingForLock();
      await endContributor(tx, contributor, NOW);
      return { waits };
    });
    expect((await waits).kind).toBe('forbidden');
    expect((await models().behovsmelding.findUniqueOrThrow({ where: { id } })).title).toBe('Før');
  });
});

it('who waits too long for another’s change is asked to try again', async () => {
  const id = await makeBehovsmelding(world);
  const late = transaction(async (tx) => {
    await lockBehovsmelding(tx, id, NOW);
    const impatient = transaction(async (other) => {
      await sql`SET LOCAL lock_timeout = 50`.execute(other);
      await lockBehovsmelding(other, id, NOW);
    });
    await impatient;
  });
  const outcome = await late.then(
    () => null,
    (error: unknown) => outcomeOf(error),
  );
  expect(outcome).toEqual({ kind: 'refused', refusals: [{ code: 'busy' }] });
});
