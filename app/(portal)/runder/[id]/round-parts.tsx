import { Money } from '#components/money';
import { formatKroner } from '#lib/domain/money/kroner';
import type { RoundPage } from '#lib/queries/round';
import type { Texts } from '#lib/texts/texts';
import type { RuleSet } from '#lib/domain/setup/rules';
import { formatDay, joined } from '#lib/texts/format';

type Props = { t: Texts; round: RoundPage['round']; figures: NonNullable<RoundPage['figures']> };

/** What is asked, recommended and granted, each against the budget. */
export function RoundMoney({ t, round, figures }: Props) {
  const words = t.round.page;
  const frame = round.budget === null ? null : round.budget - round.reserve;
  const against = (sum: number | null): string => {
    if (frame === null || sum === null) return '';
    return sum > frame ? words.overBudget(formatKroner(sum - frame)) : `${words.left}: ${formatKroner(frame - sum)}`;
  };
  const recommended = figures.recommended === null ? null : figures.recommended.network + figures.recommended.uh;
  const asked = figures.askedNetwork + figures.askedUh;
  const lines = [
    { term: words.asked, sum: asked, more: figures.askedOpen > 0 ? words.openSums(figures.askedOpen) : against(asked) },
    { term: words.recommended, sum: recommended, more: against(recommended) },
    {
      term: words.granted,
      sum: figures.counts.approved === 0 ? null : figures.granted,
      more: against(figures.counts.approved === 0 ? null : figures.granted),
    },
  ];
  return (
    <section>
      <h2 className="mb-3 text-xl font-semibold">{words.money}</h2>
      {round.budget === null && <p className="mb-3">{words.noBudget}</p>}
      <dl className="grid max-w-[48rem] gap-1">
        {round.budget !== null && (
          <Line term={words.budget} more={round.reserve > 0 ? `${words.reserve}: ${formatKroner(round.reserve)}` : ''}>
            <Money t={t} kroner={round.budget} unit />
          </Line>
        )}
        {lines.map(({ term, sum, more }) => (
          <Line key={term} term={term} more={more}>
            <Money t={t} kroner={sum} unit missing={words.notYet} />
          </Line>
        ))}
      </dl>
    </section>
  );
}

function Line({ term, more, children }: { term: string; more: string; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[1fr_max-content] gap-x-6 border-b border-line py-2 sm:grid-cols-[8rem_12rem_1fr]">
      <dt>{term}</dt>
      <dd className="text-right">{children}</dd>
      <dd className="col-span-2 text-sm text-quiet sm:col-span-1">{more}</dd>
    </div>
  );
}

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
        {t.round.page.rulesUnder(rules.name, formatDay(rules.validFrom))} {rules.isExample && t.round.page.example}
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
