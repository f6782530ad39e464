import Link from 'next/link';
import type { Texts } from '#lib/texts/texts';

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
