import Link from 'next/link';
import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import { knownOf, sumsOf, type RegisterRow } from '#lib/domain/register';
import type { Texts } from '#lib/texts/texts';

type Props = { t: Texts; rows: readonly RegisterRow[]; searched: boolean };

/** The tiltak of a county and year, each with a page of its own. */
export function RegisterTable({ t, rows, searched }: Props) {
  const words = t.register;
  const sums = sumsOf(rows);
  const money = (kroner: number | null, key: string, missing?: string) => (
    <Money key={key} t={t} kroner={kroner} {...(missing !== undefined && { missing })} />
  );
  return (
    <DataTable
      quietCaption
      caption={words.table}
      columns={[
        { key: 'title', header: words.column.title },
        { key: 'reference', header: words.column.reference },
        { key: 'lead', header: words.column.lead },
        { key: 'region', header: words.column.region },
        { key: 'network', header: words.column.network, number: true },
        { key: 'uh', header: words.column.uh, number: true },
        { key: 'sum', header: words.column.sum, number: true },
      ]}
      rows={rows.map((row) => ({
        id: row.reference,
        cells: [
          <Link key="title" className="ds-link font-medium" href={`/tiltak/${row.reference}`}>
            {row.title}
          </Link>,
          <span key="reference" className="whitespace-nowrap">
            {row.reference}
          </span>,
          row.leadName,
          row.regionName !== null && (
            <span key="region" className="sm:whitespace-nowrap">
              {row.regionName}
            </span>
          ),
          money(row.network, 'network'),
          money(row.uh, 'uh', row.hasUh ? undefined : words.noUhLine),
          money(knownOf(row), 'sum'),
        ],
      }))}
      sums={[
        {
          id: 'sum',
          cells: [
            searched ? words.sumOfFound : words.sum,
            null,
            null,
            null,
            money(sums.network, 'network'),
            money(sums.uh, 'uh'),
            money(sums.total, 'sum'),
          ],
        },
      ]}
    />
  );
}
