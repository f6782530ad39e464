import type { RuleSet } from './rules';
import type {
  DispensationRule, DispensationState, EgenandelKind, EvidenceKind, NeedState, OrganisationKind, Programme, RoundState, SectorGoal, Side, TargetGroup,
} from './states';

/** What is asked for one receiver in one budget year, in kroner; null is a cell not yet filled. */
export interface NeedLine { side: Side; receiverId: string; receiverName: string; budgetYear: number; amount: number | null }

/** One part of the egenandel, in kroner; in kind by hours × rate, or as a sum. */
export interface EgenandelLine { budgetYear: number; kind: EgenandelKind; note: string; hours: number | null; rate: number | null; amount: number | null }

/** A UH the need names, and when it confirmed that it knows the need. */
export interface NeedUh { organisationId: string; name: string; contact: string; confirmedAt: Date | null }

export interface NeedDispensation {
  id: string; rule: DispensationRule; state: DispensationState; reason: string; decisionReason: string; askedById: string; askedAt: Date; decidedAt: Date | null;
}

/** What the owner writes, apart from the money and the partners. */
export interface NeedText {
  title: string; years: number; periodStart: Date | null; periodEnd: Date | null; publicUnits: number | null; privateUnits: number | null; participants: string;
  targetGroups: TargetGroup[]; sectorGoals: SectorGoal[]; need: string; evidenceKinds: EvidenceKind[]; evidence: string; goals: string; measureDescription: string;
  staffInvolvement: string; uhUnsettledReason: string; samiPerspective: string; coherence: string;
  contactName: string; contactRole: string; contactEmail: string; contactPhone: string;
}

/** What the sums and the egenandel are worked out from: the form has this while one types, the record when it is read. */
export interface NeedMoney {
  ownerId: string; year: number; years: number;
  lines: readonly Pick<NeedLine, 'side' | 'receiverId' | 'budgetYear' | 'amount'>[];
  egenandelLines: readonly Pick<EgenandelLine, 'budgetYear' | 'amount'>[];
  uh: readonly Pick<NeedUh, 'organisationId'>[];
}

/** A behovsmelding with all that belongs to it, and the round and rules it stands in. */
export interface Behovsmelding extends NeedText {
  id: string; number: number; version: number; state: NeedState;
  roundId: string; roundState: RoundState; programme: Programme; year: number; needLastDay: Date; rules: RuleSet;
  countyId: string; countyName: string; forumId: string; ownerId: string; ownerName: string; regionId: string | null; regionName: string | null;
  ownerIds: string[]; commenterIds: string[]; writerIds: string[]; delegatedRegionIds: string[]; uhIds: string[];
  lines: NeedLine[]; egenandelLines: EgenandelLine[]; uh: NeedUh[]; dispensations: NeedDispensation[];
  returnComment: string; createdById: string; submittedById: string | null; submittedAt: Date | null; updatedAt: Date;
}

const UH_KINDS: readonly OrganisationKind[] = ['university', 'college', 'national-centre'];

/** The kinds of organisation that may be partner: a fagskole only from 2026 (kollektiv kompetanseutvikling). */
export const partnerKinds = (programme: Programme): readonly OrganisationKind[] => (programme === 'KOLLEKTIV_2026' ? [...UH_KINDS, 'fagskole'] : UH_KINDS);

/** The budget years a need asks for: as many as it says, from the year of the round. */
export const budgetYears = (need: { year: number; years: number }): number[] => Array.from({ length: need.years }, (_, index) => need.year + index);

/** The one name of a budget cell, the same in the form, in an error and in a list of what is missing. */
export const cellName = (side: Side, receiverId: string, budgetYear: number): string => `lines.${side}_${receiverId}_${budgetYear}`;
