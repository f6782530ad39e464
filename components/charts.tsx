import { formatKroner } from '#lib/domain/money/kroner';
import { formatAmount, formatPerMille } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import { DataTable } from './data-table';

type BarChartProps = { t: Texts; title: string; parts: readonly ChartPart[]; table?: boolean };

/** Amounts side by side: a label, a bar and the number on each line, and the same as a table. */
export function BarChart({ t, title, parts, table = true }: BarChartProps) {
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

export type ChartPart = { key: string; label: string; kroner: number };

/** The sum of the parts, in kroner. */
const sumOfParts = (parts: readonly ChartPart[]) => parts.reduce((sum, part) => sum + part.kroner, 0);

type ChartTableProps = {
  t: Pick<Texts, 'common'>;
  title: string;
  parts: readonly ChartPart[];
  whole: number;
  open?: boolean;
};

/** The numbers of a picture, in a table under it: the same data for those who do not see the picture. */
function ChartTable({ t, title, parts, whole, open = false }: ChartTableProps) {
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

// One blue in steps, so that a picture printed in grey still can be read.
const SHADES = ['fill-navy', 'fill-blue', 'fill-blue/70', 'fill-blue/50', 'fill-blue/30', 'fill-sky'];
const shade = (index: number) => SHADES[index % SHADES.length] ?? 'fill-blue';

type StackedBarProps = {
  t: Pick<Texts, 'common'>;
  title: string;
  parts: readonly ChartPart[];
  /** What is shared, when it is more than the parts: the rest is shown as left. In kroner. */
  whole?: number;
  table?: boolean;
};

/** One amount divided into parts, as a bar with its words and the same as a table. */
export function StackedBar({ t, title, parts, whole = 0, table = true }: StackedBarProps) {
  const used = sumOfParts(parts);
  const all = Math.max(whole, used);
  const left = all - used;
  const percent = (kroner: number) => (all === 0 ? 0 : (100 * kroner) / all);
  const bars = parts.map((part, index) => ({
    ...part,
    x: percent(sumOfParts(parts.slice(0, index))),
    width: percent(part.kroner),
    look: shade(index),
  }));
  return (
    <figure>
      <figcaption className="mb-2 font-medium">{title}</figcaption>
      <svg width="100%" height="20" aria-hidden="true">
        <rect width="100%" height="20" rx="2" className="fill-mist" />
        <rect y="19" width="100%" height="1" className="fill-edge" />
        {bars.map((bar) => (
          <g key={bar.key}>
            <rect x={`${bar.x}%`} width={`${bar.width}%`} height="20" className={bar.look}>
              <title>{`${bar.label}: ${formatKroner(bar.kroner)}`}</title>
            </rect>
            <rect x={`${bar.x + bar.width}%`} width="1" height="20" className="fill-paper" />
          </g>
        ))}
      </svg>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {bars.map((bar) => (
          <li key={bar.key} className="flex items-center gap-2">
            <Swatch look={bar.look} />
            {bar.label} <span className="num text-quiet">{formatKroner(bar.kroner)}</span>
          </li>
        ))}
        {left > 0 && (
          <li className="flex items-center gap-2">
            <Swatch look="fill-mist stroke-edge" />
            {t.common.chart.left} <span className="num text-quiet">{formatKroner(left)}</span>
          </li>
        )}
      </ul>
      {table && <ChartTable t={t} title={title} parts={withRest(t, parts, left)} whole={all} />}
    </figure>
  );
}

function Swatch({ look }: { look: string }) {
  return (
    <svg width="10" height="10" aria-hidden="true" className={`shrink-0 ${look}`}>
      <rect width="10" height="10" rx="2" />
    </svg>
  );
}

function withRest(t: Pick<Texts, 'common'>, parts: readonly ChartPart[], left: number): readonly ChartPart[] {
  return left > 0 ? [...parts, { key: 'left', label: t.common.chart.left, kroner: left }] : parts;
}

const PER_MILLE = 1000;

type ShareBarProps = {
  t: Pick<Texts, 'common'>;
  network: number;
  uh: number;
  /** The least share UH must have, in per cent, marked on the bar. */
  uhAtLeast?: number;
};

/** How an amount is shared between the network and UH: a bar, and the same in words. Amounts in kroner. */
export function ShareBar({ t, network, uh, uhAtLeast }: ShareBarProps) {
  const sum = network + uh;
  const share = sum === 0 ? 0 : (PER_MILLE * uh) / sum;
  const networkWidth = 100 - share / 10;
  const parts = [
    {
      name: t.common.chart.network,
      kroner: network,
      perMille: sum === 0 ? 0 : PER_MILLE - Math.round(share),
      swatch: 'fill-sky',
    },
    { name: t.common.chart.uh, kroner: uh, perMille: Math.round(share), swatch: 'fill-blue' },
  ];
  return (
    <div>
      <svg width="100%" height="16" aria-hidden="true">
        <rect y="3" width="100%" height="10" rx="2" className="fill-line" />
        {sum > 0 && <rect y="3" width={`${networkWidth}%`} height="10" rx="2" className="fill-sky" />}
        {sum > 0 && (
          <rect x={`${networkWidth}%`} y="3" width={`${share / 10}%`} height="10" rx="2" className="fill-blue" />
        )}
        {uhAtLeast !== undefined && <rect x={`${100 - uhAtLeast}%`} width="2" height="16" className="fill-ink" />}
      </svg>
      <ul className="mt-1 flex flex-wrap justify-between gap-x-6 text-sm">
        {parts.map((part) => (
          <li key={part.name} className="flex items-center gap-2">
            <svg width="10" height="10" aria-hidden="true" className={part.swatch}>
              <rect width="10" height="10" rx="2" />
            </svg>
            {part.name} {formatPerMille(part.perMille)}
            <span className="ds-sr-only"> ({formatKroner(part.kroner)})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
