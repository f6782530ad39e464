import { Notice } from '#components/notice';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Half } from '#lib/domain/report/report';
import type { Difference } from '#lib/domain/report/egenandel';
import type { Texts } from '#lib/texts/texts';

function sentence(t: Texts, found: Difference, nameOf: (half: Half) => string): string {
  const words = t.report.differences;
  switch (found.kind) {
    case 'not-filed':
    case 'returned':
    case 'spent-unknown':
      return words[found.kind](nameOf(found.half));
    case 'over-spent':
    case 'unspent-left':
      return words[found.kind](nameOf(found.half), formatKroner(found.kroner));
    case 'egenandel-short':
      return words[found.level === 'region' ? 'egenandel-short-region' : 'egenandel-short'](formatKroner(found.kroner));
    case 'egenandel-unknown':
      return words[found.kind];
  }
}

/** What stands out in a report, in words, each with its kroner; and that nothing does. */
export function Differences({
  t,
  found,
  nameOf,
}: {
  t: Texts;
  found: readonly Difference[];
  nameOf: (half: Half) => string;
}) {
  const words = t.report.differences;
  if (found.length === 0) return <p className="mb-8 text-quiet">{words.none}</p>;
  const lines = found.map((one) => sentence(t, one, nameOf));
  return (
    <Notice kind="warning" title={words.title}>
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
