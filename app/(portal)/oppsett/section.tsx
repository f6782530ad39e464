import type { ReactNode } from 'react';

/** One part of the set-up, with what it means in a line. */
export function Section({ title, body, children }: { title: string; body: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-xl font-semibold">{title}</h2>
      <p className="mt-2 mb-4 max-w-[48rem] text-quiet">{body}</p>
      {children}
    </section>
  );
}
