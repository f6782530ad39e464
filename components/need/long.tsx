import { TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { LanguageChoice } from '#components/need/language';
import { errorAt, type Errors } from '#components/need/words';
import type { LongText } from '#lib/domain/behovsmelding/behovsmelding';
import type { Typing } from '#lib/domain/form/merge';
import { formatAmount } from '#lib/texts/format';

/** Where the national form may cut a text. */
export const NATIONAL_CUT = 1000;

export type TextProps = { typed: Typing; errors: Errors; language: string };
type Props = TextProps & {
  name: LongText;
  max: number;
  rows?: number;
  help?: string;
  more?: { title: string; text: React.ReactNode };
  optional?: boolean;
};

/** A long text: its count, the mark where the national form may cut, and the language it is written in. */
export function Long({ typed, errors, language, name, max, rows, help, more, optional = false }: Props) {
  const t = useTexts();
  const words = t.behovsmelding;
  const chosen = typed[`lang.${name}`]?.[0] ?? language;
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
        {...(optional && { note: t.common.form.optional })}
        {...(max > NATIONAL_CUT && { mark: { at: NATIONAL_CUT, text: words.help.mark(formatAmount(NATIONAL_CUT)) } })}
      />
      <LanguageChoice field={name} chosen={chosen} about={words.fields[name]} />
    </>
  );
}
