import { formatKroner } from '#lib/domain/money/kroner';
import { formatPerMille } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

const PER_MILLE = 1000;

type Props = {
  t: Texts;
  network: number;
  uh: number;
  /** The least share UH must have, in per cent, marked on the bar. */
  uhAtLeast?: number;
};

/** How an amount is shared between the network and UH: a bar, and the same in words. Amounts in kroner. */
export function ShareBar({ t, network, uh, uhAtLeast }: Props) {
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
