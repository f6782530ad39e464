import type { ReactNode } from 'react';

/** A comment as it is read: who and when in words, and by whom and when it was resolved. */
export interface Said {
  id: string;
  field: string;
  text: string;
  authorName: string;
  by: string;
  resolved: string | null;
  /** Statsforvalteren's, which is answered by sending again. */
  fromCounty?: boolean;
}

/** What was said about a field, in the order it was said. What is resolved stays, quieter. */
export function Thread({ said, act }: { said: readonly Said[]; act?: (one: Said) => ReactNode }) {
  return (
    <ol className="grid gap-3">
      {said.map((one) => (
        <li
          key={one.id}
          className={`border-l-2 pl-3 ${one.resolved === null ? 'border-blue' : 'border-line text-quiet'}`}
        >
          <p className="text-sm text-quiet">{one.by}</p>
          <p className="break-words whitespace-pre-line">{one.text}</p>
          {one.resolved !== null && <p className="text-sm text-good">{one.resolved}</p>}
          {act?.(one)}
        </li>
      ))}
    </ol>
  );
}
