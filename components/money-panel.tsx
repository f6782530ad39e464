import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** The one number that counts, seen while the bar on a phone is closed. */
  summary: ReactNode;
  children: ReactNode;
};

/** The money, always in sight: beside the work on a wide screen, a bar at the bottom that opens on a phone. */
export function MoneyPanel({ title, summary, children }: Props) {
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
