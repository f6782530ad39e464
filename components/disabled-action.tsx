import type { ReactNode } from 'react';

type Props = {
  id: string;
  label: string;
  /** Why not now, and what would make it possible, with the numbers in it. */
  reason: ReactNode;
};

/** What is not possible now stands there all the same, with its reason beside it. */
export function DisabledAction({ id, label, reason }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <button type="button" className="ds-button not-now" aria-disabled="true" aria-describedby={id}>
        {label}
      </button>
      <p id={id} className="min-w-0 max-w-[48ch] flex-1 basis-64 text-sm">
        {reason}
      </p>
    </div>
  );
}
