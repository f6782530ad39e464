import type { TextLanguages } from '#lib/domain/behovsmelding/behovsmelding';
import type { RuleSet } from '#lib/domain/setup/rules';
import type {
  HalfState,
  Programme,
  RoundState,
  SamiDegree,
  Side,
  TextLanguage,
  TiltakStatus,
} from '#lib/domain/states';

export const HALF_SIDES = ['owner', 'uh'] as const;
export type HalfSide = (typeof HALF_SIDES)[number];

/** What a report may say of the tiltak: after a year it is no longer only planned. */
export const REPORT_STATUSES = [
  'ongoing',
  'completed',
  'delayed',
  'partly-started',
  'not-started',
  'discontinued',
] as const satisfies readonly TiltakStatus[];

/** What a party fills in. Amounts in whole kroner; null is not given, never 0. */
export interface HalfFields {
  readonly status: TiltakStatus | null;
  readonly statusReason: string;
  readonly goals: string;
  readonly goalAttainment: string;
  readonly participants: string;
  readonly spent: number | null;
  readonly spentIsEstimate: boolean;
  readonly carryOverAsked: number | null;
  readonly carryReason: string;
  readonly egenandel: number | null;
  readonly egenandelUsedFor: string;
  readonly coordinatorFunds: number | null;
  readonly anchoring: string;
  readonly samiDegree: SamiDegree | null;
  readonly samiText: string;
  readonly uhCooperation: string;
  readonly uhUseOfExperience: string;
  readonly coherence: string;
  readonly comment: string;
  readonly languages: ReportLanguages;
}
export type HalfField = Exclude<keyof HalfFields, 'languages'>;

/** The fields of each half, in the order of the form. */
export const FIELDS_OF = {
  owner: [
    'status',
    'statusReason',
    'participants',
    'goals',
    'goalAttainment',
    'spent',
    'spentIsEstimate',
    'coordinatorFunds',
    'carryOverAsked',
    'carryReason',
    'egenandel',
    'egenandelUsedFor',
    'anchoring',
    'samiDegree',
    'samiText',
    'uhCooperation',
    'coherence',
    'comment',
  ],
  uh: ['goalAttainment', 'spent', 'spentIsEstimate', 'carryOverAsked', 'carryReason', 'uhUseOfExperience', 'comment'],
} as const satisfies Record<HalfSide, readonly HalfField[]>;

/** The most characters each text of a report may have, on the form and in what is taken in. */
export const REPORT_LIMITS = {
  statusReason: 2000,
  goals: 4000,
  goalAttainment: 4000,
  participants: 1000,
  carryReason: 2000,
  egenandelUsedFor: 2000,
  anchoring: 4000,
  samiText: 2000,
  uhCooperation: 4000,
  uhUseOfExperience: 4000,
  coherence: 2000,
  comment: 2000,
} as const;
export type ReportText = keyof typeof REPORT_LIMITS;
/** The language of each text that has been marked; the others are in their party's. */
export type ReportLanguages = { readonly [T in ReportText]?: TextLanguage };

/** The long texts of a half, in the order of the form. */
export const textsOf = (side: HalfSide): readonly ReportText[] =>
  FIELDS_OF[side].filter((field): field is ReportText & (typeof FIELDS_OF)[HalfSide][number] => field in REPORT_LIMITS);

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
  readonly dueOn: Date;
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

const UNWRITTEN: HalfFields = {
  status: null,
  statusReason: '',
  goals: '',
  goalAttainment: '',
  participants: '',
  spent: null,
  spentIsEstimate: false,
  carryOverAsked: null,
  carryReason: '',
  egenandel: null,
  egenandelUsedFor: '',
  coordinatorFunds: null,
  anchoring: '',
  samiDegree: null,
  samiText: '',
  uhCooperation: '',
  uhUseOfExperience: '',
  coherence: '',
  comment: '',
  languages: {},
};

/** A half as those see it who may know that it is owed, but not yet what is written in it. */
export const withoutContents = (half: Half): Half => ({ ...half, ...UNWRITTEN, samiPrinted: null, returnComment: '' });
