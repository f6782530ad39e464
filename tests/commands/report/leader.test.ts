import { expect, it } from 'vitest';
import { fileOwnerHalf } from '#lib/commands/report';
import { saveReport } from '#lib/commands/report';
import { makeReport, OWNER_HALF } from '#tests/support/report';
import { change } from '#tests/support/saving';
import { askIn, makeWorld, NOW, type World } from '#tests/support/world';

it('the owner’s half is filed by the owner’s leader; who writes for the owner may save it, and whoever is asked to one behovsmelding may neither', async () => {
  const world = await makeWorld();
  const by = (actor: keyof World['actors']) => ({ actor: world.actors[actor], now: NOW });
  const made = await makeReport(world);
  await askIn(world, made.needId, 'write');
  expect(await saveReport(change(made.owner, { goals: 'Et mål' }), by('writer'))).toMatchObject({ kind: 'done' });
  for (const actor of ['writer', 'contributor'] as const)
    expect(await fileOwnerHalf({ id: made.owner, version: 2, ...OWNER_HALF }, by(actor))).toEqual({
      kind: 'forbidden',
    });
  expect(await saveReport(change(made.owner, { goals: 'Et mål' }), by('contributor'))).toEqual({ kind: 'forbidden' });
  expect(await fileOwnerHalf({ id: made.owner, version: 2, ...OWNER_HALF }, by('leader'))).toMatchObject({
    kind: 'done',
  });
});
