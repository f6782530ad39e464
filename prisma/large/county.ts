import { calendarOf } from '../demo/messages';
import { asColumn, models } from '../models';

const REGIONS = 12;
const OWNERS = 60;
const UH = [
  ['Nord universitet', '970940243'],
  ['UiT Norges arktiske universitet', '970422528'],
  ['Universitetet i Innlandet', '918108467'],
] as const;

/** A round to fill: its owners, each with its region, the UH they name, and the caseworker who sees it. */
export interface Field {
  roundId: string;
  countyId: string;
  year: number;
  owners: { id: string; regionId: string; name: string }[];
  uhIds: string[];
  caseworkerId: string;
}

const padded = (index: number): string => String(index + 1).padStart(2, '0');
/** The address of the caseworker who sees the large round. */
export const caseworkerOf = (countyId: string): string => `saksbehandler@${countyId}.example.no`;

/** The rounds a county of this name already has; null when there is no such county. */
export async function roundsOf(countyId: string): Promise<number[] | null> {
  const county = await models().county.findUnique({
    where: { id: countyId },
    include: { rounds: { orderBy: { year: 'asc' } } },
  });
  return county === null ? null : county.rounds.map(({ year }) => year);
}

/** Makes the county with its owners, rules and caseworker the first time. */
async function makeCounty(countyId: string): Promise<void> {
  const name = `Fylket ${countyId}`;
  await models().county.create({
    data: {
      id: countyId,
      name,
      prefix: countyId.replaceAll('-', '').slice(0, 8).toUpperCase(),
      statsforvalterName: `Statsforvalteren i ${name}`,
    },
  });
  await models().region.createMany({
    data: Array.from({ length: REGIONS }, (_, index) => ({
      id: `${countyId}-region-${padded(index)}`,
      countyId,
      name: `Region ${padded(index)}`,
      isExample: true,
    })),
  });
  await models().organisation.createMany({
    data: Array.from({ length: OWNERS }, (_, index) => ({
      id: `${countyId}-eier-${padded(index)}`,
      countyId,
      name: `Kommune ${padded(index)}`,
      kind: 'kommune',
      isExample: true,
    })),
  });
  await models().regionMembership.createMany({
    data: Array.from({ length: OWNERS }, (_, index) => ({
      regionId: `${countyId}-region-${padded(index % REGIONS)}`,
      organisationId: `${countyId}-eier-${padded(index)}`,
      from: asColumn('2020-01-01'),
    })),
  });
  await models().samarbeidsforum.create({
    data: { id: `${countyId}-forum`, countyId, name: `Samarbeidsforum i ${name}`, programmes: ['DEKOMP'] },
  });
  await models().ruleSet.create({
    data: {
      id: `${countyId}-regler`,
      countyId,
      programme: 'DEKOMP',
      name: `Regler for ${name}`,
      validFrom: asColumn('2020-01-01'),
      isExample: true,
      legalBasis: 'Eksempel',
      egenandelPercent: 30,
      egenandelBase: 'total-grant',
      egenandelEnforcement: 'require',
      egenandelSource: 'Portalens standard',
      splitNetwork: 40,
      splitUh: 60,
      splitLevel: 'region',
      splitEnforcement: 'require',
      splitSource: 'Portalens standard',
      maxYearsSource: 'Portalens standard',
    },
  });
  await models().user.create({
    data: {
      id: `${countyId}-saksbehandler`,
      name: 'Lasse Testvik',
      email: caseworkerOf(countyId),
      isDemo: true,
      roles: { create: [{ role: 'caseworker', countyId, from: asColumn('2020-01-01') }] },
    },
  });
}

/** A new closed round to fill in a county: the last that has closed, or the year before the county's first. */
export async function makeField(countyId: string, now: Date): Promise<Field> {
  const rounds = await roundsOf(countyId);
  if (rounds === null) await makeCounty(countyId);
  const year = Math.min(calendarOf(now).openYear, ...(rounds ?? [])) - 1;
  const days = {
    need: `${String(year)}-02-01`,
    innstilling: `${String(year)}-03-15`,
    decision: `${String(year)}-04-30`,
    plan: `${String(year)}-08-31`,
    report: `${String(year + 1)}-02-01`,
  };
  const round = await models().round.create({
    data: {
      countyId,
      forumId: `${countyId}-forum`,
      programme: 'DEKOMP',
      year,
      ruleSetId: `${countyId}-regler`,
      budget: 1_500_000_000,
      state: 'closed',
      isExample: true,
      deadlines: { create: Object.entries(days).map(([kind, lastDay]) => ({ kind, lastDay: asColumn(lastDay) })) },
    },
  });
  const owners = await models().organisation.findMany({
    where: { countyId },
    include: { memberships: true },
    orderBy: { id: 'asc' },
  });
  const uhs = await Promise.all(
    UH.map(([name, orgnr]) =>
      models().organisation.upsert({ where: { orgnr }, update: {}, create: { name, orgnr, kind: 'university' } }),
    ),
  );
  return {
    roundId: round.id,
    countyId,
    year,
    uhIds: uhs.map(({ id }) => id),
    caseworkerId: `${countyId}-saksbehandler`,
    owners: owners.flatMap(({ id, name, memberships: [place] }) =>
      place === undefined ? [] : [{ id, name, regionId: place.regionId }],
    ),
  };
}
