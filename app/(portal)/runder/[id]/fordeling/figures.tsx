'use client';

import { StackedBar } from '#components/charts';
import { useTexts } from '#components/locale';
import { Why } from '#components/why';
import { assessEgenandel } from '#lib/domain/money/egenandel';
import { formatKroner } from '#lib/domain/money/kroner';
import { egenandelRule, type RuleSet } from '#lib/domain/setup/rules';
import type { AssessedLevel } from '#lib/domain/tildeling/split';
import { type Judged, total } from '#lib/domain/tildeling/tildeling';
import { formatAmount, formatDay, formatPerMille } from '#lib/texts/format';
import { commonTexts } from '#lib/texts/browser/common';
import { tildelingTexts } from '#lib/texts/browser/tildeling';
import type { Live } from './amounts';

type Props = { live: Live; budget: number | null };

/** The budget, what is held back, given and left, and the picture of it by region. They move as one types. */
export function Figures({ live, budget }: Props) {
  const t = useTexts(commonTexts, tildelingTexts);
  const words = t.workbench;
  const { reserve } = live;
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
  const parts = live.regions.map(({ key, name, given }) => ({
    key,
    label: name ?? words.noRegion,
    kroner: total(given),
  }));
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

/** Whether the planned egenandel is enough for what is given now. */
export function EgenandelTag({ one, rules }: { one: Judged; rules: RuleSet }) {
  const t = useTexts(commonTexts, tildelingTexts);
  const words = t.workbench.egenandel;
  const { status, required, missing } = assessEgenandel(
    { owner: one.given.network, uh: one.given.uh, egenandel: one.egenandel },
    egenandelRule(rules),
  );
  if (status === 'not-applicable') return <span className="text-sm text-quiet">{words[status]}</span>;
  const text = {
    met: words.met(formatAmount(required ?? 0)),
    short: words.short(formatKroner(missing ?? 0)),
    unknown: words.unknown,
  }[status];
  const grant = rules.egenandelBase === 'owner-grant' ? one.given.network : total(one.given);
  return (
    <div className="text-sm">
      <span className={status === 'met' || one.egenandelDispensation ? 'text-good' : 'font-medium text-bad'}>
        {text}
        {status !== 'met' && one.egenandelDispensation && ` (${words.dispensed})`}
      </span>
      {required !== null && rules.egenandelBase !== 'total-budget' && (
        <Why
          t={t}
          about={`${t.workbench.columns.egenandel}, ${one.title}`}
          formula={t.workbench.egenandelFormula(rules.egenandelPercent, formatKroner(grant), formatKroner(required))}
          ruleSet={`${rules.name}, ${formatDay(rules.validFrom)}`}
          source={rules.egenandelSource}
        />
      )}
    </div>
  );
}

/** Whether the key holds where it must, in words, with how it was computed. */
export function SplitTag({ level, rules }: { level: AssessedLevel; rules: RuleSet }) {
  const t = useTexts(commonTexts, tildelingTexts);
  const words = t.workbench.split;
  const { sum, status, uhShare, missing, excused } = level;
  const all = total(sum);
  if (all === 0) return null;
  const share = formatPerMille((1000 * sum.uh) / all);
  const text = {
    met: words.met(share),
    'uh-short': words['uh-short'](share, formatKroner(missing ?? 0)),
    'uh-raised': words['uh-raised'](share),
    unknown: words.unknown,
  }[status];
  const good = status === 'met' || excused !== null || rules.splitEnforcement !== 'require';
  return (
    <div className="text-sm">
      <p>
        <span className={good ? 'text-good' : 'font-medium text-bad'}>{text}</span>
        {excused !== null && <span> {words[excused]}</span>}
      </p>
      <Why
        t={t}
        about={words.title(rules.splitNetwork, rules.splitUh)}
        formula={words.formula(formatKroner(all), rules.splitUh, formatKroner(uhShare ?? 0))}
        ruleSet={`${rules.name}, ${formatDay(rules.validFrom)}`}
        source={rules.splitSource}
      />
    </div>
  );
}
