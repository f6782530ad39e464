import type { ReactNode } from 'react';

/** Nothing here yet: what will be here, how it comes, and what one may do now. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="max-w-[48rem] rounded-md bg-mist px-6 py-8">
      <p className="text-lg font-semibold">{title}</p>
      <div className="prose mt-2 text-quiet">{children}</div>
      {action !== undefined && <div className="mt-5 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
