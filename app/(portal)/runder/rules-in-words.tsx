import { formatKroner } from '#lib/domain/kroner';
import type { RuleSet } from '#lib/domain/rules';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

/** A rule set in words: each number with its source. */
export function RulesInWords({ t, rules }: { t: Texts; rules: RuleSet }) {
  const words = t.round.rule;
  const noEgenandel = rules.egenandelEnforcement === 'none';
  const lines = [
    {
      term: words.egenandel, source: rules.egenandelSource,
      text: noEgenandel ? words.noEgenandel : words.egenandelBase[rules.egenandelBase](rules.egenandelPercent),
      more: noEgenandel ? '' : `${words.enforcement[rules.egenandelEnforcement]} ${rules.egenandelTolerance > 0 ? words.tolerance(formatKroner(rules.egenandelTolerance)) : ''}`,
    },
    { term: words.split, source: rules.splitSource, text: `${words.splitKey(rules.splitNetwork, rules.splitUh)} ${words.level[rules.splitLevel]}`, more: words.enforcement[rules.splitEnforcement] },
    { term: words.years, source: rules.maxYearsSource, text: words.maxYears(rules.maxYears), more: '' },
  ];
  return (
    <>
      <p className="text-sm text-quiet">
        {t.round.page.rulesUnder(rules.name, formatDate(rules.validFrom))} {rules.isExample && t.round.page.example}
      </p>
      <dl className="mt-3 grid gap-3">
        {lines.map((line) => (
          <div key={line.term}>
            <dt className="font-medium">{line.term}</dt>
            <dd>{line.text}. {line.more}</dd>
            <dd className="text-sm text-quiet">{words.source}: {line.source}</dd>
          </div>
        ))}
        <div>
          <dt className="font-medium">{t.round.page.legal}</dt>
          <dd>{rules.legalBasis}</dd>
        </div>
      </dl>
    </>
  );
}
