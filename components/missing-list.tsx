import Link from 'next/link';
import type { Texts } from '#lib/texts/texts';
import type { NotSent } from '#lib/domain/behovsmelding/sending';
import { formatDay } from '#lib/texts/format';

export type MissingItem = { href: string; text: string };

/** What remains before the work can be sent, in one list that leads to each field and shortens as one works. */
export function MissingList({
  t,
  items,
  title,
}: {
  t: Pick<Texts, 'common'>;
  items: readonly MissingItem[];
  title?: string;
}) {
  const words = t.common.form;
  if (items.length === 0) {
    return (
      <p className="flex max-w-[48rem] items-center gap-2 rounded-md bg-good-tint px-5 py-4 font-medium">
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" className="shrink-0 text-good">
          <path d="M4 10.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {words.nothingMissing}
      </p>
    );
  }
  return (
    <section className="max-w-[48rem] rounded-md border border-line px-6 py-5">
      <h2 className="text-lg font-semibold">{title ?? words.missing(items.length)}</h2>
      <ul className="mt-2 grid gap-1.5">
        {items.map((item) => (
          <li key={`${item.href} ${item.text}`} className="flex items-baseline gap-3">
            <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" className="shrink-0 text-edge">
              <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
            </svg>
            <Link href={item.href} className="ds-link">
              {item.text}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who may still send when a round is closed: each owner with the need that was given back, where the reader may see it, and until when. */
export function NotSentList({ t, notSent }: { t: Pick<Texts, 'round'>; notSent: readonly NotSent[] }) {
  const words = t.round.close;
  return (
    <>
      <p>{words.notSent}</p>
      <ul className="my-3 list-disc pl-6">
        {notSent.map(({ needId, title, ownerName, lastDay, undated }) => (
          <li key={`${needId ?? ''}${ownerName}`}>
            {ownerName}
            {title !== null && (
              <>
                :{' '}
                <Link className="ds-link" href={`/behovsmeldinger/${needId ?? ''}`}>
                  {title}
                </Link>
              </>
            )}
            {', '}
            {undated ? words.untilInnstilling : words.until(formatDay(lastDay))}
            {needId === null && `, ${words.letIn}`}
          </li>
        ))}
      </ul>
    </>
  );
}
