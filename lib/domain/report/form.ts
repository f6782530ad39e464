import {
  type FieldLine,
  type FormTable,
  isUnsaid,
  keptFields,
  type Kind,
  LANGUAGE,
  languageName,
  namesOf,
  type NamesOf,
  parse,
  textOfLanguage,
  typingOf,
} from '#lib/domain/form/table';
import { SAMI_DEGREES, type TextLanguage, type TiltakStatus } from '#lib/domain/states';
import type { Half, HalfFields, ReportPlan } from './report';
import type { Typing } from '#lib/domain/form/merge';
import type { FieldError } from '#lib/domain/form/field-errors';
import type { TiltakMoney } from './money';

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
/** When a field must be filled in before the half can be filed; each is judged by `DEMANDED` below. */
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

// Where the behovsmelding says what a field of the report is about.
const PROMISED_IN = {
  goals: 'goals',
  goalAttainment: 'measureDescription',
  anchoring: 'staffInvolvement',
  samiText: 'samiPerspective',
  participants: 'participants',
  coherence: 'coherence',
} as const satisfies { readonly [F in HalfField]?: keyof ReportPlan };

/** What was promised in the behovsmelding on the matter of a field, and in which language; null when it says nothing. */
export function promised(plan: ReportPlan | null, field: HalfField): { text: string; lang: TextLanguage } | null {
  if (plan === null || !(field in PROMISED_IN)) return null;
  const said = PROMISED_IN[field as keyof typeof PROMISED_IN];
  return plan[said] === '' ? null : { text: plan[said], lang: plan.languages[said] ?? plan.language };
}

/** A half's form as it is kept: amounts as whole kroner, and a box that is ticked as ticked, whatever is sent in front of it. */
export const tidiedHalf = (typing: Typing): Typing =>
  Object.fromEntries(Object.entries(keptFields(kindInHalf, typing)).filter(([, values]) => values.length > 0));

/** The language a long text of a half is in: as it is marked, or else its party's. */
export const languageOf = (half: Pick<Half, 'languages' | 'language'>, text: ReportText): TextLanguage =>
  half.languages[text] ?? half.language;

/** The fields of a half's form as the record fills them. */
export const typingOfHalf = (half: Half): Typing =>
  tidiedHalf({
    ...(half.side === 'owner' ? typingOf(OWNER_HALF, half) : typingOf(UH_HALF, half)),
    ...Object.fromEntries(textsOf(half.side).map((text) => [languageName(text), [languageOf(half, text)]])),
  });

/** What stands typed in each field, as one text. */
export const textsIn = (typing: Typing): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(typing).map(([name, values]) => [name, values.at(-1) ?? '']));

/** A half with what stands typed in its form now; an amount that is no clear sum is not given yet. */
export function typedHalf(half: Half, typed: Typing): Half {
  const given = FIELDS_OF[half.side].flatMap((field) => {
    const texts = typed[field];
    return texts === undefined ? [] : [[field, parse(HALF[field], texts).value] as const];
  });
  const marked = textsOf(half.side).flatMap((text) => {
    const language = parse(LANGUAGE, typed[languageName(text)] ?? []).value;
    return language === null ? [] : [[text, language] as const];
  });
  return { ...half, ...Object.fromEntries(given), languages: { ...half.languages, ...Object.fromEntries(marked) } };
}

/** A field that must be right before the half can be filed, and what is wrong with it. */
export interface MissingField {
  readonly field: HalfField;
  readonly code: FieldError;
}

const NOT_AS_PLANNED: readonly (TiltakStatus | null)[] = ['not-started', 'delayed', 'partly-started', 'discontinued'];

/** When each demand of the halves' tables is made. */
const DEMANDED: { readonly [D in HalfDemand]: (half: HalfFields, withUh: boolean) => boolean } = {
  always: () => true,
  'not-as-planned': ({ status }) => NOT_AS_PLANNED.includes(status),
  'is-begun': ({ status }) => status !== 'not-started',
  'carries-over': ({ carryOverAsked }) => (carryOverAsked ?? 0) > 0,
  'has-egenandel': ({ egenandel }) => (egenandel ?? 0) > 0,
  'little-sami': ({ samiDegree }) => samiDegree === 'liten',
  'with-uh': (_half, withUh) => withUh,
};

/**
 * What is missing or wrong in a half before it can be filed, in the order of the form: the page's list and the gate are the same.
 * The egenandel may be left open or be short: a report may always be filed, and what is short is shown in kroner.
 */
export function missingInHalf(
  half: HalfFields & Pick<Half, 'side'>,
  money: Pick<TiltakMoney, 'unspent'>,
  withUh: boolean,
): MissingField[] {
  const missing = FIELDS_OF[half.side].flatMap((field): MissingField[] => {
    const demand = lineInHalf(half.side, field)?.required;
    return demand !== undefined && DEMANDED[demand](half, withUh) && isUnsaid(half[field])
      ? [{ field, code: 'required' }]
      : [];
  });
  if ((half.carryOverAsked ?? 0) > (money.unspent ?? 0))
    missing.push({ field: 'carryOverAsked', code: 'above-unspent' });
  return missing;
}
