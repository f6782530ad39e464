import Link from 'next/link';
import { DataTable } from '#components/data-table';
import { BehovsmeldingTag } from '#components/state-tag';
import type { newBehovsmelding } from '#lib/queries/behovsmelding/list';
import { roundName } from '#lib/texts/format';
import type { Texts } from '#lib/texts/texts';

type Choices = NonNullable<Awaited<ReturnType<typeof newBehovsmelding>>>;

/** What the owners asked for before, each a place to begin from; where money is granted for years to come, also to ask for more or less. */
export function EarlierTable({ t, choices }: { t: Texts; choices: Choices }) {
  const { begin } = t.beside;
  const last = Math.min(...choices.rounds.map(({ year }) => year));
  return (
    <section className="mt-12">
      <h2 className="text-xl font-semibold">{begin.earlierTitle}</h2>
      <p className="mt-1 mb-4 text-quiet">{begin.earlierText}</p>
      <DataTable
        quietCaption
        caption={begin.earlierTitle}
        columns={[
          { key: 'title', header: begin.earlierCols.title },
          { key: 'owner', header: begin.earlierCols.owner },
          { key: 'round', header: begin.earlierCols.round },
          { key: 'state', header: begin.earlierCols.outcome },
          { key: 'begin', header: begin.earlierCols.begin },
        ]}
        rows={choices.earlier.map((one) => {
          const from = one.needId === null ? `tiltak=${one.tiltakId ?? ''}` : `fra=${one.needId}`;
          return {
            id: one.needId ?? one.tiltakId ?? '',
            cells: [
              one.title,
              one.ownerName,
              roundName(t, one),
              one.state === null ? begin.onlyTiltak : <BehovsmeldingTag key="state" state={one.state} t={t} />,
              <span key="begin" className="flex flex-wrap gap-x-5 gap-y-1">
                <Link className="ds-link" href={`/behovsmeldinger/ny?${from}`} aria-label={begin.beginFrom(one.title)}>
                  {begin.startShort}
                </Link>
                {one.tiltakId !== null && one.grantedUntil !== null && one.grantedUntil >= last && (
                  <Link
                    className="ds-link"
                    href={`/behovsmeldinger/ny?endre=${one.tiltakId}`}
                    aria-label={begin.change(one.title)}
                  >
                    {begin.changeShort}
                  </Link>
                )}
              </span>,
            ],
          };
        })}
      />
    </section>
  );
}
