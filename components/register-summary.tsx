import { BarChart } from '#components/bar-chart';
import { DataTable } from '#components/data-table';
import { Money } from '#components/money';
import { StackedBar } from '#components/stacked-bar';
import type { RegionSums, RegisterSums } from '#lib/domain/register';
import type { Texts } from '#lib/texts/texts';

type Props = { t: Texts; sums: RegisterSums; regions: readonly RegionSums[] };

/** Where the money of a county and year went: network and UH, and region by region, as pictures and as tables. */
export function RegisterSummary({ t, sums, regions }: Props) {
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
