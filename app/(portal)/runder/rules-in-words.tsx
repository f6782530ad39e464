import { formatKroner } from '#lib/domain/money/kroner';
import type { RuleSet } from '#lib/domain/setup/rules';
import { formatDate, joined } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

const demandsOf = (t: Texts, rules: RuleSet): string => {
  const { demands } = t.beside;
  const { ownerKinds, targetGroup, unitKind } = t.behovsmelding;
  return [
    demands.applicants(
      joined(
        rules.applicantKinds.map((kind) => ownerKinds[kind]),
        t,
      ),
    ),
    demands.targets(
      joined(
        rules.targetGroups.map((one) => targetGroup[one]),
        t,
      ),
    ),
    demands.units(
      joined(
        rules.unitKinds.map((one) => unitKind[one]),
        t,
      ),
    ),
  ]
    .join(' ')
    .replace(/\.$/, '');
};

/** A rule set in words: each number with its source. */
export function RulesInWords({ t, rules }: { t: Texts; rules: RuleSet }) {
  const words = t.round.rule;
  const noEgenandel = rules.egenandelEnforcement === 'none';
  const lines = [
    {
      term: words.egenandel,
      source: rules.egenandelSource,
      text: noEgenandel ? words.noEgenandel : words.egenandelBase[rules.egenandelBase](rules.egenandelPercent),
      more: noEgenandel
        ? ''
        : `${words.enforcement[rules.egenandelEnforcement]} ${rules.egenandelTolerance > 0 ? words.tolerance(formatKroner(rules.egenandelTolerance)) : ''}`,
    },
    {
      term: words.split,
      source: rules.splitSource,
      text: `${words.splitKey(rules.splitNetwork, rules.splitUh)} ${words.level[rules.splitLevel]}`,
      more: words.enforcement[rules.splitEnforcement],
    },
    {
      term: words.demands,
      source: rules.demandsSource,
      text: demandsOf(t, rules),
      more: rules.collectiveOnly ? t.beside.demands.collective : '',
    },
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
            <dd>
              {line.text}. {line.more}
            </dd>
            {line.source !== '' && (
              <dd className="text-sm text-quiet">
                {words.source}: {line.source}
              </dd>
            )}
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
