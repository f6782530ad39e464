import { formatKroner } from '#lib/domain/money/kroner';
import { formatAmount } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';
import type { ReactNode } from 'react';

type MoneyProps = {
  t: Pick<Texts, 'common'>;
  kroner: number | null;
  /** With «kr» after it; columns of a table leave it out. */
  unit?: boolean;
  /** What stands where there is no amount; «ikke oppgitt» when nothing else is said. */
  missing?: string;
};

/** An amount in whole kroner, in figures of equal width. A missing amount is words, never a zero. */
export function Money({ t, kroner, unit = false, missing }: MoneyProps) {
  if (kroner === null) return <span className="text-quiet">{missing ?? t.common.money.missing}</span>;
  return <span className="num">{unit ? formatKroner(kroner) : formatAmount(kroner)}</span>;
}

/** How far an amount is from what it should be, with its sign and its word: below zero is missing, above is too much. */
export function AmountDifference({
  t,
  kroner,
  over,
}: {
  t: Pick<Texts, 'common'>;
  kroner: number;
  over?: (amount: string) => string;
}) {
  if (kroner === 0) return <span className="text-good">{t.common.money.even}</span>;
  const amount = formatKroner(Math.abs(kroner));
  if (kroner < 0) return <span className="num font-medium text-bad">{`\u2212${t.common.money.short(amount)}`}</span>;
  return <span className="num font-medium text-warn">{`+${(over ?? t.common.money.over)(amount)}`}</span>;
}

type MoneyPanelProps = {
  title: string;
  /** The one number that counts, seen while the bar on a phone is closed. */
  summary: ReactNode;
  children: ReactNode;
};

/** The money, always in sight: beside the work on a wide screen, a bar at the bottom that opens on a phone. */
export function MoneyPanel({ title, summary, children }: MoneyPanelProps) {
  return (
    <details className="money-panel no-print">
      <summary>
        {title}
        <span className="in-bar font-normal">{summary}</span>
      </summary>
      {children}
    </details>
  );
}

/** The work to the left and the money beside it. */
export function WithMoney({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <div className="gap-12 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">{children}</div>
      <div>{panel}</div>
    </div>
  );
}

/** A line of the panel: what it is, and the number. */
export function MoneyLine({
  label,
  strong = false,
  children,
}: {
  label: ReactNode;
  strong?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={`flex items-baseline justify-between gap-4 py-1 ${strong ? 'border-t border-edge font-semibold' : ''}`}
    >
      <span className={strong ? '' : 'text-quiet'}>{label}</span>
      {children}
    </div>
  );
}
