import type { FieldError } from '#lib/domain/form/field-errors';
import type { Refusal, RefusalCode } from '#lib/domain/refusal';
import type { Texts } from '#lib/texts/texts';
import type { Action, POLICY } from '#lib/domain/policy/policy';

type RefusalOf<C extends RefusalCode> = { [K in C]: Extract<Refusal, { code: K }> & { code: K } }[C];

/** One sentence for each way a rule can say no: what every language must have. */
export type RefusalTexts = { readonly [C in RefusalCode]: (refusal: RefusalOf<C>) => string };

const say = <C extends RefusalCode>(texts: RefusalTexts, refusal: RefusalOf<C>): string => texts[refusal.code](refusal);

/** A refusal as a sentence, with the kroner and the source in it. */
export const explainRefusal = (refusal: Refusal, texts: Pick<Texts, 'refusals'>): string =>
  say(texts.refusals, refusal);

/** A refusal that carries its sentence. */
export type RefusalInWords = Refusal & { readonly sentence: string };

/** What is wrong with a field, as a sentence to stand at it. */
export const explainField = (error: FieldError, texts: Pick<Texts, 'fieldErrors'>): string => texts.fieldErrors[error];

type Details = Readonly<Record<string, string | number | boolean | null>>;
/** The actions that change something, each with a line in the log. */
type Writing = { [A in Action]: (typeof POLICY)[A] extends { reads: true } ? never : A }[Action];

/** One sentence for each thing that can be done, and one for what is not in the list. */
export type HistoryTexts = { readonly [A in Writing | 'other']: (who: string, details: Details) => string };

/** «Mål», for a field by its name; `whole` when no field is named. */
export const fieldIn = (fields: Readonly<Record<string, string>>, name: unknown, whole: string): string =>
  typeof name === 'string' && Object.hasOwn(fields, name) ? `«${fields[name] ?? ''}»` : whole;

/** What was lost with something, each thing after its name: «. Borte ble beløpene: 280 000 kr (2027); planen: «Tre samlinger»». */
export function withLost(lead: string, names: Readonly<Record<string, string>>, lost: Details): string {
  const parts = Object.entries(names).flatMap(([key, name]) =>
    typeof lost[key] === 'string' && lost[key] !== '' ? [`${name} «${lost[key]}»`] : [],
  );
  return parts.length === 0 ? '' : `. ${lead} ${parts.join(', ')}`;
}

const isKnown = (action: string, texts: HistoryTexts): action is Writing => action in texts;

/** A line of the log as a person reads it: «Kari Berg sendte behovsmeldingen.», with the comment or reason that was given. */
export function historySentence(entry: { actorName: string; action: string; details: Details }, t: Texts): string {
  const { actorName, action, details } = entry;
  const sentence = t.history[isKnown(action, t.history) ? action : 'other'](actorName, details);
  const said = [details['comment'], details['reason']].find(
    (word): word is string => typeof word === 'string' && word !== '',
  );
  return said === undefined ? `${sentence}.` : `${sentence}: «${said}»`;
}
