import type { HalfSide } from '#lib/domain/report/form';
import type { Half, Report } from '#lib/domain/report/report';
import { RULES } from '#tests/support/behovsmelding-core';
import { day } from './day';

/** A half as the core sees it: filed in full for 2027, 150 000 kr used and egenandel 150 000 kr. */
export function half(side: HalfSide, change: Partial<Half> = {}): Half {
  return {
    id: side,
    year: 2027,
    side,
    organisationId: side,
    organisationName: side,
    language: 'nb',
    state: 'filed',
    egenandelPoolId: null,
    samiPrinted: null,
    returnComment: '',
    filedAt: null,
    decidedAt: null,
    version: 3,
    status: 'ongoing',
    statusReason: '',
    goals: 'Flere leser godt.',
    goalAttainment: 'Halvveis.',
    participants: '',
    spent: 150_000,
    spentIsEstimate: false,
    carryOverAsked: null,
    carryReason: '',
    egenandel: side === 'owner' ? 150_000 : null,
    egenandelUsedFor: 'Lønn.',
    coordinatorFunds: null,
    anchoring: 'Drøftet.',
    samiDegree: 'noen',
    samiText: '',
    uhCooperation: 'Planlagt sammen.',
    uhUseOfExperience: 'Brukt i lærerutdanningen.',
    coherence: '',
    comment: '',
    languages: {},
    ...change,
  };
}

/** A report as the core sees it: 200 000 kr to the owner and 300 000 kr to the UH in 2027, nothing later. */
export function report(change: Partial<Report> = {}): Report {
  return {
    id: 'report',
    tiltakId: 'tiltak',
    year: 2027,
    dueOn: day('2028-02-01'),
    reference: 'PF-2027-0001',
    title: 'Tidlig innsats',
    roundId: 'round',
    roundState: 'reporting',
    programme: 'DEKOMP',
    countyId: 'provefylke',
    countyName: 'Prøvefylke',
    forumId: 'forum',
    ownerName: 'Fauske',
    regionName: null,
    participants: '',
    dispensation: false,
    ownerIds: ['owner'],
    delegatedRegionIds: ['salten'],
    uhIds: ['uh'],
    halves: [half('owner'), half('uh')],
    earlier: [],
    lines: [
      { side: 'network', receiverId: 'owner', receiverName: 'Fauske', budgetYear: 2027, amount: 200_000 },
      { side: 'uh', receiverId: 'uh', receiverName: 'Nord', budgetYear: 2027, amount: 300_000 },
    ],
    rules: RULES,
    planned: [{ budgetYear: 2027, amount: 150_000 }],
    pool: null,
    plan: null,
    printed: [],
    ...change,
  };
}
