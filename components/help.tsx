import type { ReactNode } from 'react';

/** Help folded to one line: `title` asks what the reader may wonder, the content answers. */
export function Help({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="fold text-sm">
      <summary>{title}</summary>
      <div className="prose mt-1 mb-2 border-l-2 border-sky py-1 pl-4">{children}</div>
    </details>
  );
}
