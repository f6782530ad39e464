import { TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { BEHOVSMELDING_FORM, lineOfField, type LongText } from '#lib/domain/behovsmelding/form';
import { languageName } from '#lib/domain/form/table';
import type { Typing } from '#lib/domain/form/merge';
import { TEXT_LANGUAGES } from '#lib/domain/states';
import { formatAmount } from '#lib/texts/format';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { errorAt, type Errors } from './words';

/** Where the national form may cut a text. */
export const NATIONAL_CUT = 1000;

export type TextProps = { typed: Typing; errors: Errors; language: string };
type NATIONAL_CUTProps = TextProps & {
  name: LongText;
  rows?: number;
  help?: string;
  more?: { title: string; text: React.ReactNode };
  /** Said where the table's demand does not say it all. */
  optional?: boolean;
};

/** A long text: its count, the mark where the national form may cut, and the language it is written in. */
export function Long({ typed, errors, language, name, rows, help, more, optional }: NATIONAL_CUTProps) {
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts);
  const words = t.behovsmelding;
  const { max } = BEHOVSMELDING_FORM[name];
  const isOptional = optional ?? lineOfField(name).required === undefined;
  const chosen = typed[languageName(name)]?.[0] ?? language;
  return (
    <>
      <TextArea
        name={name}
        label={words.fields[name]}
        defaultValue={typed[name]?.[0]}
        error={errorAt(errors, name, t)}
        max={max}
        area={{ lang: chosen }}
        help={more}
        {...(rows !== undefined && { rows })}
        {...(help !== undefined && { description: help })}
        {...(isOptional && { note: t.common.form.optional })}
        {...(max > NATIONAL_CUT && { mark: { at: NATIONAL_CUT, text: words.help.mark(formatAmount(NATIONAL_CUT)) } })}
      />
      <LanguageChoice field={name} chosen={chosen} about={words.fields[name]} />
    </>
  );
}

type LanguageChoiceProps = { field: string; id?: string; chosen: string; about: string };

/** The language a long text is written in: a small choice under it, said together with the text's own name. */
export function LanguageChoice({ field, id = `lang.${field}`, chosen, about }: LanguageChoiceProps) {
  const words = useTexts(commonTexts).common.form;
  return (
    <div className="-mt-5 mb-6 flex max-w-[42rem] items-center gap-2 text-sm">
      <label htmlFor={id} className="text-quiet">
        {words.language}
      </label>
      <select
        className="ds-input min-h-8 py-0.5 text-sm"
        data-width="auto"
        id={id}
        name={`lang.${field}`}
        defaultValue={chosen}
        aria-describedby={`${id}-om`}
      >
        {TEXT_LANGUAGES.map((one) => (
          <option key={one} value={one}>
            {words.languages[one]}
          </option>
        ))}
      </select>
      <span id={`${id}-om`} className="ds-sr-only">
        {about}
      </span>
    </div>
  );
}
