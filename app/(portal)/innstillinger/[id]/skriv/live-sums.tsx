'use client';

import { useTexts } from '#components/locale';
import { Money } from '#components/money';
import { MoneyLine, MoneyPanel } from '#components/money-panel';
import { ShareBar } from '#components/share-bar';
import type { SplitKey } from '#lib/domain/money/fordeling';
import { regionSums, sumRecommended, type InnstillingLine, type SentNeed } from '#lib/domain/innstilling/innstilling';
import { formatKroner } from '#lib/domain/money/kroner';

type Props = {
  needs: readonly SentNeed[];
  lines: readonly InnstillingLine[];
  frame: number | null;
  splitKey: SplitKey;
};

/** The sum against the budget and each region against the key, counted anew as one types. */
export function LiveSums({ needs, lines, frame, splitKey }: Props) {
  const t = useTexts();
  const words = t.innstilling;
  const { network, uh, total, open } = sumRecommended(lines);
  const left = frame === null ? null : frame - total;
  return (
    <MoneyPanel title={words.sums} summary={<Money t={t} kroner={total} unit />}>
      {frame !== null && (
        <MoneyLine label={words.budget}>
          <Money t={t} kroner={frame} unit />
        </MoneyLine>
      )}
      <MoneyLine label={words.recommended}>
        <Money t={t} kroner={total} unit />
      </MoneyLine>
      {left !== null && (
        <MoneyLine label={words.left} strong>
          {left < 0 ? (
            <span className="num text-bad">{words.overBudget(formatKroner(-left))}</span>
          ) : (
            <Money t={t} kroner={left} unit />
          )}
        </MoneyLine>
      )}
      {open > 0 && <p className="py-1 text-sm text-quiet">{words.open(open)}</p>}
      <ShareBar t={t} network={network} uh={uh} uhAtLeast={splitKey.uh} />
      <h3 className="mt-4 font-semibold">{words.regions}</h3>
      <p className="text-sm text-quiet">{words.regionsHelp}</p>
      <ul className="mt-2 grid gap-2 text-sm">
        {regionSums(needs, lines, splitKey).map((region) => (
          <li key={region.regionId ?? region.name} className="flex flex-wrap justify-between gap-x-4">
            <span>{region.name}</span>
            <span className="num">{formatKroner(region.total)}</span>
            <span className={region.split.status === 'uh-short' ? 'w-full text-bad' : 'w-full text-quiet'}>
              {region.split.status === 'uh-short'
                ? words.split['uh-short'](formatKroner(region.split.missing ?? 0))
                : words.split[region.split.status]}
            </span>
          </li>
        ))}
      </ul>
    </MoneyPanel>
  );
}
