import Link from 'next/link';
import {
  knownOf,
  type RegionSums,
  type RegisterPool,
  type RegisterRow,
  type RegisterSums,
  registerSums,
} from '#lib/domain/register';
import type { Texts } from '#lib/texts/texts';
import { BarChart, StackedBar } from './charts';
import { DataTable } from './data-table';
import { AmountDifference, Money } from './money';

/** Sums declared for a whole region, beside the lines meant for them, with the difference. They are in no sum. */
export function RegisterPools({ t, pools }: { t: Texts; pools: readonly RegisterPool[] }) {
  const words = t.register.pool;
  if (pools.length === 0) return null;
  return (
    <section className="mb-12 max-w-[60rem]">
      <h2 className="text-xl font-semibold">{words.title}</h2>
      <p className="prose mt-2 mb-4">{words.body}</p>
      <DataTable
        quietCaption
        caption={words.title}
        columns={[
          { key: 'region', header: words.region },
          { key: 'receiver', header: words.receiver },
          { key: 'lines', header: words.lines, number: true },
          { key: 'amount', header: words.amount, number: true },
          { key: 'difference', header: words.difference, number: true },
        ]}
        rows={pools.map((pool) => ({
          id: pool.id,
          cells: [
            pool.regionName,
            pool.receiverName,
            <Money key="lines" t={t} kroner={pool.lines} />,
            <Money key="amount" t={t} kroner={pool.amount} />,
            <AmountDifference key="difference" t={t} kroner={pool.lines - pool.amount} over={words.over} />,
          ],
        }))}
      />
      {pools.map(
        (pool) =>
          pool.note !== '' && (
            <p key={pool.id} className="prose mt-3 text-sm text-quiet">
              {pool.note}
            </p>
          ),
      )}
    </section>
  );
}

type RegisterSummaryProps = { t: Texts; sums: RegisterSums; regions: readonly RegionSums[] };

/** Where the money of a county and year went: network and UH, and region by region, as pictures and as tables. */
export function RegisterSummary({ t, sums, regions }: RegisterSummaryProps) {
  const words = t.register;
  const nameOf = ({ name }: RegionSums) => name ?? words.withoutRegion;
  const money = (kroner: number, key: string) => <Money key={key} t={t} kroner={kroner} />;
  return (
    <>
      <section className="mb-12 max-w-[60rem]" aria-label={words.shares}>
        <StackedBar
          t={t}
          title={words.shares}
          parts={[
            { key: 'network', label: t.common.chart.network, kroner: sums.network },
            { key: 'uh', label: t.common.chart.uh, kroner: sums.uh },
          ]}
        />
        <p className="mt-2 text-sm text-quiet">{words.sharesNote}</p>
      </section>
      <section className="mb-12 max-w-[60rem]">
        <h2 className="mb-4 text-xl font-semibold">{words.regions}</h2>
        <BarChart
          t={t}
          title={words.column.sum}
          table={false}
          parts={regions.map((region) => ({
            key: region.regionId ?? 'none',
            label: nameOf(region),
            kroner: region.total,
          }))}
        />
        <div className="mt-6">
          <DataTable
            quietCaption
            caption={words.regions}
            columns={[
              { key: 'region', header: words.column.region },
              { key: 'network', header: words.column.network, number: true },
              { key: 'uh', header: words.column.uh, number: true },
              { key: 'sum', header: words.column.sum, number: true },
            ]}
            rows={regions.map((region) => ({
              id: region.regionId ?? 'none',
              cells: [
                region.isExample ? `${nameOf(region)} (${words.exampleRegion})` : nameOf(region),
                money(region.network, 'n'),
                money(region.uh, 'u'),
                money(region.total, 's'),
              ],
            }))}
            sums={[
              { id: 'sum', cells: [words.sum, money(sums.network, 'n'), money(sums.uh, 'u'), money(sums.total, 's')] },
            ]}
          />
        </div>
      </section>
    </>
  );
}

type RegisterTableProps = { t: Texts; rows: readonly RegisterRow[]; searched: boolean };

/** The tiltak of a county and year, each with a page of its own. */
export function RegisterTable({ t, rows, searched }: RegisterTableProps) {
  const words = t.register;
  const sums = registerSums(rows);
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
