import { MoneyLine, MoneyPanel } from '#components/money';
import { AmountDifference, Money } from '#components/money';
import { ShareBar } from '#components/charts';
import { Why } from '#components/why';
import type { BehovsmeldingMoney } from '#lib/domain/behovsmelding/behovsmelding';
import { egenandelOf, splitOf, behovsmeldingSums } from '#lib/domain/behovsmelding/sums';
import { formatKroner } from '#lib/domain/money/kroner';
import type { RuleSet } from '#lib/domain/setup/rules';
import { formatDay } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type Props = { t: Pick<Texts, 'behovsmelding' | 'common'>; need: BehovsmeldingMoney; rules: RuleSet };

/** The sums of a need, the share of the UH, and the egenandel: required, planned and missing, with why. */
export function BehovsmeldingMoneyLines({ t, need, rules }: Props) {
  const words = t.behovsmelding.money;
  const sums = behovsmeldingSums(need);
  const split = splitOf(need, rules);
  return (
    <div className="grid gap-4">
      <div>
        {sums.years.length > 1 &&
          sums.years.map(({ year, total }) => (
            <MoneyLine key={year} label={words.inYear(year)}>
              <Money t={t} kroner={total.given} />
            </MoneyLine>
          ))}
        <MoneyLine label={words.asked} strong>
          <Money t={t} kroner={sums.total.given} unit />
        </MoneyLine>
      </div>
      {rules.splitEnforcement !== 'none' && (
        <div>
          <p className="text-quiet">{words.uhShare}</p>
          <ShareBar t={t} network={sums.network.given} uh={sums.uh.given} uhAtLeast={rules.splitUh} />
          {split.status === 'uh-short' && (
            <p className="mt-1 text-sm text-warn">{words.keyShort(formatKroner(split.missing ?? 0))}</p>
          )}
          {split.status === 'uh-raised' && <p className="mt-1 text-sm text-warn">{words.keyRaised}</p>}
          {split.status === 'met' && sums.total.given > 0 && <p className="mt-1 text-sm text-good">{words.keyMet}</p>}
          <Why
            t={t}
            about={words.uhShare}
            formula={words.key(rules.splitNetwork, rules.splitUh)}
            ruleSet={words.ruleSet(rules.name, formatDay(rules.validFrom))}
            source={rules.splitSource}
          />
        </div>
      )}
      <Egenandel t={t} need={need} rules={rules} />
    </div>
  );
}

function Egenandel({ t, need, rules }: Props) {
  const words = t.behovsmelding.money;
  const sums = behovsmeldingSums(need);
  const { status, required, missing } = egenandelOf(need, rules);
  if (rules.egenandelEnforcement === 'none') return <p className="text-quiet">{words.none}</p>;
  const base = rules.egenandelBase === 'owner-grant' ? sums.network.given : sums.total.given;
  return (
    <div>
      <p className="font-medium">{words.egenandel}</p>
      <MoneyLine label={words.required}>
        <Money t={t} kroner={required} unit missing={words.unknown} />
      </MoneyLine>
      <MoneyLine label={words.planned}>
        <Money t={t} kroner={sums.egenandel.given} unit />
      </MoneyLine>
      {status === 'short' && missing !== null && (
        <MoneyLine label={words.missing} strong>
          <span className="text-bad">
            <Money t={t} kroner={missing} unit />
          </span>
        </MoneyLine>
      )}
      {status === 'met' && <p className="text-good">{words.met}</p>}
      {rules.egenandelEnforcement === 'warn' && <p className="text-sm text-quiet">{words.warn}</p>}
      {required !== null && (
        <Why
          t={t}
          about={`${words.egenandel}: ${words.required}`}
          formula={words.formula[rules.egenandelBase](
            rules.egenandelPercent,
            formatKroner(base),
            formatKroner(required),
          )}
          ruleSet={words.ruleSet(rules.name, formatDay(rules.validFrom))}
          source={rules.egenandelSource}
        />
      )}
    </div>
  );
}

/** The same beside the work: always in sight while one writes. */
export function BehovsmeldingMoneyPanel(props: Props) {
  const { t, need, rules } = props;
  const { status, missing } = egenandelOf(need, rules);
  const summary =
    status === 'short' && missing !== null ? (
      <AmountDifference t={t} kroner={-missing} />
    ) : (
      t.behovsmelding.money.summary(formatKroner(behovsmeldingSums(need).total.given))
    );
  return (
    <MoneyPanel title={t.common.money.panel} summary={summary}>
      <BehovsmeldingMoneyLines {...props} />
    </MoneyPanel>
  );
}
