import Link from 'next/link';
import type { Texts } from '#lib/texts/texts';
import type { ReactNode } from 'react';
import { LanguageLink, Menu, type MenuItem } from '#components/menu';

/** The way to what one has been told, with how much of it is unread. */
export function MessagesLink({ t, unread }: { t: Texts; unread: number }) {
  return (
    <Link className="ds-link" href="/meldinger">
      {t.messages.title}
      {unread > 0 && (
        <>
          <span aria-hidden="true" className="num ml-1.5 inline-block rounded-full bg-tint px-2 font-medium text-navy">
            {unread}
          </span>
          <span className="ds-sr-only">, {t.messages.count(unread)}</span>
        </>
      )}
    </Link>
  );
}

type Props = {
  t: Texts;
  items?: readonly MenuItem[];
  /** What one would see at a glance on every page, such as the way to one's messages. */
  aside?: ReactNode;
  /** The way in, or who one is with the way out. */
  account?: ReactNode;
};

/** The mark of the portal: the parties on one line, and what they decide on together. */
function Mark() {
  return (
    <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true" className="shrink-0">
      <circle cx="11" cy="15" r="9" className="fill-blue" />
      <circle cx="19" cy="15" r="9" fill="none" strokeWidth="2.5" className="stroke-navy" />
    </svg>
  );
}

/** The head of every page: the portal, the way past it, the menu, who one is, and the language. */
export function SiteHeader({ t, items = [], aside, account }: Props) {
  const words = t.common.portal;
  return (
    <header data-site="" className="border-b border-line">
      <a className="ds-skip-link" href="#innhold">
        {words.skipToContent}
      </a>
      <div className="mx-auto max-w-[80rem] px-4 sm:px-8">
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-4">
          <Link href="/" className="flex items-center gap-3 text-lg font-semibold tracking-tight text-ink no-underline">
            <Mark />
            {words.name}
          </Link>
          <div className="flex w-full flex-wrap items-center justify-between gap-x-6 gap-y-2 text-sm sm:w-auto">
            {aside}
            <LanguageLink />
            {account}
          </div>
        </div>
        {items.length > 0 && <Menu items={items} />}
      </div>
    </header>
  );
}

/** The content of a page, where the skip link leads. */
export function Main({ children }: { children: ReactNode }) {
  return (
    <main id="innhold" tabIndex={-1} className="mx-auto max-w-[80rem] px-4 pt-8 pb-24 outline-none sm:px-8 sm:pt-12">
      {children}
    </main>
  );
}

/** The foot of every page: what this is, and the few pages each public service must have. */
export function SiteFooter({ t, links = [] }: { t: Texts; links?: readonly { href: string; text: string }[] }) {
  return (
    <footer data-site="" className="border-t border-line bg-mist">
      <div className="mx-auto flex max-w-[80rem] flex-wrap justify-between gap-x-16 gap-y-6 px-4 py-10 text-sm sm:px-8">
        <p className="max-w-[52ch] text-quiet">{t.common.portal.footer}</p>
        {links.length > 0 && (
          <ul className="flex flex-wrap gap-x-8 gap-y-2">
            {links.map((link) => (
              <li key={link.href}>
                <Link href={link.href} className="ds-link" data-color="neutral">
                  {link.text}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
