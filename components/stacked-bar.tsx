import { ChartTable, sumOfParts, type ChartPart } from '#components/chart-table';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Texts } from '#lib/texts/texts';

// One blue in steps, so that a picture printed in grey still can be read.
const SHADES = ['fill-navy', 'fill-blue', 'fill-blue/70', 'fill-blue/50', 'fill-blue/30', 'fill-sky'];
const shade = (index: number) => SHADES[index % SHADES.length] ?? 'fill-blue';

type Props = {
  t: Texts;
  title: string;
  parts: readonly ChartPart[];
  /** What is shared, when it is more than the parts: the rest is shown as left. In kroner. */
  whole?: number;
  table?: boolean;
};

/** One amount divided into parts, as a bar with its words and the same as a table. */
export function StackedBar({ t, title, parts, whole = 0, table = true }: Props) {
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

function withRest(t: Texts, parts: readonly ChartPart[], left: number): readonly ChartPart[] {
  return left > 0 ? [...parts, { key: 'left', label: t.common.chart.left, kroner: left }] : parts;
}
