import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Texts } from '#lib/texts/texts';

export type Crumb = { href: string; text: string };

type Props = {
  t: Texts;
  title: string;
  /** A tag of `state-tag.tsx`. */
  state?: ReactNode;
  /** One line: who, when, which round. */
  under?: ReactNode;
  crumbs?: readonly Crumb[];
  /** Links and buttons that belong to the whole page. */
  actions?: ReactNode;
};

/** The head of a page: the thing and its state, and under it one line that places it. */
export function PageTitle({ t, title, state, under, crumbs = [], actions }: Props) {
  return (
    <div className="mb-8 border-b border-line pb-6">
      {crumbs.length > 0 && (
        <nav aria-label={t.common.portal.breadcrumb} className="mb-4">
          <ol className="flex flex-wrap gap-x-2 gap-y-1 text-sm text-quiet">
            {crumbs.map((crumb, index) => (
              <li key={crumb.href} className="flex gap-2">
                {index > 0 && <span aria-hidden="true">/</span>}
                <Link href={crumb.href} className="ds-link">
                  {crumb.text}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h1 className="text-[1.75rem] leading-tight font-semibold tracking-tight break-words sm:text-[2rem]">
              {title}
            </h1>
            {state}
          </div>
          {under !== undefined && <p className="mt-2 text-quiet">{under}</p>}
        </div>
        {actions !== undefined && <div className="no-print flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  );
}
