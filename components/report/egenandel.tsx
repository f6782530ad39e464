import { Money } from '#components/money';
import { MoneyLine } from '#components/money';
import { Why } from '#components/why';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Report } from '#lib/domain/report/report';
import type { ReportEgenandel } from '#lib/domain/report/egenandel';
import { formatDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type Props = {
  t: Pick<Texts, 'common' | 'report'>;
  egenandel: ReportEgenandel;
  reported: number | null;
  report: Pick<Report, 'rules' | 'pool' | 'dispensation'>;
};

function formula(t: Pick<Texts, 'report'>, egenandel: ReportEgenandel, rules: Report['rules']): string | null {
  const words = t.report.egenandel;
  const { grant, required } = egenandel;
  if (required === null) return null;
  const base = words.base[rules.egenandelBase];
  if (egenandel.level === 'region') return words.formulaRegion(rules.egenandelPercent, base, required);
  const whole = (grant.owner ?? 0) + (rules.egenandelBase === 'owner-grant' ? 0 : (grant.uh ?? 0));
  return rules.egenandelBase === 'total-budget'
    ? words.formulaBudget(rules.egenandelPercent, whole, required)
    : words.formula(rules.egenandelPercent, base, whole, required);
}

/** The egenandel of a report: what is required, what is reported and planned, and what is missing in kroner. */
export function EgenandelLines({ t, egenandel, reported, report: { rules, pool, dispensation } }: Props) {
  const words = t.report.egenandel;
  const { status, required, missing, before, plannedLater } = egenandel;
  const why = formula(t, egenandel, rules);
  const verdict = status === 'short' ? words.status.short(formatKroner(missing ?? 0)) : words.status[status];
  return (
    <div>
      <MoneyLine label={words.required}>
        <Money t={t} unit kroner={required} />
      </MoneyLine>
      {why !== null && (
        <Why
          t={t}
          about={words.why}
          formula={why}
          ruleSet={words.ruleSet(rules.name, formatDay(rules.validFrom))}
          source={rules.egenandelSource}
        />
      )}
      <MoneyLine label={words.reported}>
        <Money t={t} unit kroner={reported} />
      </MoneyLine>
      {before !== 0 && (
        <MoneyLine label={words.before}>
          <Money t={t} unit kroner={before} />
        </MoneyLine>
      )}
      {plannedLater !== 0 && (
        <MoneyLine label={words.later}>
          <Money t={t} unit kroner={plannedLater} />
        </MoneyLine>
      )}
      {pool !== null && (
        <p className="py-1">
          {words.region(pool.regionName, formatKroner(pool.amount))} {pool.note}
        </p>
      )}
      <p
        className={`py-1 font-medium ${status === 'short' ? 'text-bad' : status === 'met' ? 'text-good' : 'text-quiet'}`}
      >
        {verdict}
      </p>
      {dispensation && <p className="text-quiet">{words.dispensation}</p>}
    </div>
  );
}
