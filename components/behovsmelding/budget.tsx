import { useTexts } from '#components/locale';
import { Money } from '#components/money';
import { MoneyInput } from '#components/money-input';
import { budgetYears, type BehovsmeldingMoney } from '#lib/domain/behovsmelding/behovsmelding';
import { moneyIn } from '#lib/domain/behovsmelding/draft';
import { cellName, coordinatorName } from '#lib/domain/behovsmelding/names';
import { behovsmeldingSums } from '#lib/domain/behovsmelding/sums';
import type { Typing } from '#lib/domain/form/merge';
import { behovsmeldingTexts } from '#lib/texts/browser/behovsmelding';
import { commonTexts } from '#lib/texts/browser/common';
import { errorTexts } from '#lib/texts/browser/errors';
import { Fragment } from 'react';
import { errorAt, type Errors, type Names } from './words';

type BudgetFieldsProps = { typed: Typing; errors: Errors; draft: BehovsmeldingMoney; names: Names };

/** What is asked for: a row for each receiver, a column for each year, and the sums as they are typed. */
export function BudgetFields({ typed, errors, draft, names }: BudgetFieldsProps) {
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts);
  const words = t.behovsmelding;
  const years = budgetYears(draft);
  const sums = behovsmeldingSums(draft);
  const receivers = [
    { side: 'network' as const, id: draft.ownerId },
    ...draft.uh.map((uh) => ({ side: 'uh' as const, id: uh.organisationId })),
  ];
  const nameOf = (side: string, id: string) =>
    side === 'network' ? words.network(names.get(id) ?? '') : (names.get(id) ?? '');
  return (
    <div id="lines" tabIndex={-1} className="mb-6">
      <p className="mb-4 max-w-[42rem] text-quiet">{words.help.budget}</p>
      <div className="relative overflow-x-auto" role="region" aria-label={words.budgetTable} tabIndex={0}>
        <table className="data-table stays">
          <caption className="ds-sr-only">{words.budgetTable}</caption>
          <thead>
            <tr>
              <th scope="col">{words.receiver}</th>
              {years.map((year) => (
                <th key={year} scope="col" className="num">
                  {year}
                </th>
              ))}
              <th scope="col" className="num">
                {words.sum}
              </th>
            </tr>
          </thead>
          <tbody>
            {receivers.map(({ side, id }) => (
              <Fragment key={`${side}${id}`}>
                <tr>
                  <th scope="row" className="sticky start-0 z-10 max-w-32 bg-paper">
                    {nameOf(side, id)}
                  </th>
                  {years.map((year) => {
                    const name = cellName(side, id, year);
                    return (
                      <td key={year} className="num">
                        <div className="min-w-28">
                          <MoneyInput
                            bare
                            name={name}
                            label={words.cell(nameOf(side, id), year)}
                            defaultValue={moneyIn(typed, name)}
                            error={errorAt(errors, name, t)}
                          />
                        </div>
                      </td>
                    );
                  })}
                  <td className="num">
                    <Money
                      t={t}
                      kroner={draft.lines
                        .filter((line) => line.side === side && line.receiverId === id)
                        .reduce((sum, line) => sum + (line.amount ?? 0), 0)}
                    />
                  </td>
                </tr>
                {side === 'network' && <CoordinatorRow typed={typed} errors={errors} years={years} />}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="sticky start-0 z-10 bg-paper">
                {words.money.asked}
              </th>
              {sums.years.map(({ year, total }) => (
                <td key={year} className="num">
                  <Money t={t} kroner={total.given} />
                </td>
              ))}
              <td className="num">
                <Money t={t} kroner={sums.total.given} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {!sums.total.complete && <p className="mt-2 text-sm text-quiet">{words.money.incomplete}</p>}
    </div>
  );
}

type CoordinatorRowProps = { typed: Typing; errors: Errors; years: readonly number[] };

/** Of what the network asks for, how much goes to coordinating: a part of the row above, not more of the sum. */
function CoordinatorRow({ typed, errors, years }: CoordinatorRowProps) {
  const t = useTexts(behovsmeldingTexts, commonTexts, errorTexts);
  const words = t.behovsmelding;
  const given = years.map((year) => moneyIn(typed, coordinatorName(year)));
  return (
    <tr className="text-sm">
      <th
        id="coordinator"
        tabIndex={-1}
        scope="row"
        className="sticky start-0 z-10 max-w-32 bg-paper pl-4 font-normal text-quiet"
      >
        {words.fields.coordinator}
      </th>
      {years.map((year, index) => {
        const name = coordinatorName(year);
        return (
          <td key={year} className="num">
            <MoneyInput
              bare
              name={name}
              label={words.cell(words.fields.coordinator, year)}
              defaultValue={given[index] ?? null}
              error={errorAt(errors, name, t)}
            />
          </td>
        );
      })}
      <td className="num text-quiet">
        <Money t={t} kroner={given.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0)} />
      </td>
    </tr>
  );
}
