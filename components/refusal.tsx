import type { ReactNode } from 'react';
import { formatKroner } from '#lib/domain/money/kroner';
import type { Texts } from '#lib/texts/texts';

type Props = {
  t: Texts;
  /** The rule in words, with the numbers in it. */
  children: ReactNode;
  title?: string;
  /** The kroner that would make it right. */
  missing?: number;
  source?: ReactNode;
  /** What one can do: go to the place, or ask for dispensation. */
  action?: ReactNode;
};

/** A rule says no: which, by how much, where the rule stands, and what one can do about it. */
export function Refusal({ t, children, title, missing, source, action }: Props) {
  const words = t.common.refusal;
  return (
    <section role="alert" className="mb-6 max-w-[48rem] rounded-md border-l-4 border-warn-edge bg-warn-tint px-6 py-5">
      <h2 className="text-lg font-semibold">{title ?? words.title}</h2>
      <div className="prose mt-1">{children}</div>
      {missing !== undefined && (
        <p className="mt-2">
          {words.shortBy} <strong className="num">{formatKroner(missing)}</strong>
        </p>
      )}
      {source !== undefined && (
        <p className="mt-2 text-sm text-quiet">
          {words.rule} {source}
        </p>
      )}
      {action !== undefined && <div className="mt-4 flex flex-wrap gap-3">{action}</div>}
    </section>
  );
}
