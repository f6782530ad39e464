import type { ReactNode } from 'react';
import type { Texts } from '#lib/texts/texts';

export type HistoryEntry = {
  id: string;
  /** When, as a person reads it: «28. januar kl. 14.02». */
  when: string;
  at: Date;
  /** Who did what, in a sentence. */
  text: ReactNode;
};

/** What happened to a record, newest first, in sentences a person can read. */
export function History({ t, entries, title }: { t: Texts; entries: readonly HistoryEntry[]; title?: string }) {
  const words = t.common.history;
  return (
    <section className="mt-12 max-w-[48rem]">
      <h2 className="text-xl font-semibold">{title ?? words.title}</h2>
      {entries.length === 0 ? (
        <p className="mt-3 text-quiet">{words.none}</p>
      ) : (
        <ol className="mt-4 border-l border-line">
          {entries.map((entry) => (
            <li key={entry.id} className="relative pb-4 pl-6 last:pb-0">
              <svg width="9" height="9" aria-hidden="true" className="absolute top-2 -left-[5px] fill-edge">
                <circle cx="4.5" cy="4.5" r="4.5" />
              </svg>
              <p>{entry.text}</p>
              <time dateTime={entry.at.toISOString()} className="text-sm text-quiet">
                {entry.when}
              </time>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
