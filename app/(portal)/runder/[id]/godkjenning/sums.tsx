import { DataTable } from '#components/data-table';
import { total } from '#lib/domain/tildeling/tildeling';
import type { LevelSum } from '#lib/domain/tildeling/split';
import { formatAmount, formatPerMille } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type Props = {
  t: Texts;
  regions: readonly LevelSum[];
  receivers: readonly { receiverId: string; name: string; side: 'network' | 'uh'; amount: number }[];
};

/** What is proposed, summed by region and by receiver. */
export function Sums({ t, regions, receivers }: Props) {
  const { columns, ...words } = t.approval;
  const share = (sum: LevelSum) => (total(sum) === 0 ? '' : formatPerMille((1000 * sum.uh) / total(sum)));
  return (
    <div className="my-12 grid gap-12">
      <DataTable
        caption={words.regions}
        columns={[
          { key: 'region', header: columns.region },
          { key: 'network', header: columns.network, number: true },
          { key: 'uh', header: columns.uh, number: true },
          { key: 'sum', header: columns.sum, number: true },
          { key: 'share', header: columns.share, number: true },
        ]}
        rows={regions.map((sum) => ({
          id: sum.key,
          cells: [
            sum.name ?? t.workbench.exceptions.round,
            formatAmount(sum.network),
            formatAmount(sum.uh),
            formatAmount(total(sum)),
            share(sum),
          ],
        }))}
      />
      <DataTable
        caption={words.receivers}
        stays
        columns={[
          { key: 'receiver', header: columns.receiver },
          { key: 'side', header: t.tildeling.columns.side },
          { key: 'amount', header: columns.amount, number: true },
        ]}
        rows={receivers.map((one) => ({
          id: `${one.side}-${one.receiverId}`,
          cells: [one.name, one.side === 'uh' ? t.common.chart.uh : t.common.chart.network, formatAmount(one.amount)],
        }))}
      />
    </div>
  );
}
