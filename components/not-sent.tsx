import Link from 'next/link';
import type { NotSent } from '#lib/domain/behovsmelding/sending';
import { formatDate } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

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
            {undated ? words.untilInnstilling : words.until(formatDate(lastDay))}
            {needId === null && `, ${words.letIn}`}
          </li>
        ))}
      </ul>
    </>
  );
}
