import { DataTable } from '#components/data-table';
import { formatAmount, formatPerMille } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

export type ChartPart = { key: string; label: string; kroner: number };

/** The sum of the parts, in kroner. */
export const sumOfParts = (parts: readonly ChartPart[]) => parts.reduce((sum, part) => sum + part.kroner, 0);

type Props = { t: Texts; title: string; parts: readonly ChartPart[]; whole: number; open?: boolean };

/** The numbers of a picture, in a table under it: the same data for those who do not see the picture. */
export function ChartTable({ t, title, parts, whole, open = false }: Props) {
  const words = t.common.chart;
  const share = (kroner: number) => (whole === 0 ? '' : formatPerMille((1000 * kroner) / whole));
  return (
    <details className="fold mt-3 text-sm" open={open}>
      <summary>
        {words.asTable}
        <span className="ds-sr-only">: {title}</span>
      </summary>
      <div className="mt-2 max-w-[40rem]">
        <DataTable
          stays
          quietCaption
          caption={title}
          columns={[
            { key: 'label', header: '' },
            { key: 'amount', header: `${words.amount} (${t.common.money.kr})`, number: true },
            { key: 'share', header: words.share, number: true },
          ]}
          rows={parts.map((part) => ({
            id: part.key,
            cells: [part.label, formatAmount(part.kroner), share(part.kroner)],
          }))}
          sums={[{ id: 'sum', cells: [words.total, formatAmount(whole), share(whole)] }]}
        />
      </div>
    </details>
  );
}
