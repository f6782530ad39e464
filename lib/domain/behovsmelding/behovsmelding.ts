import type { Day } from '#lib/domain/day';
import type { ValuesOf } from '#lib/domain/form/table';
import type { RuleSet } from '#lib/domain/setup/rules';
import {
  UH_KINDS,
  type DispensationRule,
  type DispensationState,
  type EgenandelKind,
  type BehovsmeldingState,
  type OrganisationKind,
  type Programme,
  type RoundState,
  type Side,
  type TextLanguage,
} from '#lib/domain/states';
import type { BEHOVSMELDING_FORM, LongText } from './form';

/**
 * What is asked for one receiver in one budget year, in kroner; null is a cell not yet filled. Of the network's,
 * `coordinator` goes to coordinating.
 */
export interface BehovsmeldingLine {
  side: Side;
  receiverId: string;
  receiverName: string;
  budgetYear: number;
  amount: number | null;
  coordinator: number | null;
}

/** One part of the egenandel, in kroner; in kind by hours × rate, or as a sum. Its id is the same in the form and in the record. */
export interface EgenandelLine {
  id: string;
  budgetYear: number;
  kind: EgenandelKind;
  note: string;
  hours: number | null;
  rate: number | null;
  amount: number | null;
}

/** Somebody who takes part through a UH: another institution, a centre, somebody abroad. */
export interface SubPartner {
  id: string;
  name: string;
  country: string;
  what: string;
}

/** A UH the need names: when the draft was shared with it, its answer, whom to talk to there, and its own part of the plan. */
export interface BehovsmeldingUh {
  organisationId: string;
  name: string;
  kind: OrganisationKind;
  contact: string;
  contactRole: string;
  contactEmail: string;
  contactPhone: string;
  sharedAt: Date | null;
  confirmedAt: Date | null;
  declinedAt: Date | null;
  declineReason: string;
  plan: string;
  filledAt: Date | null;
  filledByName: string | null;
  subPartners: SubPartner[];
}

export interface BehovsmeldingDispensation {
  id: string;
  rule: DispensationRule;
  state: DispensationState;
  reason: string;
  decisionReason: string;
  askedById: string;
  askedAt: Date;
  decidedAt: Date | null;
}

/** Another owner on whose behalf the need is reported, and what it says of what was sent. */
export interface BehovsmeldingParty {
  organisationId: string;
  name: string;
  confirmedAt: Date | null;
  confirmedByName: string | null;
  objection: string;
}

/** The language of each text that has been marked; the others are in the owner's. */
export type TextLanguages = { readonly [T in LongText]?: TextLanguage };

/**
 * What the owner writes, apart from the money and the partners: the columns of its form. `collective` states that the
 * whole staff learns together, with no individual videreutdanning; `changeTiltakId` is the granted tiltak whose later
 * years it asks to change.
 */
export interface BehovsmeldingText extends ValuesOf<typeof BEHOVSMELDING_FORM> {
  languages: TextLanguages;
}

/** What the sums and the egenandel are worked out from: the form has this while one types, the record when it is read. */
export interface BehovsmeldingMoney {
  ownerId: string;
  year: number;
  years: number;
  lines: readonly Pick<BehovsmeldingLine, 'side' | 'receiverId' | 'budgetYear' | 'amount'>[];
  egenandelLines: readonly (Pick<EgenandelLine, 'budgetYear' | 'amount'> &
    Partial<Pick<EgenandelLine, 'id' | 'hours' | 'rate'>>)[];
  uh: readonly Pick<BehovsmeldingUh, 'organisationId'>[];
}

/** A behovsmelding with all that belongs to it, and the round and rules it stands in. */
export interface Behovsmelding extends BehovsmeldingText {
  id: string;
  number: number;
  version: number;
  state: BehovsmeldingState;
  roundId: string;
  roundState: RoundState;
  programme: Programme;
  year: number;
  needLastDay: Day;
  rules: RuleSet;
  /** The day this owner may send late until, the day it was given back until, and the day it came on paper. */
  lateUntil: Day | null;
  returnedUntil: Day | null;
  paperReceivedOn: Day | null;
  countyId: string;
  countyName: string;
  forumId: string;
  ownerId: string;
  ownerName: string;
  ownerKind: OrganisationKind;
  ownerLanguage: 'nb' | 'nn';
  regionId: string | null;
  regionName: string | null;
  ownerIds: string[];
  commenterIds: string[];
  writerIds: string[];
  partyIds: string[];
  delegatedRegionIds: string[];
  uhIds: string[];
  lines: BehovsmeldingLine[];
  egenandelLines: EgenandelLine[];
  uh: BehovsmeldingUh[];
  parties: BehovsmeldingParty[];
  dispensations: BehovsmeldingDispensation[];
  changeTiltak: { id: string; reference: string; title: string } | null;
  themeNames: string[];
  startedFromId: string | null;
  startedFromTiltakId: string | null;
  returnComment: string;
  readyAt: Date | null;
  readyById: string | null;
  readyByName: string | null;
  declineComment: string;
  submittedByName: string | null;
  submittedAt: Date | null;
  updatedAt: Date;
  /** The delegation it was last sent under, and to whom that was given; null when the owner sent it. */
  delegationId: string | null;
  delegatedTo: string | null;
  /**
   * While it is completed, and if it is then withdrawn: the title others read, and, for whoever reads it as it was
   * sent, since when it is so.
   */
  titleAsSent: string;
  asSentAt: Date | null;
  ownerConfirmedAt: Date | null;
  ownerConfirmedByName: string | null;
  ownerObjection: string;
}

/** What a need may choose among. */
export interface BehovsmeldingChoices {
  /** Other owners of the county; `near` are those of the owner's own region. */
  owners: { id: string; name: string; near: boolean }[];
  themes: { id: string; name: string }[];
  tiltak: { id: string; reference: string; title: string; granted: { year: number; amount: number | null }[] }[];
}

/** The kinds of organisation that may be partner: a fagskole only from 2026 (kollektiv kompetanseutvikling). */
export const partnerKinds = (programme: Programme): readonly OrganisationKind[] =>
  programme === 'KOLLEKTIV_2026' ? UH_KINDS : UH_KINDS.filter((kind) => kind !== 'fagskole');

/** The budget years a need asks for: as many as it says, from the year of the round. */
export const budgetYears = (need: { year: number; years: number }): number[] =>
  Array.from({ length: need.years }, (_, index) => need.year + index);
