import { REQUIRED_TEXTS } from '#lib/domain/behovsmelding/form';
import { restate } from '#lib/db/behovsmelding/status';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { makeActors, type Actors } from './actors';

/** A small county with one of each: what command and database tests act in. The skoleeier writes and approves. */
export interface World {
  countyId: string;
  regionId: string;
  forumId: string;
  ruleSetId: string;
  roundId: string;
  owner: { id: string; orgnr: string };
  other: { id: string; orgnr: string };
  uh: { id: string; orgnr: string };
  otherUh: { id: string; orgnr: string };
  actors: Actors;
}

/** One second before the end of the last day for needs in the world's round, and the first instant too late. */
export const LAST_SECOND = new Date('2027-02-01T22:59:59.000Z');
export const TOO_LATE = new Date('2027-02-01T23:00:00.000Z');
export const NOW = new Date('2027-01-15T10:00:00.000Z');

/** Makes the county in an empty database: budget 1 000 000 kr, 30 % of the total grant and 40/60 per region, both required. */
export async function makeWorld(
  rules: Partial<{ egenandelEnforcement: string; splitEnforcement: string; splitLevel: string; budget: number }> = {},
): Promise<World> {
  const countyId = 'provefylke';
  await models().county.create({
    data: { id: countyId, name: 'Prøvefylke', prefix: 'PF', statsforvalterName: 'Statsforvalteren i Prøvefylke' },
  });
  const organisation = (name: string, kind: string, orgnr: string) =>
    models().organisation.create({ data: { name, kind, orgnr, countyId } });
  const [owner, other, uh, otherUh] = [
    await organisation('Fauske', 'kommune', '972418021'),
    await organisation('Bodø', 'kommune', '972418013'),
    await organisation('Nord universitet', 'university', '970940243'),
    await organisation('UiT Norges arktiske universitet', 'university', '970422528'),
  ];
  const region = await models().region.create({
    data: {
      countyId,
      name: 'RKK Salten',
      memberships: { create: [owner, other].map(({ id }) => ({ organisationId: id, from: new Date('2020-01-01') })) },
    },
  });
  await models().delegation.create({
    data: { organisationId: owner.id, regionId: region.id, from: new Date('2026-01-01') },
  });
  const forum = await models().samarbeidsforum.create({
    data: { countyId, name: 'Samarbeidsforum', programmes: ['DEKOMP'] },
  });
  const ruleSet = await models().ruleSet.create({
    data: {
      countyId,
      programme: 'DEKOMP',
      name: 'Prøveregler',
      validFrom: new Date('2026-01-01'),
      legalBasis: 'Prøve',
      egenandelPercent: 30,
      egenandelBase: 'total-grant',
      egenandelEnforcement: rules.egenandelEnforcement ?? 'require',
      egenandelSource: 'Prøvekilde',
      splitNetwork: 40,
      splitUh: 60,
      splitLevel: rules.splitLevel ?? 'region',
      splitEnforcement: rules.splitEnforcement ?? 'require',
      splitSource: 'Prøvekilde',
      maxYearsSource: 'Prøvekilde',
    },
  });
  const days = {
    need: '2027-02-01',
    innstilling: '2027-03-15',
    decision: '2027-04-30',
    plan: '2027-08-15',
    report: '2028-02-01',
  };
  const round = await models().round.create({
    data: {
      countyId,
      forumId: forum.id,
      programme: 'DEKOMP',
      year: 2027,
      ruleSetId: ruleSet.id,
      budget: rules.budget ?? 1_000_000,
      deadlines: { create: Object.entries(days).map(([kind, lastDay]) => ({ kind, lastDay: new Date(lastDay) })) },
    },
  });
  const actors = await makeActors({
    countyId,
    regionId: region.id,
    forumId: forum.id,
    ownerId: owner.id,
    otherId: other.id,
    uhId: uh.id,
    otherUhId: otherUh.id,
  });
  const both = (o: { id: string; orgnr: string | null }) => ({ id: o.id, orgnr: o.orgnr ?? '' });
  return {
    countyId,
    regionId: region.id,
    forumId: forum.id,
    ruleSetId: ruleSet.id,
    roundId: round.id,
    owner: both(owner),
    other: both(other),
    uh: both(uh),
    otherUh: both(otherUh),
    actors,
  };
}

/** Asks the world's contributor to comment on a need, or to write in it. */
export async function askIn(world: World, behovsmeldingId: string, may: 'comment' | 'write'): Promise<string> {
  const {
    actors: { contributor, skoleeier },
  } = world;
  const row = await models().contributor.create({
    data: {
      behovsmeldingId,
      userId: contributor.userId,
      may,
      unit: 'Vestmyra skole',
      invitedById: skoleeier.userId,
      invitedAt: NOW,
    },
  });
  return row.id;
}

/**
 * A filled-in need in the world's round, shared with the UH it names: 200 000 kr to the network and 300 000 kr to the
 * UH in 2027, egenandel 150 000 kr.
 */
export async function makeBehovsmelding(
  world: World,
  change: Partial<{
    state: string;
    title: string;
    network: number | null;
    uh: number | null;
    egenandel: number | null;
    regionId: string | null;
    ownerId: string;
    shared: boolean;
  }> = {},
): Promise<string> {
  const state = change.state ?? 'draft';
  const ownerId = change.ownerId ?? world.owner.id;
  const sent = state === 'draft' ? {} : { submittedById: world.actors.skoleeier.userId, submittedAt: NOW };
  const need = await models().behovsmelding.create({
    data: {
      roundId: world.roundId,
      ownerId,
      regionId: change.regionId === undefined ? world.regionId : change.regionId,
      state: state === 'returned' ? 'submitted' : state,
      ...sent,
      title: change.title ?? 'Tidlig innsats',
      years: 1,
      periodStart: new Date('2027-08-01'),
      periodEnd: new Date('2028-06-30'),
      publicUnits: 5,
      privateUnits: 0,
      ...Object.fromEntries(REQUIRED_TEXTS.map((name) => [name, 'Skrevet.'])),
      participants: 'Fem skoler',
      targetGroups: ['laerere'],
      sectorGoals: ['tidlig-hjelp'],
      need: 'Elevene strever med lesing.',
      evidenceKinds: ['stastedsanalyse'],
      evidence: 'Ståstedsanalysen 2026.',
      goals: 'Flere leser godt.',
      measureDescription: 'Nettverk i hele personalet.',
      staffInvolvement: 'Drøftet med tillitsvalgte.',
      samiPerspective: 'Lulesamiske tekster brukes.',
      contactName: 'Kari Eier',
      contactRole: 'Rådgiver',
      contactEmail: 'kari@example.no',
      contactPhone: '75000000',
      collective: true,
      createdById: world.actors.skoleeier.userId,
      uh: {
        create: [
          {
            organisationId: world.uh.id,
            contact: 'Unn UH',
            ...((change.shared ?? true) && { sharedAt: NOW, sharedById: world.actors.skoleeier.userId }),
          },
        ],
      },
      lines: {
        create: [
          {
            side: 'network',
            receiverId: ownerId,
            budgetYear: 2027,
            amount: change.network === undefined ? 200_000 : change.network,
          },
          {
            side: 'uh',
            receiverId: world.uh.id,
            budgetYear: 2027,
            amount: change.uh === undefined ? 300_000 : change.uh,
          },
        ],
      },
      egenandelLines: {
        create: [
          {
            position: 1,
            budgetYear: 2027,
            kind: 'lonn',
            amount: change.egenandel === undefined ? 150_000 : change.egenandel,
          },
        ],
      },
    },
  });
  if (state === 'returned') await models().behovsmelding.update({ where: { id: need.id }, data: { state } });
  await restate(db(), [need.id]);
  return need.id;
}
