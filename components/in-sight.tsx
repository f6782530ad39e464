'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** What a form answers, brought into sight and read first: it takes the focus once for each answer, never while one types. */
export function InSight({ answer, children }: { answer: unknown; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [answer]);
  return (
    <div ref={box} tabIndex={-1} className="scroll-mt-6 outline-none">
      {children}
    </div>
  );
}
