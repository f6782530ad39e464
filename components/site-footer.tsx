import Link from 'next/link';
import type { Texts } from '#lib/texts/texts';

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
