import { useTexts } from '#components/locale';
import { Money } from '#components/money';
import { MoneyInput } from '#components/money-input';
import { errorAt, type Errors } from '#components/need/words';
import { coordinatorName } from '#lib/domain/behovsmelding/behovsmelding';
import { moneyIn } from '#lib/domain/behovsmelding/draft';
import type { Typing } from '#lib/domain/form/merge';

type Props = { typed: Typing; errors: Errors; years: readonly number[] };

/** Of what the network asks for, how much goes to coordinating: a part of the row above, not more of the sum. */
export function CoordinatorRow({ typed, errors, years }: Props) {
  const t = useTexts();
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
