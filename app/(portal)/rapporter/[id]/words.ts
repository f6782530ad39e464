import type { FormWords } from '#components/saving/at-field';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Texts } from '#lib/texts/texts';

/** What the fields of a half are called, where they are, and what stands in them in words. */
export function halfWords(idOf: (field: string) => string, t: Pick<Texts, 'common' | 'report'>): FormWords {
  const labels: Readonly<Record<string, string>> = t.report.field;
  const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: t.report.status,
    samiDegree: t.report.sami,
  };
  const languages: Readonly<Record<string, string>> = t.common.form.languages;
  const amounts = ['spent', 'carryOverAsked', 'egenandel', 'coordinatorFunds'];
  return {
    idOf,
    labelOf: (field) =>
      field.startsWith('lang.')
        ? `${t.common.form.language}, ${labels[field.slice(5)] ?? ''}`
        : (labels[field] ?? field),
    sayOf: (field, [value = '']) =>
      chosen[field]?.[value] ??
      (field.startsWith('lang.') ? languages[value] : undefined) ??
      (amounts.includes(field) && /^\d+$/.test(value) ? formatKroner(Number(value)) : value),
  };
}
