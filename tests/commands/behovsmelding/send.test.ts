import { beforeAll, describe, expect, it } from 'vitest';
import { createBehovsmelding, withdrawBehovsmelding } from '#lib/commands/behovsmelding/write';
import { submitBehovsmelding } from '#lib/commands/behovsmelding/send';
import { models } from '#prisma/models';
import { askIn, LAST_SECOND, makeBehovsmelding, makeWorld, NOW, TOO_LATE, type World } from '#tests/support/world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const as = (who: keyof World['actors'], now = NOW) => ({ actor: world.actors[who], now });
const stateOf = async (id: string) => (await models().behovsmelding.findUniqueOrThrow({ where: { id } })).state;
const logOf = (id: string) => models().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });

describe('a new behovsmelding', () => {
  const create = (who: keyof World['actors'], now = NOW, ownerId = world.owner.id, roundId = world.roundId) =>
    createBehovsmelding({ ownerId, roundId }, as(who, now));

  it('is begun by the owner, in its region, and logged without what it says', async () => {
    const made = await create('skoleeier');
    if (made.kind !== 'done') throw new Error(made.kind);
    expect(await models().behovsmelding.findUniqueOrThrow({ where: { id: made.value.id } })).toMatchObject({
      ownerId: world.owner.id,
      regionId: world.regionId,
      state: 'draft',
      version: 1,
    });
    expect(await logOf(made.value.id)).toMatchObject([
      {
        action: 'behovsmelding.create',
        subjectType: 'behovsmelding',
        actorName: 'Kari Eier',
        details: { owner: 'Fauske' },
      },
    ]);
  });

  it('is begun by the coordinator for an owner who has delegated, and for no other', async () => {
    expect((await create('coordinator')).kind).toBe('done');
    expect((await create('coordinator', NOW, world.other.id)).kind).toBe('forbidden');
  });

  it.each(['otherOwner', 'uh', 'caseworker', 'approver', 'secretariat', 'auditor', 'stranger'] as const)(
    'is not for %s to begin',
    async (who) => {
      expect((await create(who)).kind).toBe('forbidden');
    },
  );

  it('is too late the second after the deadline', async () => {
    expect((await create('skoleeier', LAST_SECOND)).kind).toBe('done');
    expect(await create('skoleeier', TOO_LATE)).toEqual({
      kind: 'refused',
      refusals: [{ code: 'after-deadline', lastDay: '2027-02-01' }],
    });
  });

  it('is missing when there is no such owner or round', async () => {
    expect((await create('skoleeier', NOW, 'nobody')).kind).toBe('missing');
    expect((await create('skoleeier', NOW, world.owner.id, 'no-round')).kind).toBe('missing');
  });
});

describe('sending', () => {
  it('marks who sent it and when, and logs the sums', async () => {
    const id = await makeBehovsmelding(world);
    expect(await submitBehovsmelding({ id }, as('skoleeier', LAST_SECOND))).toEqual({ kind: 'done', value: { id } });
    expect(await models().behovsmelding.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'submitted',
      submittedById: world.actors.skoleeier.userId,
      submittedAt: LAST_SECOND,
      version: 2,
    });
    expect(await logOf(id)).toMatchObject([
      {
        action: 'behovsmelding.submit',
        roundId: world.roundId,
        details: { title: 'Tidlig innsats', network: 200_000, uh: 300_000, egenandel: 150_000 },
      },
    ]);
  });

  it('is refused after the deadline, and then nothing has changed', async () => {
    const id = await makeBehovsmelding(world);
    expect((await submitBehovsmelding({ id }, as('skoleeier', TOO_LATE))).kind).toBe('refused');
    expect([await stateOf(id), await logOf(id)]).toEqual(['draft', []]);
  });

  it('is refused with the missing kroner when the egenandel is short, and logs nothing', async () => {
    const id = await makeBehovsmelding(world, { egenandel: 100_000 }); // 30 % of 500 000 = 150 000; 50 000 is missing
    expect(await submitBehovsmelding({ id }, as('skoleeier'))).toMatchObject({
      kind: 'refused',
      refusals: [
        { code: 'egenandel-short', required: 150_000, planned: 100_000, missing: 50_000, source: 'Prøvekilde' },
      ],
    });
    expect([await stateOf(id), await logOf(id)]).toEqual(['draft', []]);
  });

  it('is refused while an egenandel is not given, and told of the cell that is not filled', async () => {
    const unknown = await submitBehovsmelding(
      { id: await makeBehovsmelding(world, { egenandel: null }) },
      as('skoleeier'),
    );
    expect(unknown).toMatchObject({ kind: 'refused', refusals: [{ code: 'egenandel-unknown' }] });
    const empty = await submitBehovsmelding({ id: await makeBehovsmelding(world, { uh: null }) }, as('skoleeier'));
    expect(empty).toEqual({ kind: 'invalid', errors: { [`lines.uh_${world.uh.id}_2027`]: 'required' } });
  });

  it('names the fields of an empty draft', async () => {
    const made = await createBehovsmelding({ ownerId: world.owner.id, roundId: world.roundId }, as('skoleeier'));
    if (made.kind !== 'done') throw new Error(made.kind);
    const sent = await submitBehovsmelding(made.value, as('skoleeier'));
    if (sent.kind !== 'invalid') throw new Error(sent.kind);
    expect(sent.errors).toMatchObject({
      title: 'required',
      targetGroups: 'too-few',
      uhUnsettledReason: 'required',
      contactEmail: 'required',
    });
  });

  it('is done once when it is asked for twice at once', async () => {
    const id = await makeBehovsmelding(world);
    const both = await Promise.all([
      submitBehovsmelding({ id }, as('skoleeier')),
      submitBehovsmelding({ id }, as('coordinator')),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'forbidden']);
    expect(await logOf(id)).toHaveLength(1);
  });

  it.each(['otherOwner', 'uh', 'caseworker', 'approver', 'auditor', 'stranger'] as const)(
    'is not for %s',
    async (who) => {
      const id = await makeBehovsmelding(world);
      expect((await submitBehovsmelding({ id }, as(who))).kind).toBe('forbidden');
      expect(await stateOf(id)).toBe('draft');
    },
  );

  it('is for the owner’s leader, and not for who only writes for the owner or is asked to write', async () => {
    const id = await makeBehovsmelding(world);
    await askIn(world, id, 'write');
    for (const who of ['writer', 'contributor'] as const)
      expect(await submitBehovsmelding({ id }, as(who))).toEqual({ kind: 'forbidden' });
    expect((await submitBehovsmelding({ id }, as('leader'))).kind).toBe('done');
    for (const who of ['writer', 'contributor'] as const)
      expect(await withdrawBehovsmelding({ id }, as(who))).toEqual({ kind: 'forbidden' });
    expect((await withdrawBehovsmelding({ id }, as('leader'))).kind).toBe('done');
  });

  it('is for the coordinator of an owner who has delegated', async () => {
    expect((await submitBehovsmelding({ id: await makeBehovsmelding(world) }, as('coordinator'))).kind).toBe('done');
    expect(
      (
        await submitBehovsmelding(
          { id: await makeBehovsmelding(world, { ownerId: world.other.id }) },
          as('coordinator'),
        )
      ).kind,
    ).toBe('forbidden');
  });

  it.each([
    {},
    { id: 5 },
    { id: ['a'] },
    { id: "x'; drop" },
    { id: 'a\u0000' },
    { id: 'x', version: 'seven' },
    null,
    'need',
  ])('of %j is malformed', async (input) => {
    expect((await submitBehovsmelding(input, as('skoleeier'))).kind).toBe('invalid');
  });
});
