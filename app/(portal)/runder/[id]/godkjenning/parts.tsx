import { DataTable } from '#components/data-table';
import { formatKroner } from '#lib/domain/money/kroner';
import type { LevelSum } from '#lib/domain/tildeling/split';
import { deviation, type Judged, total } from '#lib/domain/tildeling/tildeling';
import { formatAmount, formatPerMille } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** In words where an amount leaves the innstilling or the request, and by how much; nothing where it does not. */
function deviationOf(one: Judged, words: Texts['approval']): string {
  const below = deviation(one);
  const above = one.recommended === null ? 0 : total(one.given) - total(one.recommended);
  return [
    ...(below.recommended !== null && below.recommended > 0
      ? [words.belowRecommended(formatKroner(below.recommended))]
      : []),
    ...(below.asked > 0 ? [words.belowAsked(formatKroner(below.asked))] : []),
    ...(above > 0 ? [words.aboveRecommended(formatKroner(above))] : []),
  ].join(', ');
}

type DeviationsProps = {
  t: Texts;
  judged: readonly Judged[];
  /** All that is proposed, when only a part of it is shown. */
  whole: readonly Judged[] | null;
};

/** Where the proposal leaves the innstilling or the request, by how much, and why: of what is shown, and how many there are in all. */
export function Deviations({ t, judged, whole }: DeviationsProps) {
  const words = t.approval;
  const lines = judged.flatMap((one) => {
    const text = deviationOf(one, words);
    return text === '' ? [] : [{ key: one.needId, title: one.title, text, reason: one.reason }];
  });
  return (
    <section className="mt-12 max-w-[48rem]">
      <h2 className="text-xl font-semibold">{words.deviations}</h2>
      {whole !== null && (
        <p className="mt-3">
          {words.deviating(whole.filter((one) => deviationOf(one, words) !== '').length, whole.length)}
        </p>
      )}
      {lines.length === 0 ? (
        <p className="mt-3 text-quiet">{whole === null ? words.noDeviations : words.noDeviationsHere}</p>
      ) : (
        <dl className="mt-4 grid gap-4">
          {lines.map((line) => (
            <div key={line.key}>
              <dt className="font-medium">
                {line.title}: <span className="font-normal">{line.text}</span>
              </dt>
              <dd className="text-quiet">{line.reason}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

type Props = {
  t: Texts;
  regions: readonly LevelSum[];
  receivers: readonly { receiverId: string | null; name: string; side: 'network' | 'uh'; amount: number }[];
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
          id: `${one.side}-${one.receiverId ?? one.name}`,
          cells: [one.name, one.side === 'uh' ? t.common.chart.uh : t.common.chart.network, formatAmount(one.amount)],
        }))}
      />
    </div>
  );
}
