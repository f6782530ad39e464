import {
  LANGUAGE,
  namesOf,
  textOfLanguage,
  type FieldLine,
  type FormTable,
  type Kind,
  type NamesOf,
} from '#lib/domain/form/table';
import { SAMI_DEGREES, type TiltakStatus } from '#lib/domain/states';

/** What a report may say of the tiltak: after a year it is no longer only planned. */
export const REPORT_STATUSES = [
  'ongoing',
  'completed',
  'delayed',
  'partly-started',
  'not-started',
  'discontinued',
] as const satisfies readonly TiltakStatus[];

/** The parts of a half: what was done, its money with the sums after it, and how it was worked with. */
type HalfPart = 'tiltak' | 'money' | 'work';
/** When a field must be filled in before the half can be filed; each is judged in `missing.ts`. */
export type HalfDemand =
  'always' | 'not-as-planned' | 'is-begun' | 'carries-over' | 'has-egenandel' | 'little-sami' | 'with-uh';
type HalfTable = FormTable<HalfPart, HalfDemand>;

/** The owner's half of a report, in the order of its page. Amounts are in whole kroner. */
export const OWNER_HALF = {
  status: { part: 'tiltak', kind: 'choice', of: REPORT_STATUSES, otherwise: null, required: 'always' },
  statusReason: { part: 'tiltak', kind: 'long', max: 2000, required: 'not-as-planned' },
  participants: { part: 'tiltak', kind: 'long', max: 1000 },
  goals: { part: 'tiltak', kind: 'long', max: 4000, required: 'always' },
  goalAttainment: { part: 'tiltak', kind: 'long', max: 4000, required: 'is-begun' },
  spent: { part: 'money', kind: 'kroner', required: 'always' },
  spentIsEstimate: { part: 'money', kind: 'tick', yes: 'ja' },
  coordinatorFunds: { part: 'money', kind: 'kroner' },
  carryOverAsked: { part: 'money', kind: 'kroner' },
  carryReason: { part: 'money', kind: 'long', max: 2000, required: 'carries-over' },
  egenandel: { part: 'money', kind: 'kroner' },
  egenandelUsedFor: { part: 'money', kind: 'long', max: 2000, required: 'has-egenandel' },
  anchoring: { part: 'work', kind: 'long', max: 4000, required: 'always' },
  samiDegree: { part: 'work', kind: 'choice', of: SAMI_DEGREES, otherwise: null, required: 'always' },
  samiText: { part: 'work', kind: 'long', max: 2000, required: 'little-sami' },
  uhCooperation: { part: 'work', kind: 'long', max: 4000, required: 'with-uh' },
  coherence: { part: 'work', kind: 'long', max: 2000 },
  comment: { part: 'work', kind: 'long', max: 2000 },
} as const satisfies HalfTable;

/** A UH's half. */
export const UH_HALF = {
  goalAttainment: { part: 'tiltak', kind: 'long', max: 4000 },
  spent: OWNER_HALF.spent,
  spentIsEstimate: OWNER_HALF.spentIsEstimate,
  carryOverAsked: OWNER_HALF.carryOverAsked,
  carryReason: OWNER_HALF.carryReason,
  uhUseOfExperience: { part: 'work', kind: 'long', max: 4000, required: 'always' },
  comment: OWNER_HALF.comment,
} as const satisfies HalfTable;

export const HALF_SIDES = ['owner', 'uh'] as const;
export type HalfSide = (typeof HALF_SIDES)[number];
/** The fields of both halves: one that both have is typed in the same way. */
export const HALF = { ...UH_HALF, ...OWNER_HALF };
export type HalfField = keyof typeof HALF;

/** The fields of each half, in the order of the form. */
export const FIELDS_OF: Readonly<Record<HalfSide, readonly HalfField[]>> = {
  owner: namesOf(OWNER_HALF),
  uh: namesOf(UH_HALF),
};
const TABLE_OF: Readonly<Record<HalfSide, HalfTable>> = { owner: OWNER_HALF, uh: UH_HALF };
/** A field's line in the table of its half; undefined when that half has no such field. */
export const lineInHalf = (side: HalfSide, field: HalfField): FieldLine<HalfPart, HalfDemand> | undefined =>
  TABLE_OF[side][field];

/** The long texts of a report, each written in a language of its own. */
export type ReportText = NamesOf<typeof HALF, 'long'>;
export const REPORT_TEXTS = namesOf(HALF).filter((field): field is ReportText => HALF[field].kind === 'long');
/** The long texts of a half, in the order of the form. */
export const textsOf = (side: HalfSide): readonly ReportText[] =>
  FIELDS_OF[side].flatMap((field) => REPORT_TEXTS.filter((text) => text === field));

/** The language of a text is always said. */
const SAID_LANGUAGE = { ...LANGUAGE, must: true } as const;

/** How a field of this name is typed in a half; null when no half has such a field. */
export function kindInHalf(name: string): Kind | null {
  const text = textOfLanguage(name);
  if (text !== null) return REPORT_TEXTS.some((one) => one === text) ? SAID_LANGUAGE : null;
  const field = namesOf(HALF).find((one) => one === name);
  return field === undefined ? null : HALF[field];
}
