import { expect } from 'vitest';
import { fileOwnerHalf, fileUhHalf } from '#lib/commands/report';
import { db } from '#lib/db/client';
import { models } from '#prisma/models';
import { openReport } from '#lib/db/report/save';
import { makeBehovsmelding, NOW, type World } from '#tests/support/world';
import { day } from './day';

export interface MadeReport {
  id: string;
  tiltakId: string;
  needId: string;
  owner: string;
  uh: string;
}
/** Kroner to the network and the UH in one budget year. */
interface Year {
  year: number;
  network: number;
  uh: number;
}
let made = 0;

/**
 * An approved tiltak with its first report open: 200 000 kr to the owner and 300 000 kr to the UH in 2027, egenandel
 * 150 000 kr planned.
 */
export async function makeReport(
  world: World,
  years: readonly Year[] = [{ year: 2027, network: 200_000, uh: 300_000 }],
  change: Parameters<typeof makeBehovsmelding>[1] = {},
): Promise<MadeReport> {
  made += 1;
  const needId = await makeBehovsmelding(world, { state: 'granted', ...change });
  const tiltak = await models().tiltak.create({
    data: {
      reference: `PF-2027-${made}`,
      countyId: world.countyId,
      year: 2027,
      number: made,
      roundId: world.roundId,
      behovsmeldingId: needId,
      title: 'Tidlig innsats',
      leadId: world.owner.id,
      leadName: 'Fauske',
      regionId: world.regionId,
    },
  });
  const lines = years.flatMap(({ year, network, uh }) => [
    { side: 'network', receiverId: world.owner.id, budgetYear: year, amount: network },
    { side: 'uh', receiverId: world.uh.id, budgetYear: year, amount: uh },
  ]);
  const tildeling = await models().tildeling.create({
    data: {
      roundId: world.roundId,
      behovsmeldingId: needId,
      tiltakId: tiltak.id,
      state: 'proposed',
      proposedById: world.actors.caseworker.userId,
      lines: { create: lines },
    },
  });
  await models().tildeling.update({
    where: { id: tildeling.id },
    data: { state: 'approved', approvedById: world.actors.approver.userId },
  });
  await models().round.update({ where: { id: world.roundId }, data: { state: 'approved' } });
  await openReport(db(), {
    tiltakId: tiltak.id,
    year: 2027,
    dueOn: day('2028-02-01'),
    ownerId: world.owner.id,
    uhIds: [world.uh.id],
  });
  return { tiltakId: tiltak.id, needId, ...(await halvesOf(tiltak.id, 2027)) };
}

/** The report of a tiltak for a year, and its halves, by id. */
export async function halvesOf(tiltakId: string, year: number): Promise<{ id: string; owner: string; uh: string }> {
  const report = await models().annualReport.findUniqueOrThrow({
    where: { tiltakId_year: { tiltakId, year } },
    include: { halves: true },
  });
  const half = (side: string) => report.halves.find((one) => one.side === side)?.id ?? '';
  return { id: report.id, owner: half('owner'), uh: half('uh') };
}

/** All that an owner must fill in, with the egenandel in full. */
export const OWNER_HALF = {
  status: 'ongoing',
  goals: 'Flere leser godt.',
  goalAttainment: 'Halvveis.',
  spent: '150 000',
  carryOverAsked: '50000',
  carryReason: 'Kurset er i mars.',
  egenandel: '150 000,-',
  egenandelUsedFor: 'Lønn til koordinator.',
  anchoring: 'Drøftet i alle skolene.',
  samiDegree: 'noen',
  uhCooperation: 'Planlagt sammen.',
};
/** All that a UH must fill in. */
export const UH_HALF = { spent: '300000', uhUseOfExperience: 'Brukt i lærerutdanningen.' };

/** Files both halves, as the owner and the UH; the versions are 2 afterwards. */
export async function fileBoth(
  { actors }: World,
  made: MadeReport,
  owner: object = OWNER_HALF,
  uh: object = UH_HALF,
): Promise<void> {
  const filed = [
    await fileOwnerHalf({ id: made.owner, version: 1, ...owner }, { actor: actors.skoleeier, now: NOW }),
    await fileUhHalf({ id: made.uh, version: 1, ...uh }, { actor: actors.uh, now: NOW }),
  ];
  expect(filed).toMatchObject([{ kind: 'done' }, { kind: 'done' }]);
}
