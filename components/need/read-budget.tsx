import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import type { ReadNeed } from '#components/need/read';
import { budgetYears } from '#lib/domain/behovsmelding/behovsmelding';
import { cellsOf, sumsOf } from '#lib/domain/behovsmelding/sums';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Texts } from '#lib/texts/texts';

type Props = { t: Texts; need: ReadNeed };

/** The budget and the egenandel as tables, with their sums. */
export function NeedBudget({ t, need }: Props) {
  const words = t.behovsmelding;
  const years = budgetYears(need);
  const cells = cellsOf(need);
  const sums = sumsOf(need);
  const receivers = [
    { id: need.ownerId, name: words.network(need.ownerName), side: 'network' },
    ...need.uh.map((uh) => ({ id: uh.organisationId, name: uh.name, side: 'uh' })),
  ];
  const coordinating = years.map(
    (year) => need.lines.find((line) => line.side === 'network' && line.budgetYear === year)?.coordinator ?? 0,
  );
  const amount = (kroner: number | null) => <Money t={t} kroner={kroner} />;
  return (
    <section className="mb-10 grid gap-8">
      <DataTable
        stays
        caption={words.sections.budsjett}
        columns={[
          { key: 'receiver', header: words.receiver },
          ...years.map((year) => ({ key: String(year), header: String(year), number: true })),
          { key: 'sum', header: words.sum, number: true },
        ]}
        rows={receivers.map(({ id, name, side }) => {
          const own = cells.filter((cell) => cell.receiverId === id && cell.side === side);
          return {
            id: `${side}-${id}`,
            cells: [
              name,
              ...own.map((cell) => amount(cell.amount)),
              amount(own.reduce((sum, cell) => sum + (cell.amount ?? 0), 0)),
            ],
          };
        })}
        sums={[
          {
            id: 'sum',
            cells: [words.money.asked, ...sums.years.map(({ total }) => amount(total.given)), amount(sums.total.given)],
          },
          ...(coordinating.some((one) => one > 0)
            ? [
                {
                  id: 'coordinator',
                  cells: [
                    words.fields.coordinator,
                    ...coordinating.map(amount),
                    amount(coordinating.reduce((sum, one) => sum + one, 0)),
                  ],
                },
              ]
            : []),
        ]}
      />
      {need.egenandelLines.length > 0 && (
        <DataTable
          stays
          caption={words.sections.egenandel}
          columns={[
            { key: 'kind', header: words.kind },
            { key: 'note', header: words.note },
            { key: 'year', header: words.year, number: true },
            { key: 'amount', header: words.amount, number: true },
          ]}
          rows={need.egenandelLines.map((line, index) => ({
            id: String(index),
            cells: [
              words.egenandelKind[line.kind],
              [line.note, line.hours === null || line.rate === null ? '' : `${line.hours} × ${formatKroner(line.rate)}`]
                .filter((part) => part !== '')
                .join(': '),
              line.budgetYear,
              amount(line.amount),
            ],
          }))}
          sums={[{ id: 'sum', cells: [words.sum, '', '', amount(sums.egenandel.given)] }]}
        />
      )}
    </section>
  );
}
