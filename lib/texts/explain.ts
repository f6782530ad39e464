import type { FieldError } from '#lib/domain/form/field-errors';
import type { Refusal, RefusalCode } from '#lib/domain/refusal';
import type { Texts } from '#lib/texts/texts';

type RefusalOf<C extends RefusalCode> = { [K in C]: Extract<Refusal, { code: K }> & { code: K } }[C];

/** One sentence for each way a rule can say no: what every language must have. */
export type RefusalTexts = { readonly [C in RefusalCode]: (refusal: RefusalOf<C>) => string };

const say = <C extends RefusalCode>(texts: RefusalTexts, refusal: RefusalOf<C>): string => texts[refusal.code](refusal);

/** A refusal as a sentence, with the kroner and the source in it. */
export const explainRefusal = (refusal: Refusal, texts: Pick<Texts, 'refusals'>): string =>
  say(texts.refusals, refusal);

/** What is wrong with a field, as a sentence to stand at it. */
export const explainField = (error: FieldError, texts: Pick<Texts, 'fieldErrors'>): string => texts.fieldErrors[error];
