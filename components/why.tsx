import type { ReactNode } from 'react';
import type { Texts } from '#lib/texts/texts';

type Props = {
  t: Pick<Texts, 'common'>;
  /** The number it explains, for those who hear the page: «Hvorfor? Krevd egenandel». */
  about: string;
  /** The formula with the numbers in it: «30 % av 450 000 kr = 135 000 kr». */
  formula: ReactNode;
  /** The rule set by name and the day it counts from. */
  ruleSet?: string;
  source?: ReactNode;
};

/** A small «Hvorfor?» that opens: how a number came to be, under which rules, and where they stand. */
export function Why({ t, about, formula, ruleSet, source }: Props) {
  const words = t.common.why;
  const lines = [
    { term: words.formula, text: formula },
    { term: words.ruleSet, text: ruleSet },
    { term: words.source, text: source },
  ];
  return (
    <details className="fold text-sm">
      <summary>
        {words.title}
        <span className="ds-sr-only"> {about}</span>
      </summary>
      <dl className="mt-1 mb-2 grid gap-2 border-l-2 border-sky py-1 pl-4 text-start whitespace-normal">
        {lines.map(
          ({ term, text }) =>
            text !== undefined && (
              <div key={term}>
                <dt className="text-quiet">{term}</dt>
                <dd className="tabular-nums">{text}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}
