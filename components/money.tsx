import { formatKroner } from '#lib/domain/money/kroner';
import { formatAmount } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type Props = {
  t: Texts;
  kroner: number | null;
  /** With «kr» after it; columns of a table leave it out. */
  unit?: boolean;
  /** What stands where there is no amount; «ikke oppgitt» when nothing else is said. */
  missing?: string;
};

/** An amount in whole kroner, in figures of equal width. A missing amount is words, never a zero. */
export function Money({ t, kroner, unit = false, missing }: Props) {
  if (kroner === null) return <span className="text-quiet">{missing ?? t.common.money.missing}</span>;
  return <span className="num">{unit ? formatKroner(kroner) : formatAmount(kroner)}</span>;
}

/** How far an amount is from what it should be, with its sign and its word: below zero is missing, above is too much. */
export function Difference({ t, kroner, over }: { t: Texts; kroner: number; over?: (amount: string) => string }) {
  if (kroner === 0) return <span className="text-good">{t.common.money.even}</span>;
  const amount = formatKroner(Math.abs(kroner));
  if (kroner < 0) return <span className="num font-medium text-bad">{`\u2212${t.common.money.short(amount)}`}</span>;
  return <span className="num font-medium text-warn">{`+${(over ?? t.common.money.over)(amount)}`}</span>;
}
