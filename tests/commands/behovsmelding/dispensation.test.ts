import { beforeAll, describe, expect, it } from 'vitest';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { askForDispensation } from '#lib/commands/behovsmelding/county';
import { decideEgenandelDispensation, decideSplitDispensation } from '#lib/commands/behovsmelding/county';
import { models } from '#prisma/models';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });
const short = () => makeBehovsmelding(world, { egenandel: 100_000 }); // 30 % of 500 000 = 150 000

async function asked(): Promise<{ needId: string; id: string }> {
  const needId = await short();
  await askForDispensation({ id: needId, reason: 'Liten kommune.' }, as('skoleeier'));
  return { needId, id: (await models().dispensation.findFirstOrThrow({ where: { behovsmeldingId: needId } })).id };
}

describe('asking for a dispensation from the egenandel', () => {
  it('stands on the record with its reason, and is logged', async () => {
    const { needId, id } = await asked();
    expect(await models().dispensation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      rule: 'egenandel',
      state: 'asked',
      reason: 'Liten kommune.',
      askedById: world.actors.skoleeier.userId,
    });
    expect(await models().auditEntry.findMany({ where: { subjectId: needId } })).toMatchObject([
      { action: 'dispensation.ask', details: { reason: 'Liten kommune.', egenandel: 100_000 } },
    ]);
  });

  it('takes a reason', async () => {
    expect(await askForDispensation({ id: await short(), reason: ' ' }, as('skoleeier'))).toEqual({
      kind: 'invalid',
      errors: { reason: 'required' },
    });
  });

  it('is done once at a time, also when two ask at once', async () => {
    const id = await short();
    const both = await Promise.all([
      askForDispensation({ id, reason: 'A' }, as('skoleeier')),
      askForDispensation({ id, reason: 'B' }, as('coordinator')),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  });

  it('is not needed when the egenandel is enough', async () => {
    expect(await askForDispensation({ id: await makeBehovsmelding(world), reason: 'A' }, as('skoleeier'))).toEqual({
      kind: 'refused',
      refusals: [{ code: 'dispensation-not-needed' }],
    });
  });

  it.each(['otherOwner', 'uh', 'caseworker', 'stranger'] as const)('is not for %s', async (who) => {
    expect((await askForDispensation({ id: await short(), reason: 'A' }, as(who))).kind).toBe('forbidden');
  });
});

describe('answering it', () => {
  it.each(['caseworker', 'approver'] as const)(
    'is for the %s, and a granted one lets the need be sent',
    async (who) => {
      const { needId, id } = await asked();
      expect((await submitBehovsmelding({ id: needId }, as('skoleeier'))).kind).toBe('refused');
      expect((await decideEgenandelDispensation({ id, state: 'granted', reason: 'Få elever.' }, as(who))).kind).toBe(
        'done',
      );
      expect(await models().dispensation.findUniqueOrThrow({ where: { id } })).toMatchObject({
        state: 'granted',
        decisionReason: 'Få elever.',
        decidedById: world.actors[who].userId,
      });
      expect(await models().auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
        {
          action: 'dispensation.decide',
          subjectType: 'dispensation',
          details: { granted: true, reason: 'Få elever.' },
        },
      ]);
      expect((await submitBehovsmelding({ id: needId }, as('skoleeier'))).kind).toBe('done');
    },
  );

  it('does not let the need be sent when it is refused, and may then be asked for again', async () => {
    const { needId, id } = await asked();
    await decideEgenandelDispensation({ id, state: 'refused', reason: 'Ikke grunn nok.' }, as('caseworker'));
    expect((await submitBehovsmelding({ id: needId }, as('skoleeier'))).kind).toBe('refused');
    expect((await askForDispensation({ id: needId, reason: 'Nye tall.' }, as('skoleeier'))).kind).toBe('done');
  });

  it('takes a reason and one of two answers', async () => {
    const { id } = await asked();
    expect(await decideEgenandelDispensation({ id, state: 'asked', reason: '' }, as('caseworker'))).toEqual({
      kind: 'invalid',
      errors: { state: 'not-in-list', reason: 'required' },
    });
  });

  it.each(['skoleeier', 'coordinator', 'otherOwner', 'uh', 'auditor', 'stranger'] as const)(
    'is not for %s',
    async (who) => {
      expect(
        (await decideEgenandelDispensation({ id: (await asked()).id, state: 'granted', reason: 'A' }, as(who))).kind,
      ).toBe('forbidden');
    },
  );

  it('is never by the one who asked, in whatever role', async () => {
    const { id } = await asked();
    const both = { ...world.actors.caseworker, userId: world.actors.skoleeier.userId };
    expect(
      (await decideEgenandelDispensation({ id, state: 'granted', reason: 'A' }, { actor: both, now: NOW })).kind,
    ).toBe('forbidden');
  });

  it('is done once when two answer at once', async () => {
    const { id } = await asked();
    const answer = (who: 'caseworker' | 'approver', state: string) =>
      decideEgenandelDispensation({ id, state, reason: 'A' }, as(who));
    const both = await Promise.all([answer('caseworker', 'granted'), answer('approver', 'refused')]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'forbidden']);
  });
});

describe('a dispensation from 40/60', () => {
  const split = async () =>
    (
      await models().dispensation.create({
        data: {
          rule: 'split',
          roundId: world.roundId,
          regionId: null,
          state: 'asked',
          reason: 'A',
          askedById: world.actors.caseworker.userId,
        },
      })
    ).id;

  it('is answered by the approver, and not by way of the egenandel', async () => {
    const id = await split();
    expect((await decideSplitDispensation({ id, state: 'granted', reason: 'B' }, as('caseworker2'))).kind).toBe(
      'forbidden',
    );
    expect((await decideEgenandelDispensation({ id, state: 'granted', reason: 'B' }, as('caseworker2'))).kind).toBe(
      'missing',
    );
    expect((await decideSplitDispensation({ id, state: 'granted', reason: 'B' }, as('approver'))).kind).toBe('done');
  });

  it('does not answer one from the egenandel', async () => {
    expect(
      (await decideSplitDispensation({ id: (await asked()).id, state: 'granted', reason: 'B' }, as('approver'))).kind,
    ).toBe('missing');
  });
});
