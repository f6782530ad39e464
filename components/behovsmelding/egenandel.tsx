import { SelectField, TextField } from '#components/field';
import { useTexts } from '#components/locale';
import { MoneyInput } from '#components/money-input';
import { errorAt, type Errors } from './words';
import { budgetYears, type BehovsmeldingMoney } from '#lib/domain/behovsmelding/behovsmelding';
import { moneyIn, productIn, rowsIn } from '#lib/domain/behovsmelding/draft';
import type { Typing } from '#lib/domain/form/merge';
import { EGENANDEL_KINDS } from '#lib/domain/states';
import { formatKroner } from '#lib/domain/money/kroner';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { errorTexts } from '#lib/texts/browser/errors';

type Props = {
  typed: Typing;
  errors: Errors;
  draft: BehovsmeldingMoney;
  onAdd: () => void;
  onRemove: (row: string) => void;
};

/** The egenandel, line by line: as a sum, or as hours × rate. A line with nothing in it is not saved. */
export function EgenandelFields({ typed, errors, draft, onAdd, onRemove }: Props) {
  const t = useTexts(behovsmeldingTexts, errorTexts);
  const words = t.behovsmelding;
  // A line of a year that is no longer asked for keeps it until somebody chooses another.
  const yearsOf = (chosen: string | undefined) =>
    [...new Set([...budgetYears(draft).map(String), ...(chosen === undefined || chosen === '' ? [] : [chosen])])].map(
      (year) => ({ value: year, label: year }),
    );
  const kinds = EGENANDEL_KINDS.map((value) => ({ value, label: words.egenandelKind[value] }));
  return (
    <div id="egenandel" tabIndex={-1} className="mb-6">
      <p className="mb-4 max-w-[42rem] text-quiet">{words.help.egenandel}</p>
      {rowsIn(typed, 'egenandel').map((row, index) => {
        const number = words.row(index + 1);
        const field = (part: string, label: string) => {
          const name = `egenandel.${row}.${part}`;
          return { name, label, defaultValue: typed[name]?.[0] ?? '', error: errorAt(errors, name, t) };
        };
        const product = productIn(typed, row);
        return (
          <fieldset key={row} className="mb-4 border-b border-line">
            <legend className="ds-sr-only">{number}</legend>
            <div className="grid grid-cols-2 items-end gap-x-4 sm:grid-cols-4">
              <SelectField {...field('kind', words.kind)} options={kinds} />
              <SelectField
                {...field('budgetYear', words.year)}
                options={yearsOf(typed[`egenandel.${row}.budgetYear`]?.[0])}
              />
              <div className="col-span-2">
                <TextField {...field('note', words.note)} />
              </div>
              <TextField {...field('hours', words.hours)} size={6} input={{ inputMode: 'numeric' }} />
              <MoneyInput {...field('rate', words.rate)} defaultValue={moneyIn(typed, `egenandel.${row}.rate`)} />
              {product === null ? (
                <MoneyInput
                  {...field('amount', words.amount)}
                  defaultValue={moneyIn(typed, `egenandel.${row}.amount`)}
                />
              ) : (
                <p className="mb-6">
                  <span className="block font-medium">{words.amount}</span>
                  <output className="num block py-2 text-start">{formatKroner(product)}</output>
                  <input type="hidden" name={`egenandel.${row}.amount`} value="" />
                </p>
              )}
              <div className="with-script mb-6">
                <button type="button" className="ds-button" data-variant="tertiary" onClick={() => onRemove(row)}>
                  {words.removeRow}
                  <span className="ds-sr-only"> {number}</span>
                </button>
              </div>
            </div>
          </fieldset>
        );
      })}
      <button type="button" className="with-script ds-button" data-variant="secondary" onClick={onAdd}>
        {words.addRow}
      </button>
    </div>
  );
}
