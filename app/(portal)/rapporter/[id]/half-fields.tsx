'use client';

import type { ReactNode } from 'react';
import { CheckBox, ChoiceGroup } from '#components/choice-group';
import { SelectField, TextArea } from '#components/field';
import { useTexts } from '#components/locale';
import { MoneyInput } from '#components/money-input';
import { LanguageChoice } from '#components/behovsmelding/long';
import { formatKroner } from '#lib/domain/money/kroner';
import type { FieldErrors } from '#lib/domain/outcome';
import type { TiltakMoney } from '#lib/domain/report/money';
import { languageName } from '#lib/domain/form/table';
import {
  FIELDS_OF,
  HALF,
  type HalfField,
  languageOf,
  lineInHalf,
  promised,
  REPORT_STATUSES,
} from '#lib/domain/report/form';
import type { Half, Report } from '#lib/domain/report/report';
import { SAMI_DEGREES } from '#lib/domain/states';
import { explainField } from '#lib/texts/explain';
import { errorTexts } from '#lib/texts/browser/errors';
import { reportTexts } from '#lib/texts/browser/report';
import { HalfSums } from './live-sums';

export type FieldsProps = {
  half: Half;
  now: Half;
  money: TiltakMoney;
  report: Report;
  idOf: (field: string) => string;
  /** What was typed when the form came back. */
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
};
const NATIONAL_CUT = 1000;

/** The fields of a half in their order, each with what was granted and promised beside it, and the sums after the money. */
export function HalfFieldSet({ half, now, money, report, idOf, typed, errors }: FieldsProps) {
  const t = useTexts(errorTexts, reportTexts);
  const words = t.report;
  const helps: { readonly [F in HalfField]?: string } = words.help;
  const planned = report.planned
    .filter((line) => line.budgetYear === half.year)
    .reduce((sum, line) => sum + (line.amount ?? 0), 0);
  const beside: { readonly [F in HalfField]?: string | undefined } = {
    spent: [
      money.granted === null ? '' : words.help.granted(formatKroner(money.granted)),
      money.carriedIn > 0 ? words.help.carriedIn(formatKroner(money.carriedIn)) : '',
      words.help.spent,
    ]
      .join(' ')
      .trim(),
    egenandel: report.plan === null ? undefined : words.help.planned(formatKroner(planned)),
    carryOverAsked: money.unspent === null ? undefined : words.help.unspent(formatKroner(money.unspent)),
  };
  const common = (field: HalfField) => {
    const said = promised(report.plan, field);
    const error = errors[field];
    const description = beside[field] ?? helps[field];
    return {
      name: field,
      id: idOf(field),
      label: words.field[field],
      ...(error !== undefined && { error: explainField(error, t) }),
      ...(description !== undefined && { description }),
      ...(said !== null && {
        help: {
          title: words.help.plan,
          text: (
            <p className="whitespace-pre-line" lang={said.lang}>
              {said.text}
            </p>
          ),
        },
      }),
    };
  };
  const start = (field: HalfField): string => typed[field] ?? String(half[field] ?? '');
  const draw = (field: HalfField): ReactNode => {
    switch (field) {
      case 'spent':
      case 'carryOverAsked':
      case 'egenandel':
      case 'coordinatorFunds':
        return <MoneyInput {...common(field)} defaultValue={now[field] ?? typed[field] ?? null} />;
      case 'spentIsEstimate':
        return (
          <>
            <input type="hidden" name={field} value="nei" />
            <CheckBox
              name={field}
              id={idOf(field)}
              value="ja"
              label={words.field[field]}
              checked={typed[field] === undefined ? half.spentIsEstimate : typed[field] === 'ja'}
            />
          </>
        );
      case 'status':
        return (
          <SelectField
            {...common(field)}
            empty={words.form.choose}
            defaultValue={start(field)}
            options={REPORT_STATUSES.map((value) => ({ value, label: words.status[value] }))}
          />
        );
      case 'samiDegree':
        return (
          <ChoiceGroup
            {...common(field)}
            kind="radio"
            chosen={[start(field)]}
            options={SAMI_DEGREES.map((value) => ({
              value,
              label: words.sami[value],
              description: words.samiHelp[value],
            }))}
          />
        );
      default:
        return (
          <>
            <TextArea
              {...common(field)}
              defaultValue={start(field)}
              rows={3}
              max={HALF[field].max}
              mark={{ at: NATIONAL_CUT, text: words.form.mark }}
              area={{ lang: languageOf(now, field) }}
            />
            <LanguageChoice
              field={field}
              id={idOf(languageName(field))}
              chosen={languageOf(now, field)}
              about={words.field[field]}
            />
          </>
        );
    }
  };
  const last = FIELDS_OF[half.side].findLast((field) => lineInHalf(half.side, field)?.part === 'money');
  return FIELDS_OF[half.side].map((field) => (
    <div key={field}>
      {draw(field)}
      {field === last && <HalfSums now={now} money={money} report={report} />}
    </div>
  ));
}
