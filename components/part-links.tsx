'use client';

import Link from 'next/link';
import { type ReactNode, useEffect } from 'react';
import { useTexts } from '#components/locale';
import { partsTexts } from '#lib/texts/browser/parts';

type Props = {
  links: readonly { href: string; text: string }[];
  /** The one that is shown, from 0. */
  current: number;
  /** What is told of the parts that are not shown. */
  children?: ReactNode;
};

/** The way between the parts of what is too large for one page. Nothing where there is only one. */
export function PartLinks({ links, current, children }: Props) {
  const words = useTexts(partsTexts).parts;
  // Whoever comes from a link to a field of another part stands in it, as from a link within the page.
  useEffect(() => {
    if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus();
  }, [current]);
  if (links.length < 2) return null;
  return (
    <nav id="deler" tabIndex={-1} aria-label={words.title} className="mb-8 scroll-mt-32">
      <ol className="flex flex-wrap gap-x-6 gap-y-1">
        {links.map(({ href, text }, index) => (
          <li key={href}>
            <Link
              className="ds-link inline-block py-1 aria-[current=page]:font-semibold"
              href={href}
              aria-current={index === current ? 'page' : undefined}
              scroll={false}
              prefetch={false}
            >
              {text}
            </Link>
          </li>
        ))}
      </ol>
      {children}
    </nav>
  );
}

/** On from the end of one part to the beginning of the next. */
export function NextPart({ href }: { href: string }) {
  const words = useTexts(partsTexts).parts;
  return (
    <p className="no-print mb-8">
      <Link className="ds-link" href={href} prefetch={false}>
        {words.next}
      </Link>
    </p>
  );
}
