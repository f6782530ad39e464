import { Money } from '#components/money';
import { Help, NoticeBox } from '#components/notice';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Difference } from '#lib/domain/report/egenandel';
import type { TiltakMoney as YearMoney } from '#lib/domain/report/money';
import { FIELDS_OF, type HalfField, languageOf, promised, textsOf } from '#lib/domain/report/form';
import type { Half, ReportPlan } from '#lib/domain/report/report';
import type { Texts } from '#lib/texts/texts';
import type { ReactNode } from 'react';

// Left out when nobody wrote anything there; the others say that they are not given.
const QUIET: readonly HalfField[] = [
  'statusReason',
  'participants',
  'coordinatorFunds',
  'carryOverAsked',
  'carryReason',
  'egenandelUsedFor',
  'coherence',
  'comment',
  'samiText',
  'spentIsEstimate',
];

/** The answer on samisk perspektiv, as printed where it came from a report that is off the scale. */
function sami(t: Texts, { samiDegree, samiPrinted }: Half): ReactNode {
  const words = t.report;
  if (samiDegree !== null) return words.sami[samiDegree];
  if (samiPrinted === null || samiPrinted === '') return null;
  return (
    <>
      {words.samiPrinted(samiPrinted)} <span className="block text-sm text-quiet">{words.samiOffScale}</span>
    </>
  );
}

function value(t: Texts, half: Half, field: HalfField): ReactNode {
  switch (field) {
    case 'spent':
      return half.spent === null ? null : (
        <>
          <Money t={t} unit kroner={half.spent} />
          {half.spentIsEstimate && ` (${t.report.money.estimate})`}
        </>
      );
    case 'carryOverAsked':
    case 'egenandel':
    case 'coordinatorFunds': {
      const kroner = half[field];
      return kroner === null ? null : <Money t={t} unit kroner={kroner} />;
    }
    case 'spentIsEstimate':
      return null;
    case 'status':
      return half.status === null ? null : t.report.status[half.status];
    case 'samiDegree':
      return sami(t, half);
    default:
      return half[field] || null;
  }
}

/** One half as it was written, with what was granted and promised in grey. */
export function HalfRead({
  t,
  half,
  money,
  plan,
}: {
  t: Texts;
  half: Half;
  money: YearMoney;
  plan: ReportPlan | null;
}) {
  const words = t.report;
  const rows = FIELDS_OF[half.side]
    .map((field) => ({ field, shown: value(t, half, field) }))
    .filter(({ field, shown }) => shown !== null || !QUIET.includes(field));
  return (
    <dl className="grid gap-5">
      {rows.map(({ field, shown }) => {
        const said = promised(plan, field);
        const text = textsOf(half.side).find((one) => one === field);
        return (
          <div key={field}>
            <dt className="font-medium">{words.field[field]}</dt>
            <dd
              className="mt-0.5 max-w-[65ch] break-words whitespace-pre-line"
              lang={text === undefined || shown === null ? undefined : languageOf(half, text)}
            >
              {shown ?? <span className="text-quiet">{t.common.money.missing}</span>}
            </dd>
            {field === 'spent' && money.granted !== null && (
              <dd className="text-sm text-quiet">{words.help.granted(formatKroner(money.granted))}</dd>
            )}
            {said !== null && (
              <dd>
                <Help title={words.help.plan}>
                  <p className="whitespace-pre-line" lang={said.lang}>
                    {said.text}
                  </p>
                </Help>
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}

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
    <NoticeBox kind="warning" title={words.title}>
      <ul className="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </NoticeBox>
  );
}
