import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ButtonLink } from '#components/button';
import { DataTable } from '#components/data-table';
import { Empty } from '#components/notice';
import { Money } from '#components/money';
import { PageTitle } from '#components/page-title';
import { currentContext } from '#lib/auth/context';
import { sumKnown } from '#lib/domain/report/money';
import { HALF_STATES } from '#lib/domain/states';
import { listReports } from '#lib/queries/report';
import { textsFor } from '#lib/texts/texts';
import { requestLocale } from '../../locale';
import { dueWords, HalfStates } from './half-states';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const address = (state: string | null, page: number) => {
  const query = new URLSearchParams({
    ...(state !== null && { tilstand: state }),
    ...(page > 1 && { side: String(page) }),
  });
  return query.size === 0 ? '/rapporter' : `/rapporter?${query}`;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: textsFor(await requestLocale()).report.list.title };
}

/** The reports the reader has to do with, by year, with how far each half has come and the money. */
export default async function Reports({ searchParams }: Props) {
  const t = textsFor(await requestLocale());
  const viewer = await currentContext();
  const found = await listReports(await searchParams, viewer);
  if (found === null) notFound();
  const { reports, counts, filter } = found;
  const words = t.report.list;
  const pages = Math.max(1, Math.ceil((filter.state === null ? counts.all : counts[filter.state]) / filter.size));
  const chips = [
    { state: null, text: words.all, count: counts.all },
    ...HALF_STATES.map((state) => ({ state, text: t.common.reportState[state], count: counts[state] })),
  ];
  const sum = (pick: (one: (typeof reports)[number]) => number | null) => (
    <Money t={t} kroner={sumKnown(reports.map(pick))} />
  );
  return (
    <>
      <PageTitle t={t} title={words.title} under={words.under} />
      <nav aria-label={words.filter} className="mb-6 flex flex-wrap gap-2">
        {chips.map(({ state, text, count }) => (
          <Link
            key={text}
            href={address(state, 1)}
            aria-current={state === filter.state ? 'true' : undefined}
            className="rounded-full border border-edge px-4 py-1.5 text-ink no-underline hover:underline aria-[current]:border-blue aria-[current]:bg-tint aria-[current]:font-semibold"
          >
            {text} <span className="num text-quiet">{count}</span>
          </Link>
        ))}
      </nav>
      {reports.length === 0 &&
        (filter.state === null ? (
          <Empty title={words.none}>{words.noneBody}</Empty>
        ) : (
          <Empty title={words.noneOfThese}>{words.noneOfTheseBody}</Empty>
        ))}
      {reports.length > 0 && (
        <DataTable
          caption={words.caption}
          quietCaption
          columns={[
            { key: 'tiltak', header: words.tiltak },
            { key: 'year', header: words.year },
            { key: 'due', header: words.due },
            { key: 'halves', header: words.halves },
            { key: 'granted', header: words.granted, number: true },
            { key: 'spent', header: words.spent, number: true },
            { key: 'unspent', header: words.unspent, number: true },
          ]}
          rows={reports.map((one) => ({
            id: one.id,
            cells: [
              <span key="t">
                {one.readable ? (
                  <Link className="ds-link" href={`/rapporter/${one.id}`}>
                    {one.title}
                  </Link>
                ) : (
                  one.title
                )}
                <span className="block text-sm font-normal text-quiet">
                  {one.reference} · {one.ownerName}
                </span>
              </span>,
              one.year,
              dueWords(t, one, viewer.now),
              <HalfStates key="h" t={t} report={one} />,
              <Money key="g" t={t} kroner={one.granted} />,
              <Money key="s" t={t} kroner={one.spent} />,
              <Money key="u" t={t} kroner={one.unspent} />,
            ],
          }))}
          sums={[
            {
              id: 'sum',
              cells: [
                words.sum(reports.length),
                '',
                '',
                '',
                sum((one) => one.granted),
                sum((one) => one.spent),
                sum((one) => one.unspent),
              ],
            },
          ]}
        />
      )}
      {pages > 1 && (
        <div className="mt-6 flex flex-wrap items-center gap-4">
          {filter.page > 1 && <ButtonLink href={address(filter.state, filter.page - 1)}>{words.previous}</ButtonLink>}
          <span>{words.page(filter.page, pages)}</span>
          {filter.page < pages && <ButtonLink href={address(filter.state, filter.page + 1)}>{words.next}</ButtonLink>}
        </div>
      )}
    </>
  );
}
