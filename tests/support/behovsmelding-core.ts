import type { Behovsmelding } from '#lib/domain/behovsmelding/behovsmelding';
import { UNWRITTEN_TEXT } from '#lib/domain/behovsmelding/draft';
import { REQUIRED_TEXTS } from '#lib/domain/behovsmelding/form';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { DispensationState } from '#lib/domain/states';
import { day } from './day';
import { NOW } from './world';

/** Something in each text that no need is sent without. */
const SAID = Object.fromEntries(REQUIRED_TEXTS.map((name) => [name, 'Skrevet.']));

/** 30 % of the total grant and 40/60 per region, both required. */
export const RULES: RuleSet = {
  id: 'rules',
  countyId: 'provefylke',
  programme: 'DEKOMP',
  name: 'Prøveregler',
  validFrom: day('2026-01-01'),
  validTo: null,
  legalBasis: 'Prøve',
  isExample: true,
  egenandelPercent: 30,
  egenandelBase: 'total-grant',
  egenandelEnforcement: 'require',
  egenandelTolerance: 0,
  egenandelSource: 'Prøvekilde',
  splitNetwork: 40,
  splitUh: 60,
  splitLevel: 'region',
  splitEnforcement: 'require',
  splitSource: 'Prøvekilde',
  maxYears: 3,
  maxYearsSource: 'Prøvekilde',
  applicantKinds: ['kommune', 'fylkeskommune'],
  targetGroups: ['laerere', 'ledere', 'andre-ansatte'],
  unitKinds: ['skole'],
  collectiveOnly: true,
  demandsSource: 'Prøvekilde',
};

type Change = {
  years?: number;
  network?: (number | null)[];
  uh?: (number | null)[];
  egenandel?: (number | null)[];
  partners?: string[];
  dispensation?: DispensationState;
};

/** A need as the core sees it: 200 000 kr to the network and 300 000 kr to the UH in 2027, egenandel 150 000 kr, version 7. */
export function need({
  years = 1,
  network = [200_000],
  uh = [300_000],
  egenandel = [150_000],
  partners = ['uh'],
  dispensation,
}: Change = {}): Behovsmelding {
  const cells = (side: 'network' | 'uh', receiverId: string, amounts: (number | null)[]) =>
    amounts.map((amount, index) => ({
      side,
      receiverId,
      receiverName: receiverId,
      budgetYear: 2027 + index,
      amount,
      coordinator: null,
    }));
  return {
    id: 'need',
    number: 1,
    version: 7,
    state: 'draft',
    roundId: 'round',
    roundState: 'open',
    programme: 'DEKOMP',
    year: 2027,
    needLastDay: day('2027-02-01'),
    lateUntil: null,
    returnedUntil: null,
    paperReceivedOn: null,
    rules: RULES,
    countyId: 'provefylke',
    countyName: 'Prøvefylke',
    forumId: 'forum',
    ownerId: 'owner',
    ownerName: 'Fauske',
    ownerKind: 'kommune',
    ownerLanguage: 'nb',
    regionId: null,
    regionName: null,
    ownerIds: ['owner'],
    commenterIds: [],
    writerIds: [],
    partyIds: [],
    delegatedRegionIds: [],
    uhIds: partners,
    ...UNWRITTEN_TEXT,
    ...SAID,
    title: 'Tidlig innsats',
    years,
    periodStart: day('2027-08-01'),
    periodEnd: day('2028-06-30'),
    publicUnits: 5,
    privateUnits: 0,
    participants: 'Fem skoler',
    targetGroups: ['laerere'],
    sectorGoals: ['tidlig-hjelp'],
    need: 'Elevene strever med lesing.',
    evidenceKinds: ['stastedsanalyse'],
    goals: 'Flere leser godt.',
    measureDescription: 'Nettverk i hele personalet.',
    staffInvolvement: 'Drøftet med tillitsvalgte.',
    samiPerspective: 'Lulesamiske tekster brukes.',
    collective: true,
    parties: [],
    changeTiltak: null,
    themeNames: [],
    startedFromId: null,
    startedFromTiltakId: null,
    contactName: 'Kari Eier',
    contactRole: 'Rådgiver',
    contactEmail: 'kari@example.no',
    contactPhone: '75000000',
    lines: [...cells('network', 'owner', network), ...partners.flatMap((id) => cells('uh', id, uh))],
    egenandelLines: egenandel.map((amount, index) => ({
      id: `line-${index}`,
      budgetYear: 2027,
      kind: 'lonn',
      note: '',
      hours: null,
      rate: null,
      amount,
    })),
    uh: partners.map((organisationId) => ({
      organisationId,
      name: organisationId,
      kind: 'university',
      contact: '',
      contactRole: '',
      contactEmail: '',
      contactPhone: '',
      sharedAt: null,
      confirmedAt: null,
      declinedAt: null,
      declineReason: '',
      plan: '',
      filledAt: null,
      filledByName: null,
      subPartners: [],
    })),
    dispensations:
      dispensation === undefined
        ? []
        : [
            {
              id: 'd',
              rule: 'egenandel',
              state: dispensation,
              reason: 'Liten kommune.',
              decisionReason: '',
              askedById: 'kari',
              askedAt: NOW,
              decidedAt: null,
            },
          ],
    titleAsSent: 'Tidlig innsats',
    asSentAt: null,
    returnComment: '',
    readyAt: null,
    readyById: null,
    readyByName: null,
    declineComment: '',
    submittedByName: null,
    submittedAt: null,
    updatedAt: NOW,
    delegationId: null,
    delegatedTo: null,
    ownerConfirmedAt: null,
    ownerConfirmedByName: null,
    ownerObjection: '',
  };
}
