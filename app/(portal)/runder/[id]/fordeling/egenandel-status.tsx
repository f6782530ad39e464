'use client';

import { useTexts } from '#components/locale';
import { Why } from '#components/why';
import { assessEgenandel } from '#lib/domain/money/egenandel';
import { formatKroner } from '#lib/domain/money/kroner';
import { egenandelRule, type RuleSet } from '#lib/domain/setup/rules';
import { total, type Judged } from '#lib/domain/tildeling/tildeling';
import { formatAmount, formatDate } from '#lib/texts/format';

/** Whether the planned egenandel is enough for what is given now. */
export function EgenandelStatus({ one, rules }: { one: Judged; rules: RuleSet }) {
  const t = useTexts();
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
          ruleSet={`${rules.name}, ${formatDate(rules.validFrom)}`}
          source={rules.egenandelSource}
        />
      )}
    </div>
  );
}
