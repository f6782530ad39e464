import { tidy, type Typing } from '#lib/domain/form/merge';
import {
  FIELDS_OF,
  REPORT_STATUSES,
  textsOf,
  type Half,
  type HalfField,
  type HalfFields,
  type ReportPlan,
  type ReportText,
} from './report';
import { SAMI_DEGREES, TEXT_LANGUAGES, type TextLanguage } from '#lib/domain/states';
import { typedKroner } from '#lib/domain/form/typed';

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

function read(field: HalfField, text: string): HalfFields[HalfField] {
  switch (field) {
    case 'spent':
    case 'carryOverAsked':
    case 'egenandel':
    case 'coordinatorFunds':
      return typedKroner(text);
    case 'status':
      return REPORT_STATUSES.find((status) => status === text) ?? null;
    case 'samiDegree':
      return SAMI_DEGREES.find((degree) => degree === text) ?? null;
    case 'spentIsEstimate':
      return text === 'ja';
    default:
      return text.trim();
  }
}

const AMOUNTS: readonly string[] = ['spent', 'carryOverAsked', 'egenandel', 'coordinatorFunds'];

/** A half's form as it is kept: amounts as whole kroner, and a box that is ticked as ticked, whatever is sent in front of it. */
export function tidiedHalf(typing: Typing): Typing {
  return Object.fromEntries(
    Object.entries(typing).flatMap(([name, values]): [string, readonly string[]][] => {
      const amount = AMOUNTS.includes(name) ? typedKroner(values[0] ?? '') : null;
      const kept =
        name === 'spentIsEstimate'
          ? values.filter((value) => value === 'ja')
          : amount !== null
            ? [String(amount)]
            : tidy(values);
      return kept.length === 0 ? [] : [[name, kept]];
    }),
  );
}

/** What the language of a long text is called in the form. */
export const languageField = (text: string): string => `lang.${text}`;
/** The language a long text of a half is in: as it is marked, or else its party's. */
export const languageOf = (half: Pick<Half, 'languages' | 'language'>, text: ReportText): TextLanguage =>
  half.languages[text] ?? half.language;

/** The fields of a half's form as the record fills them. */
export const typingOfHalf = (half: Half): Typing =>
  tidiedHalf(
    Object.fromEntries([
      ...FIELDS_OF[half.side].map(
        (field) => [field, [half[field] === true ? 'ja' : String(half[field] ?? '')]] as const,
      ),
      ...textsOf(half.side).map((text) => [languageField(text), [languageOf(half, text)]] as const),
    ]),
  );

/** What stands typed in each field, as one text. */
export const textsIn = (typing: Typing): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(typing).map(([name, values]) => [name, values.at(-1) ?? '']));

/** A half with what stands typed in its form now; an amount that is no clear sum is not given yet. */
export function typedHalf(half: Half, typed: Readonly<Record<string, string | undefined>>): Half {
  const given = FIELDS_OF[half.side].flatMap((field) => {
    const text = typed[field];
    return text === undefined ? [] : [[field, read(field, text)] as const];
  });
  const marked = textsOf(half.side).flatMap((text) => {
    const found = TEXT_LANGUAGES.find((one) => one === typed[languageField(text)]);
    return found === undefined ? [] : [[text, found] as const];
  });
  return { ...half, ...Object.fromEntries(given), languages: { ...half.languages, ...Object.fromEntries(marked) } };
}
