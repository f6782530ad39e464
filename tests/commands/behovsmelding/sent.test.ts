import { beforeAll, describe, expect, it } from 'vitest';
import { confirmBehovsmelding } from '#lib/commands/behovsmelding/partners';
import { reopenBehovsmelding, withdrawBehovsmelding } from '#lib/commands/behovsmelding/write';
import { returnBehovsmelding } from '#lib/commands/behovsmelding/county';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { LAST_SECOND, makeBehovsmelding, makeWorld, NOW, TOO_LATE, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const stateOf = async (id: string) => (await models().behovsmelding.findUniqueOrThrow({ where: { id } })).state;
const logOf = (id: string) => models().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });

describe('what comes after sending', () => {
  it('is returned by the caseworker with a comment, and may be sent again after the deadline', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted' });
    expect(await returnBehovsmelding({ id, comment: ' ' }, as('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { comment: 'required' },
    });
    expect((await returnBehovsmelding({ id, comment: 'Skriv mer om målet.' }, as('skoleeier'))).kind).toBe('forbidden');
    expect((await returnBehovsmelding({ id, comment: 'Skriv mer om målet.' }, as('caseworker'))).kind).toBe('done');
    expect(await models().behovsmelding.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'returned',
      returnComment: 'Skriv mer om målet.',
    });
    expect((await submitBehovsmelding({ id }, as('skoleeier', TOO_LATE))).kind).toBe('done');
    expect((await logOf(id)).map(({ action }) => action)).toEqual(['behovsmelding.return', 'behovsmelding.submit']);
  });

  it('is not for the caseworker to return while it is a draft', async () => {
    expect(
      (await returnBehovsmelding({ id: await makeBehovsmelding(world), comment: 'Nei.' }, as('caseworker'))).kind,
    ).toBe('forbidden');
  });

  it('is withdrawn by its owner, once', async () => {
    const id = await makeBehovsmelding(world, { state: 'submitted' });
    expect((await withdrawBehovsmelding({ id }, as('caseworker'))).kind).toBe('forbidden');
    expect((await withdrawBehovsmelding({ id }, as('skoleeier'))).kind).toBe('done');
    expect((await withdrawBehovsmelding({ id }, as('skoleeier'))).kind).toBe('forbidden');
    expect(await stateOf(id)).toBe('withdrawn');
  });

  it('may be taken up again by its owner as a draft while there is time, and only then', async () => {
    const id = await makeBehovsmelding(world, { state: 'withdrawn' });
    for (const who of ['otherOwner', 'uh', 'caseworker', 'stranger'] as const)
      expect((await reopenBehovsmelding({ id }, as(who))).kind).toBe('forbidden');
    expect(await reopenBehovsmelding({ id }, as('skoleeier', TOO_LATE))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'after-deadline', lastDay: '2027-02-01' }],
    });
    expect(await stateOf(id)).toBe('withdrawn');
    expect((await reopenBehovsmelding({ id }, as('skoleeier', LAST_SECOND))).kind).toBe('done');
    expect(await models().behovsmelding.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'draft',
      submittedAt: null,
      submittedById: null,
    });
    expect((await logOf(id)).map(({ action }) => action)).toEqual(['behovsmelding.reopen']);
    expect((await reopenBehovsmelding({ id }, as('skoleeier'))).kind).toBe('forbidden');
  });

  it('frees the money that was set aside when it is withdrawn', async () => {
    const id = await makeBehovsmelding(world, { state: 'recommended' });
    const tildeling = await models().tildeling.create({
      data: {
        roundId: world.roundId,
        behovsmeldingId: id,
        lines: { create: [{ side: 'network', receiverId: world.owner.id, budgetYear: 2027, amount: 1000 }] },
      },
    });
    expect((await withdrawBehovsmelding({ id }, as('skoleeier'))).kind).toBe('done');
    expect((await models().tildeling.findUniqueOrThrow({ where: { id: tildeling.id } })).inForce).toBe(false);
  });

  it('is confirmed by the UH it names, and by no other', async () => {
    const id = await makeBehovsmelding(world);
    expect((await confirmBehovsmelding({ id, contact: 'Unn Olsen' }, as('otherUh'))).kind).toBe('forbidden');
    expect((await confirmBehovsmelding({ id, contact: 'Unn Olsen' }, as('uh'))).kind).toBe('done');
    expect(await models().behovsmeldingUh.findFirstOrThrow({ where: { behovsmeldingId: id } })).toMatchObject({
      contact: 'Unn Olsen',
      confirmedAt: NOW,
      confirmedById: world.actors.uh.userId,
    });
  });
});
