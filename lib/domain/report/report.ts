import type { TextLanguages } from '#lib/domain/behovsmelding/behovsmelding';
import type { Day } from '#lib/domain/day';
import { valuesIn, type ValuesOf } from '#lib/domain/form/table';
import type { RuleSet } from '#lib/domain/setup/rules';
import type { HalfState, Programme, RoundState, Side, TextLanguage, TiltakStatus } from '#lib/domain/states';
import { HALF, type HalfSide, type OWNER_HALF, type ReportText, type UH_HALF } from './form';

/** The language of each text that has been marked; the others are in their party's. */
export type ReportLanguages = { readonly [T in ReportText]?: TextLanguage };

/** What a party fills in. Amounts in whole kroner; null is not given, never 0. */
export interface HalfFields
  extends Readonly<Omit<ValuesOf<typeof OWNER_HALF>, 'status'>>, Readonly<ValuesOf<typeof UH_HALF>> {
  /** A printed report of the first years may say that it is only planned; the form no longer offers it. */
  readonly status: TiltakStatus | null;
  readonly languages: ReportLanguages;
}

/** One party's half of the report of a tiltak for a year. */
export interface Half extends HalfFields {
  readonly id: string;
  readonly year: number;
  readonly side: HalfSide;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly language: 'nb' | 'nn';
  readonly state: HalfState;
  readonly egenandelPoolId: string | null;
  readonly samiPrinted: string | null;
  readonly returnComment: string;
  readonly filedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly version: number;
}

export interface GrantedLine {
  readonly side: Side;
  readonly receiverId: string | null;
  readonly receiverName: string | null;
  readonly budgetYear: number;
  readonly amount: number | null;
}

/** An egenandel paid for a whole region, and what each tiltak that shares it was granted. */
export interface EgenandelPool {
  readonly amount: number;
  readonly note: string;
  readonly regionName: string;
  readonly granted: readonly { readonly owner: number | null; readonly uh: number | null }[];
}

/** What was promised in the behovsmelding, and the language of each text: as it is marked, or else its owner's. */
export interface ReportPlan {
  readonly goals: string;
  readonly measureDescription: string;
  readonly staffInvolvement: string;
  readonly samiPerspective: string;
  readonly participants: string;
  readonly coherence: string;
  readonly languages: TextLanguages;
  readonly language: 'nb' | 'nn';
}

export interface PrintedValue {
  readonly field: string;
  readonly printed: string;
  readonly amount: number | null;
  readonly corrected: number | null;
  readonly note: string;
}

/** The report of one tiltak for one year, with all it is judged by. */
export interface Report {
  readonly id: string;
  readonly tiltakId: string;
  readonly year: number;
  readonly dueOn: Day;
  readonly reference: string;
  readonly title: string;
  readonly roundId: string;
  readonly roundState: RoundState;
  readonly programme: Programme;
  readonly countyId: string;
  readonly countyName: string;
  readonly forumId: string;
  readonly ownerName: string;
  readonly regionName: string | null;
  readonly participants: string;
  readonly dispensation: boolean;
  readonly ownerIds: readonly string[];
  readonly delegatedRegionIds: readonly string[];
  readonly uhIds: readonly string[];
  readonly halves: readonly Half[];
  readonly earlier: readonly Half[];
  readonly lines: readonly GrantedLine[];
  readonly rules: RuleSet;
  readonly planned: readonly { readonly budgetYear: number; readonly amount: number | null }[];
  readonly pool: EgenandelPool | null;
  readonly plan: ReportPlan | null;
  readonly printed: readonly PrintedValue[];
}

/** Whether a UH takes part in the tiltak this year, so that the owner writes about working with it. */
export const hasUh = (report: Pick<Report, 'halves'>): boolean => report.halves.some((half) => half.side === 'uh');

const UNWRITTEN: HalfFields = { ...valuesIn(HALF, {}), languages: {} };

/** A half as those see it who may know that it is owed, but not yet what is written in it. */
export const withoutContents = (half: Half): Half => ({ ...half, ...UNWRITTEN, samiPrinted: null, returnComment: '' });
