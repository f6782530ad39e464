import { beforeAll, describe, expect, it } from 'vitest';
import { createBehovsmelding } from '#lib/commands/behovsmelding/write';
import { db } from '#lib/db/client';
import { writeBehovsmelding } from '#lib/queries/behovsmelding/behovsmelding';
import { newBehovsmelding } from '#lib/queries/behovsmelding/list';
import { makeBehovsmelding, makeWorld, NOW, type World } from '#tests/support/world';

let world: World;
let granted: { needId: string; tiltakId: string };
beforeAll(async () => {
  world = await makeWorld();
  const needId = await makeBehovsmelding(world, { state: 'granted', title: 'Vurdering' });
  const tiltak = await db().tiltak.create({
    data: {
      reference: 'PF-2027-0001',
      countyId: world.countyId,
      year: 2027,
      number: 1,
      roundId: world.roundId,
      behovsmeldingId: needId,
      title: 'Vurdering',
      leadId: world.owner.id,
      leadName: 'Fauske',
    },
  });
  await db().tildeling.create({
    data: {
      roundId: world.roundId,
      behovsmeldingId: needId,
      tiltakId: tiltak.id,
      lines: {
        create: [
          { side: 'network', receiverId: world.owner.id, budgetYear: 2027, amount: 100_000 },
          { side: 'uh', receiverId: world.uh.id, budgetYear: 2028, amount: 150_000 },
        ],
      },
    },
  });
  await db().tildeling.updateMany({
    data: { state: 'approved', proposedById: 'a', approvedById: 'b', approvedAt: NOW },
  });
  granted = { needId, tiltakId: tiltak.id };
});

const as = (who: keyof World['actors']) => ({ actor: world.actors[who], now: NOW });
const begin = (who: keyof World['actors'], change: object) =>
  createBehovsmelding({ ownerId: world.owner.id, roundId: world.roundId, ...change }, as(who));
const readNew = async (outcome: Awaited<ReturnType<typeof begin>>) => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return db().behovsmelding.findUniqueOrThrow({
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
    expect(await db().auditEntry.findMany({ where: { subjectId: made.id } })).toMatchObject([
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
    const tiltak = await db().tiltak.create({
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
    const { id: fromTiltakId } = await db().tiltak.create({
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
      db().annualReport.create({
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
      db().delegation.create({
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

describe('what stands beside the new one', () => {
  it('is what is granted already, and how the last year went: 100 000 kr less 70 000 kr spent is 30 000 kr unspent', async () => {
    const made = await readNew(await begin('skoleeier', { fromId: granted.needId, take: ['title'] }));
    const report = await db().annualReport.create({
      data: {
        tiltakId: granted.tiltakId,
        year: 2027,
        dueOn: new Date('2028-02-01'),
        halves: {
          create: [
            {
              side: 'owner',
              organisationId: world.owner.id,
              state: 'filed',
              status: 'delayed',
              goalAttainment: 'Halvvegs.',
              languages: { goalAttainment: 'nn' },
              spent: 70_000,
              carryOverAsked: 30_000,
            },
          ],
        },
      },
    });
    const beside = await writeBehovsmelding({ id: made.id }, as('skoleeier'));
    expect(beside?.earlier).toEqual({
      need: { id: granted.needId, title: 'Vurdering' },
      tiltak: {
        reference: 'PF-2027-0001',
        title: 'Vurdering',
        granted: [
          { year: 2027, amount: 100_000 },
          { year: 2028, amount: 150_000 },
        ],
        reportId: report.id,
      },
      report: {
        id: report.id,
        year: 2027,
        isFiled: true,
        status: 'delayed',
        goalAttainment: 'Halvvegs.',
        goalAttainmentIn: 'nn',
        granted: 100_000,
        spent: 70_000,
        unspent: 30_000,
        carryOver: 30_000,
      },
    });
    const empty = await readNew(await begin('skoleeier', {}));
    expect((await writeBehovsmelding({ id: empty.id }, as('skoleeier')))?.earlier).toBeNull();
  });
});

describe('what may be begun from', () => {
  it('is one’s own needs that are sent, and tiltak, with how far the money goes; another owner sees none of it', async () => {
    const own = await newBehovsmelding({}, as('skoleeier'));
    expect(own?.earlier.find(({ needId }) => needId === granted.needId)).toMatchObject({
      title: 'Vurdering',
      tiltakId: granted.tiltakId,
      grantedUntil: 2028,
    });
    expect(
      (await newBehovsmelding({}, as('otherOwner')))?.earlier.some(({ needId }) => needId === granted.needId),
    ).toBe(false);
    expect((await newBehovsmelding({ fra: granted.needId }, as('otherOwner')))?.begin).toBeNull();
    expect((await newBehovsmelding({ fra: granted.needId }, as('coordinator')))?.begin?.source).toMatchObject({
      title: 'Vurdering',
    });
  });

  it('takes any address a reader may write', async () => {
    for (const fra of ['x', '', 'a b', ['a', 'b']])
      expect((await newBehovsmelding({ fra }, as('skoleeier')))?.begin).toBeNull();
  });
});
