'use client';

import { useTexts } from '#components/locale';
import { StackedBar } from '#components/stacked-bar';
import { formatKroner } from '#lib/domain/money/kroner';
import { total } from '#lib/domain/tildeling/tildeling';
import type { Live } from './amounts';

type Props = { live: Live; budget: number | null; reserve: number };

/** The budget, what is held back, given and left, and the picture of it by region. They move as one types. */
export function Figures({ live, budget, reserve }: Props) {
  const t = useTexts();
  const words = t.workbench;
  const left = budget === null ? null : budget - reserve - live.used;
  const figures = [
    { term: words.budget, text: budget === null ? t.common.money.missing : formatKroner(budget) },
    { term: words.reserve, text: formatKroner(reserve) },
    { term: words.used, text: formatKroner(live.used) },
    ...(left === null
      ? []
      : [
          {
            term: words.left,
            text: left < 0 ? words.overBudget(formatKroner(-left)) : formatKroner(left),
            bad: left < 0,
          },
        ]),
  ];
  const parts = live.groups.map(({ key, name, sum }) => ({ key, label: name ?? words.noRegion, kroner: total(sum) }));
  return (
    <>
      {/* What is left stays in sight while one types far down the page. */}
      <dl className="mb-4 flex flex-wrap gap-x-12 gap-y-3 bg-paper py-3 sm:sticky sm:top-0 sm:z-10 sm:border-b sm:border-edge">
        {figures.map(({ term, text, bad }: { term: string; text: string; bad?: boolean }) => (
          <div key={term}>
            <dt className="text-sm text-quiet">{term}</dt>
            <dd className={`num text-start text-xl font-semibold ${bad === true ? 'text-bad' : ''}`}>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="mb-8">
        <StackedBar
          t={t}
          title={words.picture}
          parts={reserve > 0 ? [...parts, { key: 'reserve', label: words.reserve, kroner: reserve }] : parts}
          whole={budget ?? 0}
        />
      </div>
    </>
  );
}
