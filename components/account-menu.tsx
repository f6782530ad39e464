'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTexts } from '#components/locale';
import type { MenuItem } from '#components/menu';
import { commonTexts } from '#lib/texts/browser/common';

type Props = {
  name: string;
  place: string;
  items: readonly MenuItem[];
  /** The way out: a form with one button. */
  children: ReactNode;
};

/** Who one is, and what belongs to oneself rather than to the work: opens by HTML alone, and closes by Escape. */
export function AccountMenu({ name, place, items, children }: Props) {
  const t = useTexts(commonTexts).common.portal;
  const path = usePathname();
  const box = useRef<HTMLDetailsElement>(null);
  function close(event: KeyboardEvent) {
    if (event.key !== 'Escape' || box.current?.open !== true) return;
    box.current.open = false;
    box.current.querySelector('summary')?.focus();
  }
  return (
    <details key={path} ref={box} className="fold relative" onKeyDown={close}>
      <summary>
        <span className="ds-sr-only">{t.signedInAs} </span>
        <span className="font-medium">{name}</span>
      </summary>
      <div className="absolute end-0 top-full z-40 mt-1 grid w-max max-w-[min(20rem,calc(100vw-2rem))] gap-3 rounded-md border border-line bg-paper p-4 shadow-lg">
        <p className="text-quiet">{place}</p>
        {items.length > 0 && (
          <nav aria-label={t.ownMenu}>
            <ul className="grid gap-1">
              {items.map((item) => (
                <li key={item.href}>
                  <Link
                    href={item.href}
                    aria-current={path === item.href ? 'page' : undefined}
                    className="ds-link inline-block py-1 aria-[current=page]:font-semibold"
                  >
                    {item.text}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {children}
      </div>
    </details>
  );
}
