import { org } from './organisations';
import type { DemoRows } from './rows';
import { institution, leadOf, type Printed } from './troms-source';

type Half = DemoRows['reportHalf'][number];

// The report says in words what was used: tiltak 2 nothing of the owner's 53 000 kr, 16 720 000 kr, 19 about 750 000 kr by the UH.
const OWNER_SPENT: Readonly<Record<number, Partial<Half>>> = {
  2: {
    spent: 0,
    carryOverAsked: 53_000,
    carryReason: 'Hele beløpet er overført til 2022. Tiltaket starter tidligst høsten 2022.',
  },
  16: { spent: 720_000 },
};
const UH_SPENT: Readonly<Record<number, Partial<Half>>> = { 19: { spent: 750_000, spentIsEstimate: true } };

/** The halves filed for one tiltak: the owner's (or whoever leads), and one for each UH with a line. */
export function halves(reportId: string, tiltak: Printed, poolId: string | null): Half[] {
  const owner: Half = {
    id: `${reportId}-eier`,
    reportId,
    side: 'owner',
    organisationId: org(leadOf(tiltak.lead)),
    state: 'filed',
    status: tiltak.status,
    participants: tiltak.participants ?? '',
    egenandel: tiltak.egenandel,
    egenandelPoolId: poolId,
    coordinatorFunds: tiltak.coordinatorFunds,
    samiDegree: tiltak.sami,
    samiPrinted: tiltak.samiPrinted,
    ...OWNER_SPENT[tiltak.no],
  };
  const uh = tiltak.uhLines.map((line, index): Half => ({
    id: `${reportId}-uh-${String(index + 1)}`,
    reportId,
    side: 'uh',
    organisationId: org(institution(line.institution)),
    state: 'filed',
    ...UH_SPENT[tiltak.no],
  }));
  return [owner, ...uh];
}
