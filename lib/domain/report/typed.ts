import { FIELDS_OF, HALF, kindInHalf, OWNER_HALF, textsOf, UH_HALF, type HalfField, type ReportText } from './form';
import type { Half, ReportPlan } from './report';
import type { Typing } from '#lib/domain/form/merge';
import { keptFields, LANGUAGE, languageName, parse, typingOf } from '#lib/domain/form/table';
import type { TextLanguage } from '#lib/domain/states';

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
