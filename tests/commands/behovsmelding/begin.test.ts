import { beforeAll, describe, expect, it } from 'vitest';
import { createBehovsmelding } from '#lib/commands/behovsmelding/write';
import { models } from '#prisma/models';
import { newBehovsmelding } from '#lib/queries/behovsmelding/list';
import { makeGranted } from '#tests/support/granted';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let granted: { needId: string; tiltakId: string };
beforeAll(async () => {
  world = await makeWorld();
  granted = await makeGranted(world);
});

const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });
const begin = (who: keyof World['actors'], change: object) =>
  createBehovsmelding({ ownerId: world.owner.id, roundId: world.roundId, ...change }, as(who));
const readNew = async (outcome: Awaited<ReturnType<typeof begin>>) => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return models().behovsmelding.findUniqueOrThrow({
    where: { id: outcome.value.id },
    include: { lines: true, uh: true, egenandelLines: true },
  });
};

describe('a behovsmelding begun from an earlier one', () => {
  it('has what was ticked, remembers where it is from, and says so in the log', async () => {
    const made = await readNew(await begin('skoleeier', { fromId: granted.needId, take: ['title', 'goals', 'uh'] }));
    expect(made).toMatchObject({
      title: 'Vurdering',
      goals: 'Flere leser godt.',
      need: '',
      startedFromId: granted.needId,
      startedFromTiltakId: null,
      state: 'draft',
      collective: false,
      lines: [],
      egenandelLines: [],
      uh: [{ organisationId: world.uh.id, confirmedAt: null }],
    });
    expect(await models().auditEntry.findMany({ where: { subjectId: made.id } })).toMatchObject([
      { action: 'behovsmelding.create', details: { owner: 'Fauske', from: granted.needId } },
    ]);
  });

  it('has the money when it is asked for, with sums that the database keeps', async () => {
    const made = await readNew(
      await begin('coordinator', { fromId: granted.needId, take: ['uh', 'amounts', 'egenandel'] }),
    );
    expect([made.askedNetwork, made.askedUh, made.plannedEgenandel]).toEqual([200_000n, 300_000n, 150_000n]);
  });

  it('is missing alike when the earlier one is another owner’s, not readable or not there', async () => {
    const others = await makeBehovsmelding(world, { ownerId: world.other.id, state: 'submitted' });
    for (const fromId of [others, 'no-such'])
      expect(await begin('skoleeier', { fromId, take: ['title'] })).toEqual({ kind: 'missing' });
    expect(await begin('skoleeier', { fromTiltakId: 'no-such' })).toEqual({ kind: 'missing' });
  });

  it('begins from a tiltak that has no need here', async () => {
    const tiltak = await models().tiltak.create({
      data: {
        reference: 'PF-2021-0002',
        countyId: world.countyId,
        year: 2021,
        number: 2,
        roundId: world.roundId,
        title: 'Lesing fra 2021',
        leadId: world.owner.id,
        leadName: 'Fauske',
        publicUnits: 3,
      },
    });
    expect(
      await readNew(await begin('skoleeier', { fromTiltakId: tiltak.id, take: ['title', 'participants'] })),
    ).toMatchObject({ title: 'Lesing fra 2021', publicUnits: 3, startedFromTiltakId: tiltak.id });
  });

  it('has of a tiltak’s report what was filed, for those who may read it, and nothing of one that is still written', async () => {
    const { other, countyId, roundId, regionId } = world;
    const { id: fromTiltakId } = await models().tiltak.create({
      data: {
        reference: 'PF-2021-0003',
        countyId,
        year: 2021,
        number: 3,
        roundId,
        title: 'Regning',
        leadId: other.id,
        leadName: 'Bodø',
      },
    });
    const report = (year: number, state: string) =>
      models().annualReport.create({
        data: {
          tiltakId: fromTiltakId,
          year,
          dueOn: new Date('2028-02-01'),
          halves: {
            create: {
              side: 'owner',
              organisationId: other.id,
              state,
              goals: `Mål ${String(year)}`,
              coherence: 'Sammenheng',
              samiText: 'Samisk',
            },
          },
        },
      });
    await report(2021, 'accepted');
    await report(2022, 'open');
    const delegate = (covers: string[], from: string, to: string | null) =>
      models().delegation.create({
        data: {
          organisationId: other.id,
          regionId,
          covers,
          from: new Date(from),
          to: to === null ? null : new Date(to),
        },
      });
    await delegate(['needs', 'reports'], '2027-01-01', '2027-01-10');
    await delegate(['needs'], '2027-01-10', null);
    const aims = async (who: 'otherOwner' | 'coordinator', now: Date) => {
      const made = await createBehovsmelding(
        { ownerId: other.id, roundId, fromTiltakId, take: ['goals', 'coherence', 'samiPerspective'] },
        { actor: world.actors[who], now },
      );
      const { goals, coherence, samiPerspective } = await readNew(made);
      return [goals, coherence, samiPerspective];
    };
    const written = ['Mål 2021', 'Sammenheng', 'Samisk'];
    expect([await aims('otherOwner', NOW), await aims('coordinator', new Date('2027-01-05T10:00:00Z'))]).toEqual([
      written,
      written,
    ]);
    expect(await aims('coordinator', NOW)).toEqual(['', '', '']);
    expect((await newBehovsmelding({ tiltak: fromTiltakId }, as('coordinator')))?.begin?.source.goals).toBe('');
  });

  it('asks for more or less of a tiltak that has money in the round’s year or later', async () => {
    expect(
      await readNew(
        await begin('skoleeier', { fromId: granted.needId, changeTiltakId: granted.tiltakId, take: ['title'] }),
      ),
    ).toMatchObject({ changeTiltakId: granted.tiltakId });
    expect(await begin('skoleeier', { changeTiltakId: 'no-such' })).toEqual({
      kind: 'invalid',
      errors: { changeTiltakId: 'not-in-list' },
    });
  });

  it.each([
    { take: 'alt' },
    { take: ['title', 'state'] },
    { fromId: ['a'] },
    { fromId: 'a b' },
    { take: Array(99).fill('title') },
  ])('of %j is malformed', async (change) => {
    expect((await begin('skoleeier', change)).kind).toBe('invalid');
  });
});
