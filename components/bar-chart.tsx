import { ChartTable, sumOfParts, type ChartPart } from '#components/chart-table';
import { formatAmount } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type Props = { t: Texts; title: string; parts: readonly ChartPart[]; table?: boolean };

/** Amounts side by side: a label, a bar and the number on each line, and the same as a table. */
export function BarChart({ t, title, parts, table = true }: Props) {
  const most = Math.max(1, ...parts.map((part) => part.kroner));
  return (
    <figure>
      <figcaption className="mb-3 font-medium">{title}</figcaption>
      <ul className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[minmax(8rem,max-content)_1fr_max-content]">
        {parts.map((part) => (
          <li
            key={part.key}
            className="grid grid-cols-[1fr_max-content] items-center gap-x-4 sm:col-span-3 sm:grid-cols-subgrid"
          >
            <span>{part.label}</span>
            <svg
              width="100%"
              height="14"
              aria-hidden="true"
              className="order-last col-span-2 sm:order-none sm:col-span-1"
            >
              <rect width={`${(100 * part.kroner) / most}%`} height="14" rx="2" className="fill-blue" />
            </svg>
            <span className="num">{formatAmount(part.kroner)}</span>
          </li>
        ))}
      </ul>
      {table && <ChartTable t={t} title={title} parts={parts} whole={sumOfParts(parts)} />}
    </figure>
  );
}
