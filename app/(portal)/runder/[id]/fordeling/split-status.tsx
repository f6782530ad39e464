'use client';

import { useTexts } from '#components/locale';
import { Why } from '#components/why';
import { formatKroner } from '#lib/domain/money/kroner';
import type { RuleSet } from '#lib/domain/setup/rules';
import { total } from '#lib/domain/tildeling/tildeling';
import type { AssessedLevel } from '#lib/domain/tildeling/split';
import { formatDate, formatPerMille } from '#lib/texts/format';

/** Whether the key holds where it must, in words, with how it was computed. */
export function SplitStatus({ level, rules }: { level: AssessedLevel; rules: RuleSet }) {
  const t = useTexts();
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
        ruleSet={`${rules.name}, ${formatDate(rules.validFrom)}`}
        source={rules.splitSource}
      />
    </div>
  );
}
