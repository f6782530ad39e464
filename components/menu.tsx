'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTexts } from '#components/locale';
import { commonTexts } from '#lib/texts/browser/common';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export type MenuItem = { href: string; text: string; count?: number };

const isHere = (path: string, href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`));

function Items({ items, path }: { items: readonly MenuItem[]; path: string }) {
  return items.map((item) => (
    <li key={item.href}>
      <Link
        href={item.href}
        aria-current={isHere(path, item.href) ? 'page' : undefined}
        className="block border-l-4 border-transparent py-2.5 pl-3 text-ink no-underline hover:text-navy hover:underline hover:underline-offset-4 aria-[current=page]:border-blue aria-[current=page]:font-semibold lg:border-b-3 lg:border-l-0 lg:px-0 lg:pt-3 lg:pb-2.5"
      >
        {item.text}
        {item.count !== undefined && item.count > 0 && (
          <span className="num ml-2 rounded-full bg-tint px-2 text-sm font-medium text-navy">{item.count}</span>
        )}
      </Link>
    </li>
  ));
}

/** The main menu: a line on a wide screen, a list that opens by HTML alone on a narrow one. */
export function Menu({ items }: { items: readonly MenuItem[] }) {
  const t = useTexts(commonTexts).common.portal;
  const path = usePathname();
  return (
    <>
      <nav aria-label={t.mainMenu} className="hidden lg:block">
        <ul className="-mb-px flex flex-wrap gap-x-7">
          <Items items={items} path={path} />
        </ul>
      </nav>
      <details key={path} className="fold pb-3 lg:hidden">
        <summary>{t.menu}</summary>
        <nav aria-label={t.mainMenu} className="pt-2">
          <ul>
            <Items items={items} path={path} />
          </ul>
        </nav>
      </details>
    </>
  );
}

/** The way to the same page in the other language. A plain link: it works without script. */
export function LanguageLink() {
  const t = useTexts(commonTexts);
  const path = usePathname();
  const other = t.common.portal.otherLanguage;
  return (
    <a
      className="ds-link"
      lang={other.locale}
      hrefLang={other.locale}
      href={`/sprak?til=${other.locale}&tilbake=${encodeURIComponent(path)}`}
    >
      {other.name}
    </a>
  );
}

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
