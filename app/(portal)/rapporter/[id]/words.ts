import type { FormWords } from '#components/saving/at-field';
import { formatKroner } from '#lib/domain/money/kroner';
import { textOfLanguage } from '#lib/domain/form/table';
import { kindInHalf } from '#lib/domain/report/form';
import type { Texts } from '#lib/texts/texts';

/** What the fields of a half are called, where they are, and what stands in them in words. */
export function halfWords(idOf: (field: string) => string, t: Pick<Texts, 'common' | 'report'>): FormWords {
  const labels: Readonly<Record<string, string>> = t.report.field;
  const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: t.report.status,
    samiDegree: t.report.sami,
  };
  const languages: Readonly<Record<string, string>> = t.common.form.languages;
  return {
    idOf,
    labelOf: (field) => {
      const text = textOfLanguage(field);
      return text === null ? (labels[field] ?? field) : `${t.common.form.language}, ${labels[text] ?? ''}`;
    },
    sayOf: (field, [value = '']) =>
      chosen[field]?.[value] ??
      (textOfLanguage(field) === null ? undefined : languages[value]) ??
      (kindInHalf(field)?.kind === 'kroner' && /^\d+$/.test(value) ? formatKroner(Number(value)) : value),
  };
}
